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
    const who = change.run === 'all' ? 'all' : names[change.run];
    return `k = ${change.iteration}: ${who} ${change.key} ${change.value}`;
  });
  return (
    <div className="changes">
      <span>
        {changes.length} live {changes.length === 1 ? 'change' : 'changes'} in the link
        <span className="quiet"> · {latest.join(' · ')}</span>
      </span>
      <button
        type="button"
        title="As if they had been set from the start: the run is made anew up to this iteration"
        onClick={() => playground.edit((config, at) => withChangesFolded(config, at))}
      >
        Use them from the start
      </button>
      <button
        type="button"
        title="As if they had never been made: the run is made anew up to this iteration"
        onClick={() => playground.edit(withoutChanges)}
      >
        Forget them
      </button>
    </div>
  );
}
