import { say } from '../../copy/say.ts';
import { sceneOf, scenes } from '../../config/scenes.ts';
import { columnNames } from '../../config/column-names.ts';
import { formatNumber } from '../../field.ts';
import { useConfig, usePlayground, useView } from '../use-playground.ts';

/** What the scene asks, what there is to see, and the way to the others. */
export function Question() {
  const playground = usePlayground();
  const name = useView((view) => view.scene);
  const config = useConfig((whole) => whole);
  const at = scenes.findIndex((scene) => scene.name === name);
  const scene = scenes[at];
  const changed = scene !== undefined && sceneOf(config) !== scene;
  const latest = config.changes.at(-1);
  const what =
    latest === undefined
      ? say('changed: settings')
      : say(latest.run === 'all' ? 'changed: {key} = {value}' : 'changed: {key} of {column} = {value}', {
          key: latest.key,
          value: typeof latest.value === 'number' ? formatNumber(latest.value) : latest.value,
          column: latest.run === 'all' ? '' : columnNames(config.runs)[latest.run]!,
        });
  const open = (place: number): void => playground.openLink(scenes[place]!.link, true);
  return (
    <section className="question" aria-label={say('Question')}>
      <div className="question-words">
        <h2>{say(scene?.question ?? 'Settings of your own')}</h2>
        <p className="scene-text">
          {say(scene?.text ?? 'Every column improves the same policy of the same world, by a rule of its own.')}
          {changed && (
            <span className="changed">
              {' '}
              {what}{' '}
              <button type="button" className="link" onClick={() => open(at)}>
                {say('undo')}
              </button>
            </span>
          )}
        </p>
      </div>
      <nav className="scenes" aria-label={say('Scenes')}>
        <a className="learn" href="#lesson=update.1" title={say('Lesson 1: what an update is, and why it is bounded')}>
          {say('Learn step by step')}
        </a>
        <select
          aria-label={say('scene')}
          value={scene?.name ?? ''}
          title={say('All scenes')}
          onChange={(event) => {
            const chosen = scenes.findIndex((candidate) => candidate.name === event.target.value);
            if (chosen >= 0) open(chosen);
          }}
        >
          {scene === undefined && <option value="">{say('own settings')}</option>}
          {scenes.map(({ name: each }, n) => (
            <option key={each} value={each}>
              {n + 1} {say(each)}
            </option>
          ))}
        </select>
      </nav>
    </section>
  );
}

/** The scene before or after the one that is open, as a link's fragment. */
export function sceneBeside(name: string | null, step: 1 | -1): string {
  const at = scenes.findIndex((scene) => scene.name === name);
  return scenes[(at + step + scenes.length) % scenes.length]!.link;
}
