import { withoutShape } from './plain.ts';
import { finiteTilt, LEAST_MASS } from './rows.ts';
import { chiSquaredTo } from './row-distances.ts';
import { spendAll, variance, type Distance } from './spend.ts';
import type { NoShape, Optimum, Problem, TrustRegion } from './trust-region.ts';

/**
 * χ²: Σ_s ρ_s Σ_i (π'_i − π_i)²/π_i ≤ δ, over the actions that have probability: the second order of every f-divergence.
 *
 * π'_i = π_i [1 + (A_i − ν)/(2β)]₊ with ν from Σπ' = 1: a straight line in the advantage, cut off at 0, so that actions are dropped for
 * good and for a finite price. ν is found by dropping whatever falls below 0 until nothing does.
 */
export const chiSquared: TrustRegion<NoShape> = {
  ...withoutShape,
  usesCost: false,
  costExponent: () => 0,
  splits: false,
  planning: { kind: 'derived' },
  improve: (problem, { beta }, next) => writeLines(problem, 1 / beta, next),
  spent: (problem, { beta }) => {
    const out = { cost: 0, spread: 0 };
    measure(problem, 1 / beta, out);
    return out.cost;
  },
  distance: chiSquaredTo,
  dual: (problem, radius, { beta }) => dual(problem, radius, beta),
  optimum: (problem, radius) => optimum(problem, radius),
};

/** One state's line, r_i − 1 = e + z_i with z_i = (A_i − A_p)/(2β) and p the heaviest action that is kept, so that small parts count. */
interface Line {
  e: number;
  /** A_p */
  pivot: number;
  /** π of what keeps some, and of what is dropped */
  kept: number;
  dropped: number;
}

const line: Line = { e: 0, pivot: 0, kept: 1, dropped: 0 };

/** Finds the line of the row that begins at `base`, by Michelot's rule: what would fall below 0 is left out, and the line found anew. */
function solveLine({ actions: n, policy, advantage }: Problem, base: number, t: number): void {
  line.e = Infinity;
  line.pivot = 0;
  for (let pass = 0; pass <= n; pass += 1) {
    const { e, pivot } = line;
    const keeps = (a: number): boolean => policy[a]! > LEAST_MASS && e + 0.5 * t * (advantage[a]! - pivot) > -1;
    let heaviest = base;
    let mass = 0;
    for (let a = base; a < base + n; a += 1) {
      if (!(policy[a]! > mass) || !keeps(a)) continue;
      mass = policy[a]!;
      heaviest = a;
    }
    const next = advantage[heaviest]!;
    let kept = 0;
    let dropped = 0;
    let sum = 0;
    for (let a = base; a < base + n; a += 1) {
      if (keeps(a)) {
        kept += policy[a]!;
        sum += policy[a]! * (0.5 * t * (advantage[a]! - next));
      } else if (policy[a]! > LEAST_MASS) dropped += policy[a]!;
    }
    const unchanged = pass > 0 && kept === line.kept && dropped === line.dropped;
    line.pivot = next;
    line.kept = kept;
    line.dropped = dropped;
    line.e = (dropped - sum) / kept;
    if (unchanged) return;
  }
}

/** π'/π − 1 of an action of the last line. */
function changeOf(gain: number, t: number): number {
  return Math.max(-1, line.e + 0.5 * t * (gain - line.pivot));
}

function writeLines(problem: Problem, tilt: number, next: Float64Array): void {
  const { states, actions: n, policy, advantage } = problem;
  const t = finiteTilt(tilt);
  for (let base = 0; base < states * n; base += n) {
    solveLine(problem, base, t);
    for (let a = base; a < base + n; a += 1) {
      next[a] = policy[a]! > LEAST_MASS ? policy[a]! * (1 + changeOf(advantage[a]!, t)) : 0;
    }
  }
}

/** Σ_s ρ_s χ² at t = 1/β, and t times its slope there. */
function measure(problem: Problem, tilt: number, out: Distance): void {
  const { states, actions: n, policy, advantage, weight } = problem;
  const t = finiteTilt(tilt);
  out.cost = out.spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    solveLine(problem, base, t);
    const mean = line.dropped / line.kept - line.e;
    let cost = 0;
    let spread = 0;
    for (let a = base; a < base + n; a += 1) {
      const p = policy[a]!;
      if (!(p > LEAST_MASS)) continue;
      const change = changeOf(advantage[a]!, t);
      cost += p * change * change;
      if (change === -1) continue;
      const apart = 0.5 * t * (advantage[a]! - line.pivot) - mean;
      spread += p * apart * apart;
    }
    out.cost += rho * cost;
    out.spread += rho * 2 * spread;
  }
}

/** D(β) = βδ + Σ_s ρ_s (ν + β χ²), ν = A_p − 2βe; at β = 0 its limit Σ ρ A*, at β = ∞ the limit for δ = 0 or ∞. */
function dual(problem: Problem, radius: number, beta: number): number {
  if (beta === Infinity && radius > 0) return Infinity;
  const { states, actions: n, policy, advantage, weight } = problem;
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    const base = s * n;
    solveLine(problem, base, finiteTilt(1 / beta));
    let above = -2 * beta * line.e;
    if (beta === Infinity) {
      above = 0;
      for (let a = base; a < base + n; a += 1) {
        if (policy[a]! > LEAST_MASS) above += (policy[a]! / line.kept) * (advantage[a]! - line.pivot);
      }
    }
    sum += weight[s]! * (line.pivot + above);
  }
  if (beta === Infinity) return sum;
  const out = { cost: 0, spread: 0 };
  measure(problem, 1 / beta, out);
  return sum + beta * (radius + out.cost);
}

function optimum(problem: Problem, radius: number): Optimum {
  if (radius <= 0) return { beta: Infinity, share: 0, spent: 0, binding: 'tight' };
  const out = { cost: 0, spread: 0 };
  measure(problem, Infinity, out);
  if (out.cost <= radius) return { beta: 0, share: 0, spent: out.cost, binding: 'greedy' };
  // χ² begins as t² Var_π(A)/4
  const guess = Math.sqrt((4 * radius) / Math.max(Number.MIN_VALUE, variance(problem)));
  return spendAll({ measure: (t, at) => measure(problem, t, at), least: 0, sharpness: 1 }, radius, guess);
}
