/** What one state's region with its path and its dual takes: three columns of it must come within a frame. */
import { bridge } from '../src/trust-regions/bridge.ts';
import { betaPath, betaRange } from '../src/trust-regions/beta-path.ts';
import { chiSquared } from '../src/trust-regions/chi-squared.ts';
import { dualCurve } from '../src/trust-regions/dual-curve.ts';
import { entropyKl } from '../src/trust-regions/entropy-kl.ts';
import { chooseFace } from '../src/trust-regions/face.ts';
import { forwardKl } from '../src/trust-regions/forward-kl.ts';
import { kl } from '../src/trust-regions/kl.ts';
import { partOf } from '../src/trust-regions/parts.ts';
import { regionBorder } from '../src/trust-regions/region.ts';
import { sinkhorn } from '../src/trust-regions/sinkhorn.ts';
import type { Shape, TrustRegion } from '../src/trust-regions/trust-region.ts';
import { wasserstein } from '../src/trust-regions/wasserstein.ts';
import { benchProblem } from './problem.ts';
import { nanoseconds } from './timing.ts';

const WEIGHT = Float64Array.of(1);

const cases: readonly (readonly [string, TrustRegion<never>, Shape, number])[] = [
  ['KL', kl, {}, 0.05],
  ['Wasserstein', wasserstein, {}, 0.1],
  ['Sinkhorn', sinkhorn, { lambda: 20 }, 0.1],
  ['Bridge', bridge, { dial: 0.8 }, 0.9],
  ['KL with entropy', entropyKl, { tau: 0.1 }, 0.05],
  ['forward KL', forwardKl, {}, 0.05],
  ['χ²', chiSquared, {}, 0.05],
] as unknown as (readonly [string, TrustRegion<never>, Shape, number])[];

/** Prints milliseconds of each metric's region with path and dual on a state of six actions, and how many optimum solves that is. */
export function regionTimes(): void {
  console.log(
    '\nRegion, path and dual of one state of six actions (ms, best of 4), and as a ratio to one optimum solve:',
  );
  for (const geometry of ['zero-one', 'line'] as const) {
    const problem = { ...partOf(benchProblem(geometry), 3), weight: WEIGHT };
    let three = 0;
    for (const [name, metric, shape, radius] of cases) {
      const region = metric as unknown as TrustRegion;
      const next = new Float64Array(problem.actions);
      const { beta, share } = region.optimum(problem, radius, shape);
      region.improve(problem, { ...shape, beta, share }, next);
      const face = chooseFace(problem.actions, [{ before: problem.policy, after: next }]);
      const path = betaPath(region, problem, shape);
      const range = betaRange(path) ?? [0.1, 10];
      const border = nanoseconds(() => regionBorder(region, problem, shape, radius, face), 4) / 1e6;
      const walk = nanoseconds(() => betaPath(region, problem, shape), 4) / 1e6;
      const dual = nanoseconds(() => dualCurve(region, problem, shape, radius, range, 96, path.jumps), 4) / 1e6;
      const solve = nanoseconds(() => region.optimum(problem, radius, shape), 4) / 1e6;
      const all = border + walk + dual;
      if (['KL', 'Wasserstein', 'Sinkhorn'].includes(name)) three += border + walk;
      console.log(
        `  ${geometry.padEnd(9)} ${name.padEnd(16)} border ${border.toFixed(3)}   path ${walk.toFixed(3)} (${path.betas.length} rows)   dual ${dual.toFixed(3)}   all ${all.toFixed(3)}   ratio ${(all / solve).toFixed(0)}`,
      );
    }
    console.log(`  ${geometry.padEnd(9)} three columns, borders and paths: ${three.toFixed(2)} ms (at most 8)`);
  }
}
