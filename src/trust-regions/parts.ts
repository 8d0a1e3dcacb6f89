/**
 * Problems in which every state has an action cost of its own (particles drawn at each state, effects of the actions there) are
 * taken apart into problems of one state, all under the same multiplier: every sum over states is then the sum over parts.
 */
import { costOf } from './cost.ts';
import type { MassMover, Optimum, Point, Problem, Shape, SharedProblem, TrustRegion } from './trust-region.ts';

/** The problem itself where all states share a cost, else its states one by one, as views. */
export function partsOf(problem: Problem): readonly SharedProblem[] {
  const { states, actions, policy, advantage, weight, cost } = problem;
  if (cost.kind !== 'own') return [problem as SharedProblem];
  return Array.from({ length: states }, (_, s) => ({
    states: 1,
    actions,
    policy: policy.subarray(s * actions, (s + 1) * actions),
    advantage: advantage.subarray(s * actions, (s + 1) * actions),
    weight: weight.subarray(s, s + 1),
    cost: costOf(cost, s, actions),
  }));
}

/** One state of a problem, as a view. */
export function partOf(problem: Problem, state: number): SharedProblem {
  const { actions, policy, advantage, weight, cost } = problem;
  return {
    states: 1,
    actions,
    policy: policy.subarray(state * actions, (state + 1) * actions),
    advantage: advantage.subarray(state * actions, (state + 1) * actions),
    weight: weight.subarray(state, state + 1),
    cost: costOf(cost, state, actions),
  };
}

/** Hands on every state that counts, as a problem of its own whose rows are written over with the next one’s. */
export function eachPart(problem: Problem, visit: (part: SharedProblem) => void): void {
  const { states, actions, policy, advantage, weight, cost } = problem;
  const part = {
    states: 1,
    actions,
    policy: new Float64Array(actions),
    advantage: new Float64Array(actions),
    weight: new Float64Array(1),
    cost: costOf(cost, 0, actions),
  };
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    part.weight[0] = weight[s]!;
    for (let a = 0; a < actions; a += 1) {
      part.policy[a] = policy[s * actions + a]!;
      part.advantage[a] = advantage[s * actions + a]!;
    }
    if (cost.kind === 'own') part.cost = costOf(cost, s, actions);
    visit(part);
  }
}

/** A way of moving mass whose kernels know one cost. */
export interface SharedMover<S extends Shape> extends Omit<MassMover<S>, 'planning' | 'improve' | 'spent'> {
  improve(problem: SharedProblem, point: Point<S>, next: Float64Array): void;
  /** Writes the plan [N·N] of a problem of one state; without it the plan is derived. */
  plan?(problem: SharedProblem, point: Point<S>, plan: Float64Array): void;
  spent(problem: SharedProblem, point: Point<S>): number;
}

/** A metric whose kernels know one cost. */
export interface SharedRegion<S extends Shape>
  extends SharedMover<S>, Omit<TrustRegion<S>, keyof MassMover<S> | 'distance' | 'dual' | 'optimum'> {
  distance(problem: SharedProblem, next: Float64Array, shape: S): number;
  dual(problem: SharedProblem, radius: number, point: Point<S>): number;
  optimum(parts: readonly SharedProblem[], radius: number, shape: S): Optimum;
}

/** A mover that also takes one cost a state. */
export function partwiseMover<S extends Shape>(mover: SharedMover<S>): MassMover<S> {
  return {
    usesCost: mover.usesCost,
    planning:
      mover.plan === undefined
        ? { kind: 'derived' }
        : {
            kind: 'own',
            write: (problem, state, point, plan) => {
              const isPart = problem.states === 1 && problem.cost.kind !== 'own';
              mover.plan!(isPart ? (problem as SharedProblem) : partOf(problem, state), point, plan);
            },
          },
    improve: (problem, point, next) => {
      const { actions } = problem;
      partsOf(problem).forEach((part, s) => {
        mover.improve(part, point, part === problem ? next : next.subarray(s * actions, (s + 1) * actions));
      });
    },
    spent: (problem, point) => partsOf(problem).reduce((sum, part) => sum + mover.spent(part, point), 0),
    pull: (problem, shape) => mover.pull(problem, shape),
    steepness: (shape) => mover.steepness(shape),
  };
}

/** A trust region that also takes one cost a state. */
export function partwise<S extends Shape>(region: SharedRegion<S>): TrustRegion<S> {
  return {
    ...region,
    ...partwiseMover(region),
    distance: (problem, next, shape) => {
      const { actions } = problem;
      return partsOf(problem).reduce((sum, part, s) => {
        const rows = part === problem ? next : next.subarray(s * actions, (s + 1) * actions);
        return sum + region.distance(part, rows, shape);
      }, 0);
    },
    dual: (problem, radius, point) => {
      const parts = partsOf(problem);
      if (parts.length === 1) return region.dual(parts[0]!, radius, point);
      if (point.beta === Infinity && radius > 0) return Infinity;
      // the radius enters once, whatever the number of parts
      const first = region.dual(parts[0]!, radius, point);
      return parts.slice(1).reduce((sum, part) => sum + region.dual(part, 0, point), first);
    },
    optimum: (problem, radius, shape) => region.optimum(partsOf(problem), radius, shape),
  };
}
