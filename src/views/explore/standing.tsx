import { say } from '../../copy/say.ts';
import type { Run } from '../../playground/run.ts';
import { measureIndex, type Measure } from '../../training/measure.ts';
import { readable, steady, whole } from '../format.ts';
import { Term } from '../explain/term.tsx';
import { usePlayground, useSignal } from '../use-playground.ts';

interface StandingProps {
  readonly run: Run;
  /** Whether its signs explain themselves here: once on the page is enough. */
  readonly explains: boolean;
  readonly onRestart: () => void;
}

/** Where a policy stands: its return, and how far that is from the best; or what a column that cannot say so says. */
export function Standing({ run, explains, onRestart }: StandingProps) {
  const playground = usePlayground();
  useSignal(run.changed, 100);
  if (run.status === 'failed') {
    return (
      <div className="standing failed" role="alert">
        <p>
          {run.failure}
          {playground.runs.some((other) => other.status !== 'failed') && ` ${say('The other columns go on.')}`}
        </p>
        <button type="button" onClick={onRestart}>
          {say('Restart this column')}
        </button>
      </div>
    );
  }
  if (run.status === 'opening') {
    const text = run.progress || say(playground.task === 'table' ? 'Opening its worker…' : 'Fetching the engines…');
    return (
      <div className="standing">
        <p title={text}>{text}</p>
      </div>
    );
  }
  const at = (measure: Measure): number => run.frame?.row[measureIndex[measure]] ?? NaN;
  // it comes from the worker, in English
  const note = say(run.frame?.note ?? '');
  if (playground.solved !== null) {
    return (
      <div className="standing">
        <span className="number" translate="no">
          {steady(at('sampledReturn'))}
        </span>{' '}
        <span
          className="quiet"
          title={say('After {steps} environment steps and {ahead} steps of look-ahead', {
            steps: whole(at('steps')),
            ahead: whole(at('ahead')),
          })}
        >
          {say('of {solved}', { solved: steady(playground.solved) })}
          <span className="fit-error">{say('fit error {error}', { error: readable(at('fitError'), 2) })}</span>
        </span>
        <span key="note" className="note" title={note}>
          {note}
        </span>
      </div>
    );
  }
  const gap = at('gap');
  const toBest = (
    <span className="to-best">{say(gap < 1e-9 ? 'the best' : '{gap} from best', { gap: readable(gap, 2) })}</span>
  );
  return (
    <div className="standing">
      <span className="number" translate="no">
        {steady(at('return'), 2)}
      </span>{' '}
      {explains ? <Term of="best">{toBest}</Term> : toBest}
      {run.frame?.settled === true ? (
        // a note of its own: one that only became narrower would be seen to move
        <span key="still" className="note still">
          {say('stands still')}
        </span>
      ) : (
        <span className="note" title={note}>
          {note}
        </span>
      )}
    </div>
  );
}
