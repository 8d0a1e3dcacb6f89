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

/** Share of a return under which a distance to the optimum is that of rounding. */
const ROUNDING = 1e-12;

/** The iteration at which a run reached its goal; null where it did not. */
export function reachedAt(goal: Goal, history: History): number | null {
  const iteration =
    goal.measure === 'gap' ? closeToOptimum(history, goal.share) : settled(returnsOf(history), goal.share);
  return iteration < 0 ? null : iteration;
}

/** Physics tasks have sampled returns only, and none before the first episode has ended. */
function returnsOf(history: History): readonly number[] {
  return history.return.some(Number.isFinite) ? history.return : history.sampledReturn;
}

function closeToOptimum({ gap: gaps, return: returns }: History, share: number): number {
  const first = gaps.find(Number.isFinite) ?? NaN;
  // where all policies have the same return, what is left of a distance is rounding
  return gaps.findIndex((gap, n) => gap <= Math.max(share * first, ROUNDING * (Math.abs(returns[n] ?? 0) || 0)));
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
