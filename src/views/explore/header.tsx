import { say } from '../../copy/say.ts';
import { environments, physicsTasks, worlds, type WorldKind } from '../../environments/registry.ts';
import { withWorld } from '../../playground/edits.ts';
import { KeysDialog } from '../bar/keys-dialog.tsx';
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx';
import { PageLinks, ThemePicker } from '../page-frame.tsx';
import { useConfig, usePlayground } from '../use-playground.ts';

/** In the playground that is one file there are no other pages, and no engines. */
const SINGLE: boolean = import.meta.env.PLAYGROUND_SINGLE;

/** The product's name, the way to the other pages, and the world that is learned. */
export function Header() {
  const playground = usePlayground();
  const kind = useConfig((config) => config.world.kind);
  const lecture = useConfig((config) => config.view === 'lecture');
  return (
    <header className="top-bar">
      <h1>
        <img src="./favicon.svg" alt="" width="22" height="22" />
        <span>Trust Region Playground</span>
      </h1>
      <button
        type="button"
        className="lecture"
        aria-pressed={lecture}
        title={say('Large, for a projector (L)')}
        onClick={() => playground.present(lecture ? 'explore' : 'lecture')}
      >
        {say('Lecture')}
      </button>
      {!SINGLE && <PageLinks here="playground" />}
      <div className="aside">
        <label className="world-picker">
          <span className="picker-name">{say('world')} </span>
          <select
            aria-label={say('world')}
            value={kind}
            title={say(worlds[kind].summary)}
            onChange={(event) => playground.edit((whole) => withWorld(whole, event.target.value as WorldKind))}
          >
            <optgroup label={say('finite worlds: tables, exact')}>
              {Object.entries(environments).map(([key, { label }]) => (
                <option key={key} value={key}>
                  {say(label)}
                </option>
              ))}
            </optgroup>
            {!SINGLE && (
              <optgroup label={say('physics: networks')}>
                {Object.entries(physicsTasks).map(([key, { label }]) => (
                  <option key={key} value={key}>
                    {say(label)}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
        <HandOverDialog />
        <ThemePicker />
        <KeysDialog />
      </div>
    </header>
  );
}
