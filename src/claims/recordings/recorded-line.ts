import type { MethodKind } from '../../methods/registry.ts';
import { valueAt } from './recorded-curve.ts';
import type { RecordedCurve, Recording } from './recording.ts';

/** A recorded curve as it is drawn: at its points, what each axis counts, the median, and the worst and the best seed. */
export interface RecordedLine {
  readonly method: MethodKind;
  readonly seeds: number;
  /** That made it, the first of several. */
  readonly command: string;
  readonly steps: readonly number[];
  /** Acted and of look-ahead; null where the latter was not counted. */
  readonly simulated: readonly number[] | null;
  /** Of training; null where it was not timed. */
  readonly minutes: readonly number[] | null;
  /** NaN before an episode of every seed has ended. */
  readonly middle: readonly number[];
  /** Of the worst and the best seed there; null where there is one seed, or single seeds were not kept. */
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
}

export function lineOf({ command }: Recording, curve: RecordedCurve): RecordedLine {
  const { method, steps, returns, runs = [], final, minutes } = curve;
  const last = steps.at(-1) ?? NaN;
  const each = runs.length > 1 ? steps.map((at) => runs.map((run) => valueAt(run, run.returns, at) ?? NaN)) : null;
  return {
    method,
    seeds: final.length,
    command: curve.command ?? command,
    steps,
    simulated: simulatedOf(curve),
    // its pace is even: an iteration takes about as long as any other
    minutes: minutes === null ? null : steps.map((at) => (minutes * at) / last),
    middle: returns.map((value) => value ?? NaN),
    low: each?.map((values) => Math.min(...values)) ?? null,
    high: each?.map((values) => Math.max(...values)) ?? null,
  };
}

function simulatedOf({ steps, ahead, runs = [] }: RecordedCurve): number[] | null {
  if (ahead === undefined) return null;
  const last = steps.at(-1) ?? NaN;
  return steps.map((at) => {
    const counted = runs.map((run) => valueAt(run, run.ahead, at)).filter((value) => value !== null);
    // older recordings have only how much it was in all
    const until =
      counted.length > 0 ? counted.reduce((sum, value) => sum + value, 0) / counted.length : (ahead * at) / last;
    return Math.round(at + until);
  });
}
