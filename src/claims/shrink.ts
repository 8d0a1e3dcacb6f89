import type { Sweep } from '../sweeps/sweep.ts';
import type { Small } from './claim.ts';

/** The same sweep with fewer values, seeds and iterations: every run of it is the beginning of a run of the whole. */
export function shrink(sweep: Sweep, { iterations, seeds, keep }: Small): Sweep {
  return {
    ...sweep,
    vary: sweep.vary.map((axis, n) => {
      const kept = keep?.[n];
      return kept === undefined ? axis : { ...axis, values: kept.map((index) => axis.values[index]!) };
    }),
    seeds: { ...sweep.seeds, count: Math.min(seeds, sweep.seeds.count) },
    iterations: Math.min(iterations, sweep.iterations),
    points: Math.min(sweep.points, Math.min(iterations, sweep.iterations) + 1),
  };
}
