import { hullEdges } from './edges.ts';
import { fillKnapsack, TIE } from './knapsack.ts';
import { partwise } from './parts.ts';
import { withoutShape } from './plain.ts';
import { transportTo } from './row-distances.ts';
import type { Multiplier, NoShape, Optimum, SharedProblem, TrustRegion } from './trust-region.ts';

/**
 * Wasserstein (WPO): Σ_s ρ_s W(π'(·|s), π(·|s)) ≤ δ, W the cheapest transport under the action cost M.
 *
 * All mass of old action j goes to a target that maximises A_k − β M_kj. Where two targets tie, `share` θ of the mass takes the
 * dearer one: the step is (1−θ)·lo + θ·hi, lo the update just above β and hi the one just below. At a fixed β θ = 0: mass stays
 * if staying is among the best, else takes the cheapest move, else the lowest index.
 */
export const wasserstein: TrustRegion<NoShape> = partwise({
  ...withoutShape,
  usesCost: true,
  costExponent: () => 1,
  splits: true,
  improve,
  plan,
  spent,
  distance: transportTo,
  dual: (problem, radius, { beta }) => dual(problem, radius, beta),
  optimum,
});

/** β M as [N·N] with row j for old action j; what is free stays free at β = ∞. */
function pricesAt({ actions: n, cost: { matrix } }: SharedProblem, beta: number): Float64Array {
  const prices = new Float64Array(n * n);
  for (let k = 0; k < n; k += 1) {
    for (let j = 0; j < n; j += 1) prices[j * n + k] = matrix[k * n + j]! > 0 ? beta * matrix[k * n + j]! : 0;
  }
  return prices;
}

/**
 * The target of old action j in the row that begins at `base`, at prices β M [N·N] with row j for old action j: the best A_k − price,
 * first j, then by index. Targets are compared in pairs, so that large common parts of their advantages cancel.
 */
function targetOf(advantage: Float64Array, base: number, n: number, prices: Float64Array, j: number): number {
  const row = j * n;
  let target = j;
  let gain = advantage[base + j]!;
  let price = 0;
  for (let k = 0; k < n; k += 1) {
    const nextGain = advantage[base + k]!;
    const nextPrice = prices[row + k]!;
    if (nextGain - gain > nextPrice - price) {
      target = k;
      gain = nextGain;
      price = nextPrice;
    }
  }
  return target;
}

/** β = 0 as the limit from above: advantages decide, and cost where they tie. */
const SMALLEST_BETA = 1e-280;

/** β a little above itself, so that a tie goes to the cheaper move, or a little below, so that it goes to the dearer. */
function beside(beta: number, dearer: boolean): number {
  return Math.max(beta * (dearer ? 1 - TIE : 1 + TIE), SMALLEST_BETA);
}

function improve(problem: SharedProblem, { beta, share }: Multiplier, next: Float64Array): void {
  next.fill(0, 0, problem.states * problem.actions);
  if (share < 1) addUpdate(problem, beta, false, 1 - share, next);
  if (share > 0) addUpdate(problem, beta, true, share, next);
}

/** next += scale · the pure update */
function addUpdate(problem: SharedProblem, beta: number, dearer: boolean, scale: number, next: Float64Array): void {
  const { states, actions: n, policy, advantage, cost } = problem;
  if (cost.kind === 'uniform') return addUniform(problem, beside(beta, dearer) * cost.price, scale, next);
  const prices = pricesAt(problem, beside(beta, dearer));
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    for (let j = 0; j < n; j += 1) {
      const cell = base + targetOf(advantage, base, n, prices, j);
      next[cell] = next[cell]! + scale * policy[base + j]!;
    }
  }
}

/** One price for every move: all that gains more than it goes to the first of the best actions. */
function addUniform(problem: SharedProblem, price: number, scale: number, next: Float64Array): void {
  const { states, actions: n, policy, advantage } = problem;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    const target = firstBest(advantage, base, n);
    const best = advantage[target]!;
    let moved = 0;
    for (let cell = base; cell < base + n; cell += 1) {
      const mass = scale * policy[cell]!;
      const goes = best - advantage[cell]! > price;
      moved += goes ? mass : 0;
      next[cell] = next[cell]! + (goes ? 0 : mass);
    }
    next[target] = next[target]! + moved;
  }
}

/** Index of the first largest advantage in the row that begins at `base`. */
function firstBest(advantage: Float64Array, base: number, n: number): number {
  let target = base;
  let best = advantage[base]!;
  for (let cell = base + 1; cell < base + n; cell += 1) {
    const value = advantage[cell]!;
    if (value > best) {
      best = value;
      target = cell;
    }
  }
  return target;
}

function plan(problem: SharedProblem, { beta, share }: Multiplier, out: Float64Array): void {
  const { actions: n, policy, advantage } = problem;
  out.fill(0, 0, n * n);
  for (const dearer of [false, true]) {
    const scale = dearer ? share : 1 - share;
    if (scale === 0) continue;
    const prices = pricesAt(problem, beside(beta, dearer));
    for (let j = 0; j < n; j += 1) {
      const cell = targetOf(advantage, 0, n, prices, j) * n + j;
      out[cell] = out[cell]! + scale * policy[j]!;
    }
  }
}

/** Σ_s ρ_s ⟨Q^s, M⟩ */
function spent(problem: SharedProblem, { beta, share }: Multiplier): number {
  return (
    (share < 1 ? (1 - share) * updateCost(problem, beta, false) : 0) +
    (share > 0 ? share * updateCost(problem, beta, true) : 0)
  );
}

function updateCost(problem: SharedProblem, beta: number, dearer: boolean): number {
  const { states, actions: n, policy, advantage, weight, cost } = problem;
  if (cost.kind === 'uniform') return uniformCost(problem, beside(beta, dearer) * cost.price, cost.price);
  const prices = pricesAt(problem, beside(beta, dearer));
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    let row = 0;
    for (let j = 0; j < n; j += 1) {
      const mass = policy[base + j]!;
      if (mass > 0) row += mass * cost.matrix[targetOf(advantage, base, n, prices, j) * n + j]!;
    }
    total += rho * row;
  }
  return total;
}

function uniformCost(
  { states, actions: n, policy, advantage, weight }: SharedProblem,
  threshold: number,
  price: number,
): number {
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    const best = advantage[firstBest(advantage, base, n)]!;
    let moved = 0;
    for (let cell = base; cell < base + n; cell += 1) moved += best - advantage[cell]! > threshold ? policy[cell]! : 0;
    total += weight[s]! * moved;
  }
  return total * price;
}

/** D(β) = βδ + Σ_s ρ_s Σ_j π_j max_k { A_k − β M_kj } */
function dual(problem: SharedProblem, radius: number, beta: number): number {
  const { states, actions: n, policy, advantage, weight } = problem;
  if (beta === Infinity && radius > 0) return Infinity;
  const prices = pricesAt(problem, beta);
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    let row = 0;
    for (let j = 0; j < n; j += 1) {
      let best = -Infinity;
      for (let k = 0; k < n; k += 1) best = Math.max(best, advantage[base + k]! - prices[j * n + k]!);
      row += policy[base + j]! * best;
    }
    total += weight[s]! * row;
  }
  return (radius > 0 ? beta * radius : 0) + total;
}

/** Exact and without iteration: the rate of the hull edge at which the radius is spent. */
function optimum(parts: readonly SharedProblem[], radius: number): Optimum {
  const { rate, share, spent: total } = fillKnapsack(hullEdges(parts), radius);
  return { beta: rate, share, spent: total, binding: rate === 0 ? 'greedy' : 'tight' };
}
