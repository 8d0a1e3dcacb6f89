/** Distances from the old rows to any new ones: the left sides of trust regions away from their paths. */
import { entropicCoupling, type EntropicCoupling } from '../math/entropic-coupling.ts';
import { ln } from '../math/ln.ts';
import { lessLog1p } from '../math/near-one.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import type { SharedCost } from './cost.ts';
import { LEAST_MASS } from './rows.ts';
import type { Problem, SharedProblem } from './trust-region.ts';

/** Change of a ratio below which a divergence is computed from the change and not from a logarithm. */
const NEAR = 0.25;

/** Σ_s ρ_s · d(next row, old row), the rows that begin at a place; states with ρ = 0 do not count. */
function overStates({ states, actions, weight }: Problem, distance: (base: number) => number): number {
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s]! > 0) total += weight[s]! * distance(s * actions);
  }
  return total;
}

/** Σ_s ρ_s KL(π'‖π) in nats; ∞ where an action without probability gets some. */
export function divergenceTo(problem: Problem, next: Float64Array): number {
  const { actions, policy } = problem;
  return overStates(problem, (base) => {
    let row = 0;
    for (let a = base; a < base + actions; a += 1) {
      const p = next[a]!;
      const q = policy[a]!;
      if (!(q > 0)) {
        if (p > 0) return Infinity;
        continue;
      }
      // p ln(p/q) − p + q, whose terms are none below 0
      const change = (p - q) / q;
      if (Math.abs(change) < NEAR) row += q * (change * change - (1 + change) * lessLog1p(change));
      else row += q - p + (p > 0 ? p * (ln(p) - ln(q)) : 0);
    }
    return row;
  });
}

/** Σ_s ρ_s KL(π‖π') in nats; ∞ where an action that had probability has none left. */
export function forwardDivergenceTo(problem: Problem, next: Float64Array): number {
  const { actions, policy } = problem;
  return overStates(problem, (base) => {
    let row = 0;
    for (let a = base; a < base + actions; a += 1) {
      const p = next[a]!;
      const q = policy[a]!;
      if (!(q > LEAST_MASS)) {
        row += p;
        continue;
      }
      if (!(p > 0)) return Infinity;
      const change = (p - q) / q;
      row += q * (Math.abs(change) < NEAR ? lessLog1p(change) : change - ln(p) + ln(q));
    }
    return row;
  });
}

/** Σ_s ρ_s Σ_i (π'_i − π_i)²/π_i; ∞ where an action without probability gets some. */
export function chiSquaredTo(problem: Problem, next: Float64Array): number {
  const { actions, policy } = problem;
  return overStates(problem, (base) => {
    let row = 0;
    for (let a = base; a < base + actions; a += 1) {
      const moved = next[a]! - policy[a]!;
      if (policy[a]! > LEAST_MASS) row += moved * (moved / policy[a]!);
      else if (next[a]! > LEAST_MASS) return Infinity;
    }
    return row;
  });
}

/** Σ_s ρ_s min_Q ⟨Q, M⟩ over the couplings of π and π'. */
export function transportTo(problem: SharedProblem, next: Float64Array): number {
  const { actions, policy, cost } = problem;
  if (cost.kind === 'uniform') {
    return overStates(problem, (base) => {
      let moved = 0;
      for (let a = base; a < base + actions; a += 1) moved += Math.abs(next[a]! - policy[a]!);
      return (cost.price * moved) / 2;
    });
  }
  const plan = new Float64Array(actions * actions);
  return overStates(problem, (base) =>
    optimalCoupling(
      actions,
      actions,
      next.subarray(base, base + actions),
      policy.subarray(base, base + actions),
      cost.matrix,
      plan,
    ),
  );
}

/** The last solver made for a cost: borders ask for thousands of distances at one λ. */
const solvers = new WeakMap<SharedCost, { readonly lambda: number; readonly solver: EntropicCoupling }>();

function solverFor(cost: SharedCost, actions: number, lambda: number): EntropicCoupling {
  const known = solvers.get(cost);
  if (known?.lambda === lambda) return known.solver;
  const solver = entropicCoupling(actions, actions, cost.matrix, lambda);
  solvers.set(cost, { lambda, solver });
  return solver;
}

/** Σ_s ρ_s min_Q { ⟨Q, M⟩ − h(Q)/λ } over the couplings of π and π'. */
export function entropicTo(problem: SharedProblem, next: Float64Array, lambda: number): number {
  const { actions, policy, cost } = problem;
  const solver = solverFor(cost, actions, lambda);
  return overStates(problem, (base) =>
    solver.solve(next.subarray(base, base + actions), policy.subarray(base, base + actions)),
  );
}

/**
 * Σ_s ρ_s { Σ_i π'_i ln π_i + Σ_j π_j ln π_j }: how much less the entropy of a plan against π ⊗ π is than its own. −∞ where an action without
 * probability gets some.
 */
export function referenceOf(problem: Problem, next: Float64Array): number {
  const { actions, policy } = problem;
  return overStates(problem, (base) => {
    let row = 0;
    for (let a = base; a < base + actions; a += 1) {
      if (policy[a]! > 0) row += (next[a]! + policy[a]!) * ln(policy[a]!);
      else if (next[a]! > 0) return -Infinity;
    }
    return row;
  });
}

/** Whether no state that counts gives mass to an action that had none. */
export function staysOnSupport(problem: Problem, next: Float64Array): boolean {
  return referenceOf(problem, next) > -Infinity;
}
