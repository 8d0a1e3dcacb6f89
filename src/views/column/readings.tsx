import type { Run } from '../../playground/run.ts';
import { measureIndex, type Measure } from '../../training/measure.ts';
import { readable, steady } from '../format.ts';

/** The numbers that a reader follows: return against the optimum, and the time of an iteration. */
export function ColumnReadings({ run, solved }: { readonly run: Run; readonly solved: number | null }) {
  const at = (measure: Measure): number => run.frame?.row[measureIndex[measure]] ?? NaN;
  if (solved !== null) {
    return (
      <dl className="readings">
        <div title="Mean return of the last ten episodes that ended, acting as it learns, and the return that counts as solved">
          <dt>return</dt>
          <dd translate="no">
            {steady(at('sampledReturn'))} <span className="of">/ {steady(solved)}</span>
          </dd>
        </div>
        <div title="How far the network’s policy is from the target that it was fitted to">
          <dt>fit error</dt>
          <dd translate="no">{readable(at('fitError'))}</dd>
        </div>
        <div title="Environment steps a second of training: acting, updates and measuring">
          <dt>steps/s</dt>
          <dd translate="no">{readable(at('speed'))}</dd>
        </div>
      </dl>
    );
  }
  const best = run.reference?.expectedReturn ?? NaN;
  return (
    <dl className="readings">
      <div title="Expected discounted return J of the policy shown, exact, and the optimum J*">
        <dt>J</dt>
        <dd translate="no">
          {steady(at('return'))} <span className="of">/ {steady(best)}</span>
        </dd>
      </div>
      <div title="Milliseconds that the last iteration took: estimate, update and evaluation">
        <dt>ms</dt>
        <dd translate="no">{readable(at('milliseconds'))}</dd>
      </div>
    </dl>
  );
}
