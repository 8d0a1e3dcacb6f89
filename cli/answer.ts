import { trustRegions } from '../src/trust-regions/registry.ts';
import type { Multiplier } from '../src/trust-regions/trust-region.ts';
import type { Instance } from './instance.ts';

/** What is printed for an instance. */
export interface Answer {
  readonly id: string | number | null;
  readonly out: {
    readonly beta: number;
    /** θ, the share of tied mass that takes the dearer move; Wasserstein only */
    readonly theta?: number;
    /** False where no policy lies inside the radius; Sinkhorn only, and only where a radius was to be kept */
    readonly feasible?: boolean;
    /** [S][N] */
    readonly pi: readonly (readonly number[])[];
    /** [S][N][N], `plan[s][i][j]` = mass from j to i; not for KL, which names no plan */
    readonly plan?: readonly (readonly (readonly number[])[])[];
    /** Σ_s ρ_s Σ_a π'_a A_a */
    readonly value: number;
    /** D(β), null where no radius is given */
    readonly dual: number | null;
    /** Left side of the constraint. */
    readonly cost: number;
  };
}

/** Solves one instance: at its β where it has one, else at the minimiser of the dual for its radius. */
export function answer({ id, method, problem, radius, beta, lambda }: Instance): Answer {
  const region = trustRegions[method];
  const { states, actions, advantage, weight } = problem;
  // β·δ is 0 at β = 0, however large the radius
  const delta = radius === Infinity ? Number.MAX_VALUE : radius;
  const optimum = beta === null ? region.optimum(problem, delta!, lambda) : null;
  const multiplier: Multiplier = optimum ?? { beta: beta!, share: 0 };

  const policy = new Float64Array(states * actions);
  region.improve(problem, multiplier, lambda, policy);
  let value = 0;
  for (let s = 0; s < states; s += 1) {
    let gained = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) gained += policy[pair]! * advantage[pair]!;
    value += weight[s]! * gained;
  }

  const plan = new Float64Array(actions * actions);
  const planOf = (state: number): number[][] => {
    region.plan(problem, state, multiplier, lambda, plan);
    return rows(plan, actions);
  };
  return {
    id,
    out: {
      beta: multiplier.beta,
      ...(method === 'wasserstein' ? { theta: multiplier.share } : {}),
      ...(method === 'sinkhorn' && optimum !== null ? { feasible: optimum.binding !== 'infeasible' } : {}),
      pi: rows(policy, actions),
      ...(region.derivesPlan ? {} : { plan: Array.from({ length: states }, (_, s) => planOf(s)) }),
      value,
      dual: delta === null ? null : region.dual(problem, delta, multiplier.beta, lambda),
      cost: optimum?.cost ?? region.spent(problem, multiplier, lambda),
    },
  };
}

function rows(flat: Float64Array, columns: number): number[][] {
  return Array.from({ length: flat.length / columns }, (_, row) => [
    ...flat.subarray(row * columns, (row + 1) * columns),
  ]);
}
