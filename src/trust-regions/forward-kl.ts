import { ln } from '../math/ln.ts';
import { lessLog1p } from '../math/near-one.ts';
import { withoutShape } from './plain.ts';
import { bestOf, bestOnSupport, finiteTilt, LEAST_MASS } from './rows.ts';
import { forwardDivergenceTo } from './row-distances.ts';
import { guessedTilt, spendAll, type Distance } from './spend.ts';
import type { NoShape, Optimum, Problem, TrustRegion } from './trust-region.ts';

/**
 * Forward Kullback–Leibler: Σ_s ρ_s KL(π(·|s) ‖ π'(·|s)) ≤ δ, the direction that TRPO bounds (Schulman et al. 2015); its closed form as
 * in Grill et al. 2020, arXiv 2007.12509.
 *
 * π'_i = βπ_i/(ν − A_i) with ν from Σπ' = 1: bad actions starve, and never die. An action without probability costs nothing to take up: where
 * it is better than all of the support and ν would lie below its advantage, ν is that advantage, and the first such action gets the rest.
 *
 * With t = 1/β, y_i = t (A* − A_i) ≥ 0 below the best A* of the support, and v = 1 + t (ν − A* − β): π'_i = π_i/(v + y_i). v is the root
 * of an increasing concave function, a harmonic mean, which Newton's method climbs from below. Where nothing moves v = 1, and c = 1 − v is
 * what is computed, so that small steps keep their digits.
 */
export const forwardKl: TrustRegion<NoShape> = {
  ...withoutShape,
  usesCost: false,
  costExponent: () => 0,
  splits: false,
  planning: { kind: 'derived' },
  improve: (problem, { beta }, next) => writeStarved(problem, 1 / beta, next),
  spent: (problem, { beta }) => {
    const out = { cost: 0, spread: 0 };
    measure(problem, 1 / beta, out);
    return out.cost;
  },
  distance: forwardDivergenceTo,
  dual: (problem, radius, { beta }) => dual(problem, radius, beta),
  optimum: (problem, radius) => optimum(problem, radius),
};

/** β below which 1/β is taken for what it is at this one: the greedy step to the last digit, but for how far it is. */
const LEAST_BETA = 1e-300;
const MOST_STEPS = 200;

/** One state's normaliser: v, and 1 − v where that has more digits. */
interface Level {
  v: number;
  c: number;
  /** Mass that goes to an action without probability. */
  rest: number;
}

const level: Level = { v: 1, c: 0, rest: 0 };

/** y_i = t (A* − A_i) of the row that begins at `base`; y of the best action overall, where it has no probability, is below 0. */
function rowOf({ actions: n, policy, advantage }: Problem, base: number): { best: number; most: number; mass: number } {
  let mass = 0;
  for (let a = base; a < base + n; a += 1) if (policy[a]! > LEAST_MASS) mass += policy[a]!;
  return { best: bestOnSupport(policy, advantage, base, n, LEAST_MASS), most: bestOf(advantage, base, n), mass };
}

/** Finds v of the row that begins at `base` at a finite t, into `level`. */
function solveLevel(problem: Problem, base: number, t: number, best: number, most: number, mass: number): void {
  const { actions: n, policy, advantage } = problem;
  level.rest = 0;
  if (t === 0) {
    level.v = 1;
    level.c = 0;
    return;
  }
  // from below: the best action's own mass at least stays its own
  let own = 0;
  for (let a = base; a < base + n; a += 1) {
    if (advantage[a] === best && policy[a]! > LEAST_MASS) own += policy[a]! / mass;
  }
  level.v = own;
  level.c = 1 - own;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const near = level.v > 0.5;
    // Σ π r − 1 and Σ π r², r = 1/(v + y)
    let excess = near ? 0 : -1;
    let square = 0;
    for (let a = base; a < base + n; a += 1) {
      if (!(policy[a]! > LEAST_MASS)) continue;
      const p = policy[a]! / mass;
      const y = t * (best - advantage[a]!);
      const u = y - level.c;
      const r = near ? 1 / (1 + u) : 1 / (level.v + y);
      excess += near ? -p * u * r : p * r;
      square += p * r * r;
    }
    const climb = (excess * (1 + excess)) / square;
    const size = near ? level.c : level.v;
    if (near) {
      level.c -= climb;
      level.v = 1 - level.c;
    } else {
      level.v += climb;
      level.c = 1 - level.v;
    }
    if (Math.abs(climb) <= 2e-16 * size || (step > 2 && climb < 0)) break;
  }
  const floor = t * (most - best);
  if (!(floor > level.v)) return;
  level.v = floor;
  level.c = 1 - floor;
  let kept = 0;
  for (let a = base; a < base + n; a += 1) {
    if (policy[a]! > LEAST_MASS) kept += policy[a]! / mass / (floor + t * (best - advantage[a]!));
  }
  level.rest = 1 - kept;
}

/** π'/π of an action whose y is given. */
function ratioAt(y: number): number {
  return level.v > 0.5 ? 1 / (1 + (y - level.c)) : 1 / (level.v + y);
}

function writeStarved(problem: Problem, tilt: number, next: Float64Array): void {
  const { states, actions: n, policy, advantage } = problem;
  const t = finiteTilt(tilt);
  if (t === 0) return next.set(policy);
  for (let base = 0; base < states * n; base += n) {
    const { best, most, mass } = rowOf(problem, base);
    solveLevel(problem, base, t, best, most, mass);
    let heir = level.rest > 0 ? -1 : base;
    for (let a = base; a < base + n; a += 1) {
      next[a] = policy[a]! > LEAST_MASS ? (policy[a]! / mass) * ratioAt(t * (best - advantage[a]!)) : 0;
      // as greedy as doubles can tell
      if (tilt === Infinity && advantage[a]! < most) next[a] = 0;
      if (heir < 0 && advantage[a] === most) heir = a;
    }
    if (level.rest > 0) next[heir] = level.rest;
  }
}

/** Σ_s ρ_s KL(π‖π') = Σ_s ρ_s { Σ_i π_i (r_i − 1 − ln r_i) + rest } with r = π'/π. */
function measure(problem: Problem, tilt: number, out: Distance): void {
  const { states, actions: n, policy, advantage, weight } = problem;
  const t = finiteTilt(tilt);
  out.cost = out.spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    const { best, most, mass } = rowOf(problem, base);
    solveLevel(problem, base, t, best, most, mass);
    let cost = level.rest;
    let first = 0;
    let tilted = 0;
    let total = 0;
    let dropped = false;
    for (let a = base; a < base + n; a += 1) {
      if (!(policy[a]! > LEAST_MASS)) continue;
      const p = policy[a]! / mass;
      const y = t * (best - advantage[a]!);
      const r = ratioAt(y);
      const change = level.v > 0.5 ? -(y - level.c) * r : r - 1;
      // far out r − 1 is −1 to the last digit, and its logarithm is not
      cost += p * (Math.abs(change) < 0.25 ? lessLog1p(change) : change - ln(r));
      first += p * r * y;
      tilted += p * r * r * y;
      total += p * r * r;
      dropped ||= advantage[a]! < most;
    }
    // at β = 0 actions of the old policy have no probability left
    out.cost += tilt === Infinity && dropped ? Infinity : rho * cost;
    out.spread += rho * (level.rest > 0 ? 1 : Math.max(0, first - tilted / total));
  }
}

/** D(β) = βδ + Σ_s ρ_s (ν − β − β KL(π‖π')); at β = 0 its limit Σ ρ max A, at β = ∞ the limit for δ = 0 or ∞. */
function dual(problem: Problem, radius: number, beta: number): number {
  if (beta === Infinity && radius > 0) return Infinity;
  const { states, actions: n, policy, advantage, weight } = problem;
  const out = { cost: 0, spread: 0 };
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    const base = s * n;
    const { best, most, mass } = rowOf(problem, base);
    let below = 0;
    if (beta < LEAST_BETA) below = best - most;
    else if (beta === Infinity) {
      for (let a = base; a < base + n; a += 1) {
        if (policy[a]! > LEAST_MASS) below += (policy[a]! / mass) * (best - advantage[a]!);
      }
    } else {
      solveLevel(problem, base, 1 / beta, best, most, mass);
      below = beta * level.c;
    }
    sum += weight[s]! * (best - below);
  }
  if (beta === Infinity || beta < LEAST_BETA) return sum + (radius > 0 && beta > 0 ? beta * radius : 0);
  measure(problem, 1 / beta, out);
  return sum + beta * (radius - out.cost);
}

/** A divergence grows without end as β falls, but only as its logarithm: a radius beyond what doubles hold is the smallest β's. */
function optimum(problem: Problem, radius: number): Optimum {
  if (radius <= 0) return { beta: Infinity, share: 0, spent: 0, binding: 'tight' };
  const out = { cost: 0, spread: 0 };
  measure(problem, Infinity, out);
  if (out.cost <= radius) return { beta: 0, share: 0, spent: out.cost, binding: 'greedy' };
  measure(problem, 1 / LEAST_BETA, out);
  if (out.cost <= radius) return { beta: LEAST_BETA, share: 0, spent: out.cost, binding: 'greedy' };
  return spendAll(
    { measure: (t, at) => measure(problem, t, at), least: 0, sharpness: 1 },
    radius,
    guessedTilt(problem, radius),
  );
}
