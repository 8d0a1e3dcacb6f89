import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearProgram, type Constraint } from '../math/testing-linear-program.ts';
import { sharedCost } from './cost.ts';
import { improved, problems, radii, valueOf } from './testing-problems.ts';
import type { SharedProblem } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** max Σ ρ Σ Q A over couplings of all states that share one radius, as a linear program. */
function bestValue(problem: SharedProblem, radius: number): number {
  const { states, actions: n, policy, advantage, weight } = problem;
  const cost = problem.cost.matrix;
  const name = (s: number, i: number, j: number): string => `q${s}_${i}_${j}`;
  const cells = Array.from({ length: states * n * n }, (_, cell) => ({
    s: Math.floor(cell / (n * n)),
    i: Math.floor(cell / n) % n,
    j: cell % n,
  }));
  const columns: Constraint[] = Array.from(policy, (mass, pair) => ({
    terms: cells
      .filter(({ s, j }) => s * n + j === pair)
      .map(({ s, i, j }): readonly [number, string] => [1, name(s, i, j)]),
    relation: '=',
    bound: mass,
  }));
  const spent: Constraint = {
    terms: cells.map(({ s, i, j }) => [weight[s]! * cost[i * n + j]!, name(s, i, j)]),
    relation: '<=',
    bound: radius,
  };
  const objective = cells.map(({ s, i, j }) => [weight[s]! * advantage[s * n + i]!, name(s, i, j)] as const);
  return linearProgram('Maximize', objective, [...columns, spent]).value;
}

test('the optimum is that of the linear program over couplings', () => {
  fc.assert(
    fc.property(problems(), radii, (problem, radius) => {
      const optimum = wasserstein.optimum(problem, radius, {});
      const value = valueOf(problem, improved(wasserstein, problem, optimum.beta, {}, optimum.share));
      expect(Math.abs(value - bestValue(problem, radius))).toBeLessThan(1e-7);
    }),
    { numRuns: 200 },
  );
});

test('the order of states and of actions does not matter', () => {
  fc.assert(
    fc.property(problems(), radii, (problem, radius) => {
      const { states, actions: n, policy, advantage, weight } = problem;
      const cost = problem.cost.matrix;
      const back = (array: Float64Array): Float64Array => array.slice().reverse();
      const mirrored = {
        ...problem,
        policy: back(policy),
        advantage: back(advantage),
        weight: back(weight),
        cost: sharedCost(n, back(cost)),
      };
      const optimum = wasserstein.optimum(problem, radius, {});
      const mirror = wasserstein.optimum(mirrored, radius, {});
      expect(mirror.beta).toBeCloseTo(optimum.beta, 12);
      expect(mirror.share).toBeCloseTo(optimum.share, 9);
      expect(n * states).toBe(policy.length);
    }),
  );
});

const oneState = (policy: number[], advantage: number[], cost: number[]): SharedProblem => ({
  states: 1,
  actions: policy.length,
  policy: Float64Array.from(policy),
  advantage: Float64Array.from(advantage),
  weight: Float64Array.of(1),
  cost: sharedCost(policy.length, Float64Array.from(cost)),
});

test('the pure maps at the optimal β are not optimal: the tied mass is split', () => {
  const problem = oneState([0.5, 0.5], [-1, 1], [0, 1, 1, 0]);
  const optimum = wasserstein.optimum(problem, 0.1, {});
  expect(optimum).toEqual({ beta: 2, share: 0.2, spent: 0.1, binding: 'tight' });
  expect([...improved(wasserstein, problem, 2, {}, 0.2)]).toEqual([0.4, 0.6]);
  expect([...improved(wasserstein, problem, 2, {})]).toEqual([0.5, 0.5]);
  expect([...improved(wasserstein, problem, 2, {}, 1)]).toEqual([0, 1]);
});

test('ties at a fixed β: stay, else the cheapest move, else the lowest index', () => {
  const line = [0, 1, 2, 1, 0, 1, 2, 1, 0];
  // staying, one step and two steps all tie at β = 1
  expect([...improved(wasserstein, oneState([1, 0, 0], [0, 1, 2], line), 1, {})]).toEqual([1, 0, 0]);
  // staying loses, one step and two steps tie
  expect([...improved(wasserstein, oneState([1, 0, 0], [0, 2, 3], line), 1, {})]).toEqual([0, 1, 0]);
  // both neighbours tie at the same cost
  expect([...improved(wasserstein, oneState([0, 1, 0], [2, 0, 2], line), 1, {})]).toEqual([1, 0, 0]);
  // greedy: the best actions tie
  expect([...improved(wasserstein, oneState([1, 0, 0], [0, 2, 2], line), 0, {})]).toEqual([0, 1, 0]);
  expect([...improved(wasserstein, oneState([0, 0, 1], [2, 2, 0], line), 0, {})]).toEqual([0, 1, 0]);
});

test('inside the dead zone nothing moves', () => {
  const problem = oneState([0.3, 0.7], [1, 0], [0, 2, 2, 0]);
  expect([...improved(wasserstein, problem, 0.5, {})]).toEqual([0.3, 0.7]);
  expect([...improved(wasserstein, problem, 0.49, {})]).toEqual([1, 0]);
});

test('free moves are made even at β = ∞, and with radius 0', () => {
  const problem = oneState([0.5, 0.5, 0], [0, 1, 2], [0, 0, 1, 0, 0, 1, 1, 1, 0]);
  expect([...improved(wasserstein, problem, Infinity, {})]).toEqual([0, 1, 0]);
  const optimum = wasserstein.optimum(problem, 0, {});
  expect(optimum.beta).toBe(1);
  expect(optimum.spent).toBe(0);
  expect([...improved(wasserstein, problem, optimum.beta, {}, optimum.share)]).toEqual([0, 1, 0]);
});
