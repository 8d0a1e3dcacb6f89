import type { SweepTask } from '../../sweeps/sweep.ts';

/**
 * How many runs of a sweep are no repetition of another.
 *
 * @param tasks those of its first two seeds, or of its one
 * @param seeds how many it has
 */
export function distinctRuns(tasks: readonly SweepTask[], seeds: number): number {
  const perSetting = Math.min(2, seeds);
  let count = 0;
  for (let n = 0; n < tasks.length; n += perSetting) {
    const first = tasks[n]!;
    if (first.like !== first.index) continue;
    // where the second seed is the first again, all are
    const again = tasks.slice(n + 1, n + perSetting).some(({ like }) => like === first.index);
    count += again ? 1 : seeds;
  }
  return count;
}
