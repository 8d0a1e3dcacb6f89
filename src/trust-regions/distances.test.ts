import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanVariation, stepDistances, transportCost } from './distances.ts';
import { sharedCost } from './cost.ts';
import { meanEntropy } from './rows.ts';
import { sinkhorn } from './sinkhorn.ts';
import { betas, improved, pointAt, problems } from './testing-problems.ts';
import type { TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

const problem = {
  states: 3,
  actions: 2,
  policy: Float64Array.of(0.5, 0.5, 1, 0, 0.2, 0.8),
  advantage: new Float64Array(6),
  weight: Float64Array.of(0.25, 0.75, 0),
  cost: sharedCost(2, Float64Array.of(0, 2, 3, 0)),
};

test('each distance by hand', () => {
  const next = Float64Array.of(0.9, 0.1, 1, 0, 0.8, 0.2);
  const moved = stepDistances(problem, next, 10);
  expect(moved.variation).toBeCloseTo(0.25 * 0.4, 15);
  expect(moved.kl).toBeCloseTo(0.25 * (0.9 * Math.log(1.8) + 0.1 * Math.log(0.2)), 15);
  // from action 1 to action 0: row 0, column 1
  expect(moved.wasserstein).toBeCloseTo(0.25 * 0.4 * 2, 15);
  expect(meanVariation(problem, next)).toBeCloseTo(moved.variation, 15);
});

test('a revived action is infinitely surprising, where the state counts', () => {
  expect(stepDistances(problem, Float64Array.of(0.5, 0.5, 0.9, 0.1, 0.2, 0.8), 10).kl).toBe(Infinity);
  const uncounted = { ...problem, weight: Float64Array.of(1, 0, 0) };
  expect(stepDistances(uncounted, Float64Array.of(0.5, 0.5, 0.9, 0.1, 0.2, 0.8), 10).kl).toBe(0);
});

test('standing still is no distance, but for the entropic one', () => {
  const still = stepDistances(problem, problem.policy, 10);
  expect({ ...still, sinkhorn: 0 }).toEqual({ variation: 0, kl: 0, wasserstein: 0, sinkhorn: 0 });
  expect(still.sinkhorn).toBeLessThan(0);
});

test('entropy by hand', () => {
  expect(meanEntropy(problem.policy, problem.weight, 2)).toBeCloseTo(0.25 * Math.log(2), 15);
});

test('no step of WPO costs more than its plan, and no entropic distance more than W', () => {
  fc.assert(
    fc.property(problems(), betas, fc.double({ min: 1, max: 50, noNaN: true }), (generated, beta, lambda) => {
      for (const region of [wasserstein as TrustRegion, sinkhorn as unknown as TrustRegion]) {
        const point = pointAt(beta, { lambda });
        const next = improved(region, generated, beta, { lambda });
        const moved = stepDistances(generated, next, lambda);
        expect(moved.wasserstein).toBeLessThanOrEqual(transportCost(region, generated, point) + 1e-12);
        expect(moved.sinkhorn).toBeLessThanOrEqual(moved.wasserstein + 1e-12);
        // Pinsker
        const mass = generated.weight.reduce((sum, rho) => sum + rho, 0);
        expect(2 * moved.variation ** 2).toBeLessThanOrEqual(mass * moved.kl + 1e-12);
        if (region.smears) {
          expect(moved.sinkhorn).toBeCloseTo(region.spent(generated, point), 10);
        }
      }
    }),
  );
});
