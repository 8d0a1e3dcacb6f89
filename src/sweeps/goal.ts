import type { Measure } from '../training/measure.ts';
import type { Goal } from './sweep.ts';

/** What the goal is judged by, iteration by iteration, the first one included. */
export const goalMeasures = [
  'return',
  'sampledReturn',
  'gap',
  'steps',
  'elapsed',
] as const satisfies readonly Measure[];

/** The history of a run: measure → value at each iteration. */
export type History = Readonly<Record<(typeof goalMeasures)[number], readonly number[]>>;

/** The iteration at which a run reached its goal; null where it did not. */
export function reachedAt(goal: Goal, history: History): number | null {
  const iteration =
    goal.measure === 'gap' ? closeToOptimum(history.gap, goal.share) : settled(returnsOf(history), goal.share);
  return iteration < 0 ? null : iteration;
}

/** Physics tasks have sampled returns only, and none before the first episode has ended. */
function returnsOf(history: History): readonly number[] {
  return history.return.some(Number.isFinite) ? history.return : history.sampledReturn;
}

function closeToOptimum(gaps: readonly number[], share: number): number {
  const first = gaps.find(Number.isFinite) ?? NaN;
  return gaps.findIndex((gap) => gap <= share * first);
}

function settled(returns: readonly number[], share: number): number {
  const finite = returns.filter(Number.isFinite);
  const [first = NaN] = finite;
  const tail = finite.slice(-Math.ceil(finite.length / 10));
  const last = tail.reduce((sum, value) => sum + value, 0) / tail.length;
  // who has learned nothing has arrived nowhere
  if (!(last > first)) return -1;
  return returns.findIndex((value) => last - value <= share * (last - first));
}
