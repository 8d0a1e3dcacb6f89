import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropicCoupling } from '../math/entropic-coupling.ts';
import { meanVariation } from './distances.ts';
import { sinkhorn } from './sinkhorn.ts';
import { sharedCost } from './cost.ts';
import { improved, planOf, pointAt, problems } from './testing-problems.ts';
import type { SharedProblem } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

const someBeta = fc.double({ min: -2, max: 2, noNaN: true }).map((x) => 10 ** x);
const someLambda = fc.double({ min: -1, max: 2, noNaN: true }).map((x) => 10 ** x);

test('every column is a softmax: ln(Q_ij/π_j) − (λ/β) A_i + λ M_ij is the same for all i', () => {
  fc.assert(
    fc.property(problems(), someBeta, someLambda, (problem, beta, lambda) => {
      const { actions: n, policy, advantage } = problem;
      const cost = problem.cost.matrix;
      const plan = new Float64Array(n * n);
      for (let s = 0; s < problem.states; s += 1) {
        plan.set(planOf(sinkhorn, problem, s, pointAt(beta, { lambda })));
        for (let j = 0; j < n; j += 1) {
          const mass = policy[s * n + j]!;
          const levels: number[] = [];
          for (let i = 0; i < n; i += 1) {
            const share = plan[i * n + j]! / mass;
            if (mass > 1e-100 && share > 1e-100) {
              levels.push(Math.log(share) - (lambda / beta) * advantage[s * n + i]! + lambda * cost[i * n + j]!);
            }
          }
          if (levels.length > 1) {
            const size = 1 + (lambda / beta) * 5 + lambda * 5;
            expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1e-13 * size);
          }
        }
      }
    }),
  );
});

test('what is spent is the entropic distance of the two rows: the plan is their cheapest entropic coupling', () => {
  fc.assert(
    fc.property(problems(), someBeta, someLambda, (problem, beta, lambda) => {
      const { states, actions: n, policy, weight } = problem;
      const cost = problem.cost.matrix;
      const next = improved(sinkhorn, problem, beta, { lambda });
      const coupling = entropicCoupling(n, n, cost, lambda);
      let total = 0;
      for (let s = 0; s < states; s += 1) {
        const from = s * n;
        total += weight[s]! * coupling.solve(next.slice(from, from + n), policy.slice(from, from + n));
      }
      expect(sinkhorn.spent(problem, pointAt(beta, { lambda }))).toBeCloseTo(total, 10);
    }),
    { numRuns: 200 },
  );
});

test('the form in logarithms and the factorised form agree where both serve', () => {
  fc.assert(
    fc.property(problems(), someBeta, (problem, beta) => {
      const largest = Math.max(...problem.cost.matrix);
      if (largest === 0) return;
      const below = improved(sinkhorn, problem, beta, { lambda: 299.999999 / largest });
      const above = improved(sinkhorn, problem, beta, { lambda: 300.000001 / largest });
      expect(meanVariation({ ...problem, policy: below }, above)).toBeLessThan(1e-4);
      const lambdas = [299.999999 / largest, 300.000001 / largest] as const;
      const [left, right] = lambdas.map((lambda) => sinkhorn.spent(problem, pointAt(beta, { lambda })));
      expect(Math.abs(left! - right!)).toBeLessThan(1e-4);
    }),
  );
});

test('as λ grows it becomes WPO at the same β', () => {
  fc.assert(
    fc.property(problems(), fc.double({ min: 0.05, max: 5, noNaN: true }), (problem, beta) => {
      const { states, actions: n, policy, advantage, weight } = problem;
      const cost = problem.cost.matrix;
      const lambda = 2000;
      // Σ_j π_j min(1, (N−1) e^(−λ gap_j/β)), gap_j = best minus second best of A_k − β M_kj
      let bound = 0;
      for (let s = 0; s < states; s += 1) {
        for (let j = 0; j < n; j += 1) {
          const values = Array.from({ length: n }, (_, k) => advantage[s * n + k]! - beta * cost[k * n + j]!);
          values.sort((x, y) => y - x);
          const gap = n > 1 ? values[0]! - values[1]! : Infinity;
          bound += weight[s]! * policy[s * n + j]! * Math.min(1, (n - 1) * Math.exp((-lambda * gap) / beta));
        }
      }
      const smeared = improved(sinkhorn, problem, beta, { lambda });
      const sharp = { ...problem, policy: improved(wasserstein, problem, beta, {}) };
      expect(meanVariation(sharp, smeared)).toBeLessThanOrEqual(bound + 1e-12);
    }),
    { numRuns: 300 },
  );
});

const uniform = (n: number): SharedProblem => ({
  states: 1,
  actions: n,
  policy: new Float64Array(n).fill(1 / n),
  advantage: Float64Array.from({ length: n }, (_, a) => a),
  weight: Float64Array.of(1),
  cost: sharedCost(
    n,
    Float64Array.from({ length: n * n }, (_, cell) => (cell % (n + 1) === 0 ? 0 : 1)),
  ),
});

test('from a uniform row with one price, the step is greedy up to λ = ln N / (1 − 1/N − δ)', () => {
  const edge = Math.log(4) / (1 - 1 / 4 - 0.05);
  expect(sinkhorn.optimum(uniform(4), 0.05, { lambda: edge * 0.999 }).binding).toBe('greedy');
  expect(sinkhorn.optimum(uniform(4), 0.05, { lambda: edge * 1.001 }).binding).toBe('tight');
});

test('a radius below the smallest distance is infeasible, and says so', () => {
  const problem = uniform(4);
  const least = sinkhorn.spent(problem, pointAt(Infinity, { lambda: 5 }));
  const optimum = sinkhorn.optimum(problem, least - 0.01, { lambda: 5 });
  expect(optimum).toEqual({ beta: Infinity, share: 0, spent: least, binding: 'infeasible' });
  expect(sinkhorn.dual(problem, least - 0.01, pointAt(Infinity, { lambda: 5 }))).toBe(-Infinity);
  expect(sinkhorn.dual(problem, least + 0.01, pointAt(Infinity, { lambda: 5 }))).toBe(Infinity);
});

test('β = ∞ smears by softmax(−λM), advantages or none', () => {
  const problem = { ...uniform(6), policy: Float64Array.of(1, 0, 0, 0, 0, 0) };
  // the share that moves at λ = 2 … 6, as measured for the paper's six-action Taxi
  const moved = [2, 3, 4, 5, 6].map((lambda) => 1 - improved(sinkhorn, problem, Infinity, { lambda })[0]!);
  [0.4, 0.2, 0.084, 0.033, 0.012].forEach((share, i) => expect(moved[i]).toBeCloseTo(share, 2));
});
