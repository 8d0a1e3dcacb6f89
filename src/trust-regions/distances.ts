import { entropicCoupling, uniformPrice } from '../math/entropic-coupling.ts';
import { ln } from '../math/ln.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import type { Multiplier, Problem, TrustRegion } from './trust-region.ts';

/** How far a step moved, whatever metric chose it: each Σ_s ρ_s · (distance of the new row from the old). */
export interface StepDistances {
  /** ½ Σ |π' − π| */
  readonly variation: number;
  /** KL(π'‖π) in nats; ∞ where the new policy uses an action that the old one had abandoned. */
  readonly kl: number;
  /** Cheapest transport under M. */
  readonly wasserstein: number;
  /** min_Q ⟨Q,M⟩ − h(Q)/λ, which may be negative. */
  readonly sinkhorn: number;
}

/**
 * Measures the step from `problem.policy` to `next` [S·N] under the problem's weights; states with ρ = 0 do not count.
 * @param lambda λ of the Sinkhorn distance, > 0
 */
export function stepDistances(problem: Problem, next: Float64Array, lambda: number): StepDistances {
  const { states, actions: n, policy, weight, cost } = problem;
  const price = uniformPrice(n, cost);
  const entropic = entropicCoupling(n, n, cost, lambda);
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  const plan = new Float64Array(n * n);
  let variation = 0;
  let kl = 0;
  let wasserstein = 0;
  let sinkhorn = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    for (let a = 0; a < n; a += 1) {
      before[a] = policy[s * n + a]!;
      after[a] = next[s * n + a]!;
    }
    const moved = rowVariation(after, before, n);
    variation += rho * moved;
    sinkhorn += rho * entropic.solve(after, before);
    if (moved === 0) continue;
    kl += rho * rowDivergence(after, before, n);
    wasserstein += rho * (price > 0 ? price * moved : optimalCoupling(n, n, after, before, cost, plan));
  }
  return { variation, kl, wasserstein, sinkhorn };
}

/** Σ_s ρ_s ½ Σ_a |π'_a − π_a| */
export function meanVariation({ states, actions, policy, weight }: Problem, next: Float64Array): number {
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    let row = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) row += Math.abs(next[pair]! - policy[pair]!);
    total += weight[s]! * row;
  }
  return total / 2;
}

/** ½ Σ |p − q| over the first n entries. */
function rowVariation(p: Float64Array, q: Float64Array, n: number): number {
  let sum = 0;
  for (let a = 0; a < n; a += 1) sum += Math.abs(p[a]! - q[a]!);
  return sum / 2;
}

/** KL(p‖q) = Σ p ln(p/q) in nats over the first n entries, with 0 ln 0 = 0. */
function rowDivergence(p: Float64Array, q: Float64Array, n: number): number {
  let sum = 0;
  for (let a = 0; a < n; a += 1) {
    if (p[a]! <= 0) continue;
    if (q[a]! <= 0) return Infinity;
    if (p[a] !== q[a]) sum += p[a]! * (ln(p[a]!) - ln(q[a]!));
  }
  return Math.max(0, sum);
}

/** Σ_s ρ_s H(π(·|s)) in nats, for a policy [S·N] and weights ρ [S]. */
export function meanEntropy(policy: Float64Array, weight: Float64Array, actions: number): number {
  let total = 0;
  for (let s = 0; s < weight.length; s += 1) {
    if (weight[s] === 0) continue;
    let row = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      if (policy[pair]! > 0) row -= policy[pair]! * ln(policy[pair]!);
    }
    total += weight[s]! * row;
  }
  return total;
}

/** Σ_s ρ_s ⟨Q^s, M⟩ of the method's own plan: what its movement costs, without the entropic term. */
export function transportCost(region: TrustRegion, problem: Problem, multiplier: Multiplier, lambda: number): number {
  const { states, actions, weight, cost } = problem;
  const plan = new Float64Array(actions * actions);
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    region.plan(problem, s, multiplier, lambda, plan);
    const own = cost.length > plan.length ? s * plan.length : 0;
    let row = 0;
    for (let cell = 0; cell < plan.length; cell += 1) row += plan[cell]! * cost[own + cell]!;
    total += weight[s]! * row;
  }
  return total;
}
