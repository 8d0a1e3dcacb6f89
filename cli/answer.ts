import { checkedSolution } from '../src/trust-regions/checked-solution.ts';
import type { Instance } from './instance.ts';
import { Refusal } from './refusal.ts';

/** What is printed for an instance. */
export interface Answer {
  readonly id: string | number | null;
  readonly out: {
    readonly beta: number;
    /** θ, the share of tied mass that takes the dearer move; of transport without entropy only */
    readonly theta?: number;
    /** False where no policy lies inside the radius; of metrics that blur only, and only where a radius was to be kept */
    readonly feasible?: boolean;
    /** [S][N] */
    readonly pi: readonly (readonly number[])[];
    /** [S][N][N], `plan[s][i][j]` = mass from j to i; not where the method names none */
    readonly plan?: readonly (readonly (readonly number[])[])[];
    /** What is maximised: Σ_s ρ_s Σ_a π'_a A_a, and what the method adds. */
    readonly value: number;
    /** D(β), null where no radius is given */
    readonly dual: number | null;
    /** Left side of the constraint. */
    readonly cost: number;
  };
}

/** Solves one instance: at its β where it has one, else at the minimiser of the dual for its radius. Throws a Refusal where it cannot. */
export function answer({ id, name, region, problem, radius, beta, shape }: Instance): Answer {
  const { states, actions } = problem;
  const solution = checkedSolution({ region, problem, radius, beta, shape });
  if (typeof solution === 'string') throw new Refusal(`${name} cannot be answered: ${solution}.`);
  const plan = new Float64Array(actions * actions);
  const planOf = (state: number): number[][] => {
    solution.writePlan(state, plan);
    return rows(plan, actions);
  };
  return {
    id,
    out: {
      beta: solution.beta,
      ...(region.splits ? { theta: solution.share } : {}),
      ...(region.smears && beta === null ? { feasible: solution.feasible } : {}),
      pi: rows(solution.policy, actions),
      ...(region.planning.kind === 'derived' ? {} : { plan: Array.from({ length: states }, (_, s) => planOf(s)) }),
      value: solution.value,
      dual: solution.dual,
      cost: solution.spent,
    },
  };
}

function rows(flat: Float64Array, columns: number): number[][] {
  return Array.from({ length: flat.length / columns }, (_, row) => [
    ...flat.subarray(row * columns, (row + 1) * columns),
  ]);
}
