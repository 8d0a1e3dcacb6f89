import { say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import type { Run } from '../../playground/run.ts';
import { measureIndex, STILL } from '../../training/measure.ts';
import { readable } from '../format.ts';
import { useCondition, useConfig, usePicture, usePlayground, useSignal, useView } from '../use-playground.ts';
import { sceneBeside } from './question.tsx';

/** Updates at which a run last moved any mass. */
function updatesOf({ history }: Run): number {
  for (let position = history.length - 1; position > 0; position -= 1) {
    if (history.at(position, 'variation') > STILL) return history.at(position, 'iteration');
  }
  return 0;
}

/** When nothing moves any more: how it ended, and what to do next. Its place is always there. */
export function EndBar({ announcement }: { readonly announcement: string }) {
  const playground = usePlayground();
  useSignal(playground.changed, 200);
  const status = useCondition((condition) => condition.status);
  const runs = useConfig((config) => config.runs);
  const scene = useView((view) => view.scene);
  const picture = usePicture();
  const over = status === 'ready' && playground.finished && playground.iteration > 0;
  const names = columnNames(runs);
  const standing = playground.runs.filter((run) => run.status === 'ready');
  const best = standing.every(({ frame }) => (frame?.row[measureIndex.gap] ?? NaN) < 1e-6);
  return (
    <div className="end-bar" data-over={over}>
      <p className="announcement" role="status" aria-live="polite">
        {announcement}
      </p>
      {picture.kind === 'table' && picture.world.note !== undefined && <p>{say(picture.world.note)}</p>}
      {over && (
        <>
          <p>
            {say(best ? 'All stand at the best policy.' : 'All stand still.')}{' '}
            {playground.runs.map((run, index) => {
              const gap = run.frame?.row[measureIndex.gap] ?? NaN;
              return (
                <span key={index}>
                  {say(best || gap < 1e-6 ? '{name} took {n}' : '{name} took {n} and stays {gap} from the best', {
                    name: names[index]!,
                    n: updatesOf(run),
                    gap: readable(gap, 2),
                  })}
                  {index < playground.runs.length - 1 ? ', ' : '.'}
                </span>
              );
            })}
          </p>
          <span className="end-buttons">
            <button type="button" onClick={() => playground.play()}>
              {say('Again')}
            </button>
            <button type="button" onClick={() => playground.look({ drawer: true })}>
              {say('Change something')}
            </button>
            <button type="button" className="main" onClick={() => playground.openLink(sceneBeside(scene, 1), true)}>
              {say('Next scene')}
            </button>
          </span>
        </>
      )}
    </div>
  );
}
