import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearProgram, type Constraint, type Terms } from '../math/testing-linear-program.ts';
import { trustRegions } from './registry.ts';
import { betas, improved, lambdas, problems, valueOf } from './testing-problems.ts';
import type { Problem } from './trust-region.ts';

const regions = Object.entries(trustRegions);

/** The same problem with a copy of its cost for every state. */
function copied(problem: Problem): Problem {
  const { states, cost } = problem;
  return { ...problem, cost: Float64Array.from({ length: states * cost.length }, (_, i) => cost[i % cost.length]!) };
}

/** Particles in the unit square at each state, as physics tasks have them: even weights, and distances as costs. */
const clouds: fc.Arbitrary<Problem> = fc
  .record({
    states: fc.integer({ min: 2, max: 4 }),
    actions: fc.integer({ min: 2, max: 6 }),
    seed: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ states, actions, seed }) => {
    const next = (): number => seed.next().value!;
    const points = Array.from({ length: states * actions }, () => [next(), next()] as const);
    const cost = new Float64Array(states * actions * actions);
    for (let s = 0; s < states; s += 1) {
      for (let i = 0; i < actions; i += 1) {
        for (let j = 0; j < actions; j += 1) {
          const [to, from] = [points[s * actions + i]!, points[s * actions + j]!];
          cost[(s * actions + i) * actions + j] = Math.hypot(to[0] - from[0], to[1] - from[1]);
        }
      }
    }
    return {
      states,
      actions,
      policy: new Float64Array(states * actions).fill(1 / actions),
      advantage: Float64Array.from({ length: states * actions }, () => 2 * next() - 1),
      weight: new Float64Array(states).fill(1 / states),
      cost,
    };
  });

/** One state of a problem with costs of each state's own. */
function alone({ actions: n, policy, advantage, weight, cost }: Problem, s: number): Problem {
  return {
    states: 1,
    actions: n,
    policy: policy.slice(s * n, (s + 1) * n),
    advantage: advantage.slice(s * n, (s + 1) * n),
    weight: weight.slice(s, s + 1),
    cost: cost.slice(s * n * n, (s + 1) * n * n),
  };
}

describe.each(regions)('%s with a cost for each state', (_, region) => {
  it('does with equal costs what it does with one for all', () => {
    fc.assert(
      fc.property(problems(), betas, lambdas, (problem, beta, lambda) => {
        const own = copied(problem);
        expect(improved(region, own, beta, lambda)).toEqual(improved(region, problem, beta, lambda));
        const multiplier = { beta, share: 0 };
        const spent = region.spent(problem, multiplier, lambda);
        expect(region.spent(own, multiplier, lambda)).toBeCloseTo(spent, 9);
        const n = problem.actions;
        const [one, other] = [new Float64Array(n * n), new Float64Array(n * n)];
        for (let s = 0; s < problem.states; s += 1) {
          region.plan(problem, s, multiplier, lambda, one);
          region.plan(own, s, multiplier, lambda, other);
          expect(other).toEqual(one);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('moves each state’s mass as if it stood alone, and plans sum to old and new rows', () => {
    fc.assert(
      fc.property(clouds, betas, lambdas, (problem, beta, lambda) => {
        const { states, actions: n, policy } = problem;
        const next = improved(region, problem, beta, lambda);
        const plan = new Float64Array(n * n);
        for (let s = 0; s < states; s += 1) {
          expect(next.slice(s * n, (s + 1) * n)).toEqual(improved(region, alone(problem, s), beta, lambda));
          region.plan(problem, s, { beta, share: 0 }, lambda, plan);
          for (let i = 0; i < n; i += 1) {
            let arrived = 0;
            let left = 0;
            for (let j = 0; j < n; j += 1) {
              arrived += plan[i * n + j]!;
              left += plan[j * n + i]!;
            }
            expect(arrived).toBeCloseTo(next[s * n + i]!, 10);
            expect(left).toBeCloseTo(policy[s * n + i]!, 10);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('spends the radius at the minimum of the dual', () => {
    fc.assert(
      fc.property(clouds, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (problem, radius) => {
        const lambda = 20;
        const found = region.optimum(problem, radius, lambda);
        if (found.binding !== 'tight') return;
        expect(region.spent(problem, found, lambda)).toBeCloseTo(radius, 9);
        const least = region.dual(problem, radius, found.beta, lambda);
        for (const factor of [0.5, 0.99, 1.01, 2]) {
          expect(region.dual(problem, radius, found.beta * factor, lambda)).toBeGreaterThanOrEqual(least - 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('Wasserstein with a cost for each state', () => {
  it('reaches what a linear program over all couplings reaches', () => {
    fc.assert(
      fc.property(clouds, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (problem, radius) => {
        const { states, actions: n, policy, advantage, weight, cost } = problem;
        const gain: [number, string][] = [];
        const price: [number, string][] = [];
        const constraints: Constraint[] = [];
        for (let s = 0; s < states; s += 1) {
          for (let j = 0; j < n; j += 1) {
            const terms: Terms = Array.from({ length: n }, (_, i) => [1, `q${s}_${i}_${j}`] as const);
            constraints.push({ terms, relation: '=', bound: policy[s * n + j]! });
            for (let i = 0; i < n; i += 1) {
              gain.push([weight[s]! * advantage[s * n + i]!, `q${s}_${i}_${j}`]);
              price.push([weight[s]! * cost[(s * n + i) * n + j]!, `q${s}_${i}_${j}`]);
            }
          }
        }
        constraints.push({ terms: price, relation: '<=', bound: radius });
        const best = linearProgram('Maximize', gain, constraints);
        const { beta, share } = trustRegions.wasserstein.optimum(problem, radius, 1);
        const next = improved(trustRegions.wasserstein, problem, beta, 1, share);
        expect(valueOf(problem, next)).toBeCloseTo(best, 8);
      }),
      { numRuns: 60 },
    );
  });
});
