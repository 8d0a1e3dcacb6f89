import type { MethodKind } from '../../methods/registry.ts';
import { median, sortedFinite } from '../../sweeps/statistics.ts';
import type { RecordedCurve, RecordedRun } from './recording.ts';

/** Digits of what is kept. */
const DIGITS = 4;

/** A number as a recording keeps it. */
export const kept = (value: number): number => Number(value.toPrecision(DIGITS));

/**
 * Seeds of one method put together: medians over all of them, at the points of the one that ends first, so that each point is of every
 * seed. What others have beyond stays in their runs.
 */
export function curveOf(method: MethodKind, runs: readonly RecordedRun[]): RecordedCurve {
  const ordered = runs.toSorted((one, other) => one.seed - other.seed);
  const shortest = ordered.reduce((least, one) => (endOf(one) < endOf(least) ? one : least));
  const { steps } = shortest;
  // of one that went on, its share
  const minutes = ordered.map((one) => (one.minutes === null ? null : (one.minutes * endOf(shortest)) / endOf(one)));
  return {
    method,
    command: ordered[0]!.command,
    date: ordered
      .map(({ date }) => date)
      .toSorted()
      .at(-1)!,
    minutes: minutes.every((one) => one !== null)
      ? Number((minutes.reduce((sum, one) => sum + one, 0) / minutes.length).toFixed(2))
      : null,
    final: ordered.map((run) => valueAt(run, run.returns, endOf(shortest))),
    steps,
    ahead: Math.round(median(sortedFinite(ordered.map((run) => valueAt(run, run.ahead, endOf(shortest)) ?? 0)))),
    returns: steps.map((at) => {
      const values = ordered.map((run) => valueAt(run, run.returns, at));
      return values.every((value) => value !== null) ? kept(median(sortedFinite(values))) : null;
    }),
    runs: ordered,
  };
}

const endOf = ({ steps }: RecordedRun): number => steps.at(-1)!;

/** What a run had at so many steps, by a straight line between its points; null where one of them is missing. */
export function valueAt({ steps }: RecordedRun, values: readonly (number | null)[], at: number): number | null {
  const above = steps.findIndex((count) => count >= at);
  if (above === -1) return null;
  const high = values[above] ?? null;
  if (steps[above] === at) return high;
  const low = values[above - 1] ?? null;
  if (low === null || high === null) return null;
  return low + (high - low) * ((at - steps[above - 1]!) / (steps[above]! - steps[above - 1]!));
}
