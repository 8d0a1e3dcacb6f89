import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import type { Optimum, Problem, Shape, TrustRegion } from './trust-region.ts';

/** A dual and the cost of its steps over β, rising. */
export interface DualCurve {
  /** β [points], evenly apart in logarithms but for jumps, which have a point on either side */
  readonly betas: Float64Array;
  /** D(β) [points] */
  readonly dual: Float64Array;
  /** d(π'_β, π) [points], which falls with β */
  readonly cost: Float64Array;
  /** Where D is least: the cost falls through δ there. */
  readonly optimum: Optimum;
}

/** How far beside a jump its two points lie, relatively. */
const BESIDE = 1e-9;

/**
 * D(β) = βδ + max_π' { Σ π'A − β d(π', π) } of one state on a grid of β, and what the step at each β costs.
 * @param problem of one state, with a weight of 1
 * @param level δ: what this state may spend
 * @param range lowest and highest β, both finite and above 0
 * @param jumps β at which the cost jumps, as a path tells them
 */
export function dualCurve<S extends Shape>(
  region: TrustRegion<S>,
  problem: Problem,
  shape: S,
  level: number,
  [low, high]: readonly [number, number],
  count = 96,
  jumps: readonly number[] = [],
): DualCurve {
  const width = ln(high / low);
  const grid = Array.from({ length: count }, (_, n) => low * exp((width * n) / (count - 1)));
  const within = jumps.filter((beta) => beta > low && beta < high);
  const betas = Float64Array.from([...grid, ...within.flatMap((beta) => [beta * (1 - BESIDE), beta * (1 + BESIDE)])]);
  betas.sort();
  const at = (beta: number) => ({ ...shape, beta, share: 0 });
  return {
    betas,
    dual: betas.map((beta) => region.dual(problem, level, at(beta))),
    cost: betas.map((beta) => region.spent(problem, at(beta))),
    optimum: region.optimum(problem, level, shape),
  };
}
