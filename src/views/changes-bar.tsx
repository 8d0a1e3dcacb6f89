import { say, sayCount } from '../copy/say.ts';
import { withChangesFolded, withoutChanges } from '../playground/edits.ts';
import { columnNames } from '../config/column-names.ts';
import { useConfig, usePlayground } from './use-playground.ts';

/** The live changes that the link carries, and what can be done with them. Nothing is shown while there are none. */
export function ChangesBar() {
  const playground = usePlayground();
  const changes = useConfig((config) => config.changes);
  const runs = useConfig((config) => config.runs);
  if (changes.length === 0) return null;
  const names = columnNames(runs);
  const latest = changes.slice(-3).map((change) => {
    const who = change.run === 'all' ? say('all') : names[change.run];
    return `k = ${change.iteration}: ${who} ${change.key} ${change.value}`;
  });
  return (
    <div className="changes">
      <span>
        {sayCount(changes.length, '{count} live change in the link', '{count} live changes in the link')}
        <span className="quiet" translate="no">
          {' '}
          · {latest.join(' · ')}
        </span>
      </span>
      <button
        type="button"
        title={say('As if they had been set from the start: the run is made anew up to this iteration')}
        onClick={() => playground.edit((config, at) => withChangesFolded(config, at))}
      >
        {say('Use them from the start')}
      </button>
      <button
        type="button"
        title={say('As if they had never been made: the run is made anew up to this iteration')}
        onClick={() => playground.edit(withoutChanges)}
      >
        {say('Forget them')}
      </button>
    </div>
  );
}
