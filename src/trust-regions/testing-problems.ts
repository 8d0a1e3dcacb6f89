/** Generated problems for the tests of trust regions: not part of the program. */
import fc from 'fast-check';
import { moveCost, row, unit } from '../math/testing-rows.ts';
import { sharedCost } from './cost.ts';
import { writePlan } from './plan.ts';
import type { MassMover, Point, Shape, SharedProblem, Problem } from './trust-region.ts';

/** Problems of a few states and actions, with zero probabilities, zero weights, and ties of advantages. */
export function problems({ maxStates = 4, maxActions = 5 } = {}): fc.Arbitrary<SharedProblem> {
  const size = fc.record({
    states: fc.integer({ min: 1, max: maxStates }),
    actions: fc.integer({ min: 1, max: maxActions }),
  });
  const advantage = fc.oneof(
    { weight: 2, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) },
  );
  return size.chain(({ states, actions }) =>
    fc
      .record({
        rows: fc.array(row(actions), { minLength: states, maxLength: states }),
        advantage: fc.array(advantage, { minLength: states * actions, maxLength: states * actions }),
        weight: fc.array(unit, { minLength: states, maxLength: states }),
        cost: moveCost(actions),
      })
      .map(({ rows, advantage: gains, weight, cost }) => ({
        states,
        actions,
        policy: Float64Array.from(rows.flat()),
        advantage: Float64Array.from(gains),
        // at least one state counts
        weight: Float64Array.from(weight, (rho, s) => (s === 0 ? rho + 0.5 : rho)),
        cost: sharedCost(actions, Float64Array.from(cost)),
      })),
  );
}

/** Multipliers from greedy to standing still. */
export const betas = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-9, 1e9, Infinity) },
  { weight: 3, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }).map((x) => 10 ** x) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 1, 2) },
);

export const shares = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));

export const radii = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -4, max: 0.5, noNaN: true }).map((x) => 10 ** x) },
  { weight: 1, arbitrary: fc.constantFrom(0, 100) },
);

/** Σ_s ρ_s Σ_a π'_a A_a */
export function valueOf({ actions, advantage, weight }: Problem, next: Float64Array): number {
  return next.reduce((sum, p, pair) => sum + weight[Math.floor(pair / actions)]! * p * advantage[pair]!, 0);
}

/** A point on the path of a metric. */
export function pointAt<S extends Shape>(beta: number, shape: S, share = 0): Point<S> {
  return { ...shape, beta, share };
}

/** The policy after a step. */
export function improved<S extends Shape>(
  mover: Pick<MassMover<S>, 'improve'>,
  problem: Problem,
  beta: number,
  shape: S,
  share = 0,
): Float64Array {
  const next = new Float64Array(problem.policy.length);
  mover.improve(problem, pointAt(beta, shape, share), next);
  return next;
}

/** One state's plan [N·N]. */
export function planOf<S extends Shape>(
  mover: MassMover<S>,
  problem: Problem,
  state: number,
  point: Point<S>,
): Float64Array {
  const plan = new Float64Array(problem.actions * problem.actions);
  writePlan(mover, problem, state, point, plan);
  return plan;
}
