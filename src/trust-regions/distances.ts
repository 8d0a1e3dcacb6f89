import { entropicCoupling } from '../math/entropic-coupling.ts';
import { ln } from '../math/ln.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import { eachPart, partsOf } from './parts.ts';
import { writePlan } from './plan.ts';
import type { MassMover, Point, Problem, SharedProblem } from './trust-region.ts';

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
  const sums = { variation: 0, kl: 0, wasserstein: 0, sinkhorn: 0 };
  partsOf(problem).forEach((part, s) => {
    const from = part === problem ? 0 : s * part.actions;
    addDistances(part, next.subarray(from, from + part.policy.length), lambda, sums);
  });
  return sums;
}

function addDistances(
  { states, actions: n, policy, weight, cost }: SharedProblem,
  next: Float64Array,
  lambda: number,
  sums: { -readonly [Key in keyof StepDistances]: number },
): void {
  const entropic = entropicCoupling(n, n, cost.matrix, lambda);
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  const plan = new Float64Array(n * n);
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    for (let a = 0; a < n; a += 1) {
      before[a] = policy[s * n + a]!;
      after[a] = next[s * n + a]!;
    }
    const moved = rowVariation(after, before, n);
    sums.variation += rho * moved;
    sums.sinkhorn += rho * entropic.solve(after, before);
    if (moved === 0) continue;
    sums.kl += rho * rowDivergence(after, before, n);
    sums.wasserstein +=
      rho * (cost.kind === 'uniform' ? cost.price * moved : optimalCoupling(n, n, after, before, cost.matrix, plan));
  }
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

/** Σ_s ρ_s ⟨Q^s, M⟩ of the mover's plan: what its movement costs, without any entropic term. */
export function transportCost(mover: MassMover, problem: Problem, point: Point): number {
  const plan = new Float64Array(problem.actions * problem.actions);
  let total = 0;
  eachPart(problem, (part) => {
    writePlan(mover, part, 0, point, plan);
    const { matrix } = part.cost;
    let row = 0;
    for (let cell = 0; cell < plan.length; cell += 1) row += plan[cell]! * matrix[cell]!;
    total += part.weight[0]! * row;
  });
  return total;
}
