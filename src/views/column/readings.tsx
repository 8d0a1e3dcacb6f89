import type { Run } from '../../playground/run.ts';
import { measureIndex, type Measure } from '../../training/measure.ts';
import { readable, steady } from '../format.ts';

/** The numbers that a reader follows: return against the optimum, and the time of an iteration. */
export function ColumnReadings({ run }: { readonly run: Run }) {
  const at = (measure: Measure): number => run.frame?.row[measureIndex[measure]] ?? NaN;
  const best = run.optimum?.expectedReturn ?? NaN;
  return (
    <dl className="readings">
      <div title="Expected discounted return J of the policy shown, exact, and the optimum J*">
        <dt>J</dt>
        <dd>
          {steady(at('return'))} <span className="of">/ {steady(best)}</span>
        </dd>
      </div>
      <div title="Milliseconds that the last iteration took: estimate, update and evaluation">
        <dt>ms</dt>
        <dd>{readable(at('milliseconds'))}</dd>
      </div>
    </dl>
  );
}
