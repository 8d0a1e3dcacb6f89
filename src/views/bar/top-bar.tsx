import { sceneOf, scenes } from '../../config/scenes.ts';
import { environments, physicsTasks, worlds, type WorldKind } from '../../environments/registry.ts';
import { withWorld } from '../../playground/edits.ts';
import { useConfig, usePlayground } from '../use-playground.ts';
import { PageLinks, ThemePicker } from '../page-frame.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { Transport } from './transport.tsx';

/** What is learned, playing, sharing: the bar that stays on top. */
export function TopBar() {
  const playground = usePlayground();
  const kind = useConfig((config) => config.world.kind);
  const scene = useConfig(sceneOf);
  return (
    <header className="top-bar">
      <h1>
        <img src="./favicon.svg" alt="" width="22" height="22" />
        <span>Trust Region Playground</span>
      </h1>
      <PageLinks here="playground" />
      <div className="pickers">
        <label>
          <span className="picker-name">scene</span>
          <select
            aria-label="scene"
            value={scene?.name ?? ''}
            title={scene?.text ?? 'Settings of your own'}
            onChange={(event) => {
              const chosen = scenes.find(({ name }) => name === event.target.value);
              if (chosen !== undefined) playground.openLink(chosen.link, true);
            }}
          >
            {scene === undefined && <option value="">own settings</option>}
            {scenes.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="picker-name">world</span>
          <select
            aria-label="world"
            value={kind}
            title={worlds[kind].summary}
            onChange={(event) => playground.edit((whole) => withWorld(whole, event.target.value as WorldKind))}
          >
            <optgroup label="finite worlds: tables, exact">
              {Object.entries(environments).map(([key, { label }]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </optgroup>
            <optgroup label="physics: networks">
              {Object.entries(physicsTasks).map(([key, { label }]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
      </div>
      <Transport />
      <div className="aside">
        <ShareDialog />
        <ThemePicker />
        <KeysDialog />
      </div>
    </header>
  );
}
