import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanVariation, transportCost } from './distances.ts';

import { multiplierForVariation } from './matched.ts';
import { trustRegions, type TrustRegionKind } from './registry.ts';
import { betas, improved, lambdas, problems, radii, shares, valueOf } from './testing-problems.ts';

/** What every metric promises, whatever it is. */
describe.each(Object.keys(trustRegions) as TrustRegionKind[])('%s', (kind) => {
  const region = trustRegions[kind];
  const scaleOf = (weight: Float64Array): number => weight.reduce((sum, rho) => sum + rho, 0) * 10;

  test('new rows are distributions', () => {
    fc.assert(
      fc.property(problems(), betas, shares, lambdas, (problem, beta, share, lambda) => {
        const next = improved(region, problem, beta, lambda, share);
        for (let s = 0; s < problem.states; s += 1) {
          const row = next.subarray(s * problem.actions, (s + 1) * problem.actions);
          expect(row.every((p) => p >= 0)).toBe(true);
          expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
        }
      }),
    );
  });

  test('the plan has the old row and the new one as its sums', () => {
    fc.assert(
      fc.property(problems(), betas, shares, lambdas, (problem, beta, share, lambda) => {
        const { actions: n, policy } = problem;
        const next = improved(region, problem, beta, lambda, share);
        const plan = new Float64Array(n * n);
        for (let s = 0; s < problem.states; s += 1) {
          region.plan(problem, s, { beta, share }, lambda, plan);
          expect(plan.every((mass) => mass >= 0)).toBe(true);
          for (let a = 0; a < n; a += 1) {
            let to = 0;
            let from = 0;
            for (let k = 0; k < n; k += 1) {
              to += plan[a * n + k]!;
              from += plan[k * n + a]!;
            }
            expect(to).toBeCloseTo(next[s * n + a]!, 13);
            expect(from).toBeCloseTo(policy[s * n + a]!, 13);
          }
        }
      }),
    );
  });

  test('a state’s plan does not depend on the other states', () => {
    fc.assert(
      fc.property(problems(), betas, shares, lambdas, (problem, beta, share, lambda) => {
        const { states, actions: n, policy, advantage, cost } = problem;
        const s = states - 1;
        const alone = {
          states: 1,
          actions: n,
          policy: policy.slice(s * n),
          advantage: advantage.slice(s * n),
          weight: Float64Array.of(1),
          cost,
        };
        const together = new Float64Array(n * n);
        const apart = new Float64Array(n * n);
        region.plan(problem, s, { beta, share }, lambda, together);
        region.plan(alone, 0, { beta, share }, lambda, apart);
        expect(apart).toEqual(together);
      }),
    );
  });

  test('the optimum is inside the radius, and its value is the dual’s', () => {
    fc.assert(
      fc.property(problems(), radii, lambdas, (problem, radius, lambda) => {
        const optimum = region.optimum(problem, radius, lambda);
        const scale = scaleOf(problem.weight);
        const spent = region.spent(problem, optimum, lambda);
        expect(Math.abs(optimum.cost - spent)).toBeLessThan(1e-12 * scale);
        if (optimum.binding === 'infeasible') {
          expect(kind).toBe('sinkhorn');
          expect(optimum.beta).toBe(Infinity);
          expect(spent).toBeGreaterThan(radius);
          return;
        }
        expect(spent).toBeLessThanOrEqual(radius * (1 + 1e-9) + 1e-15 * scale);
        if (optimum.binding === 'tight') expect(spent).toBeGreaterThanOrEqual(radius * (1 - 1e-9) - 1e-14 * scale);
        else expect(optimum.beta).toBe(0);
        const value = valueOf(problem, improved(region, problem, optimum.beta, lambda, optimum.share));
        const dual = region.dual(problem, radius, optimum.beta, lambda);
        expect(Math.abs(dual - value)).toBeLessThan(1e-11 * scale);
      }),
      { numRuns: 300 },
    );
  });

  test('no multiplier has a smaller dual than the optimum', () => {
    fc.assert(
      fc.property(problems(), radii, lambdas, betas, (problem, radius, lambda, beta) => {
        const optimum = region.optimum(problem, radius, lambda);
        if (optimum.binding === 'infeasible') return;
        const least = region.dual(problem, radius, optimum.beta, lambda);
        // far out β ln Σ … loses digits in proportion to β
        const rounding = (1e-11 + (beta < Infinity ? 1e-14 * beta : 0)) * scaleOf(problem.weight);
        expect(region.dual(problem, radius, beta, lambda)).toBeGreaterThan(least - rounding);
        // nor a neighbour, where the dual is flat
        for (const factor of [0.9, 0.999, 1.001, 1.1]) {
          const beside = region.dual(problem, radius, optimum.beta * factor, lambda);
          expect(beside).toBeGreaterThan(least - 1e-11 * scaleOf(problem.weight));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a step costs more the smaller β is', () => {
    fc.assert(
      fc.property(problems(), betas, betas, lambdas, (problem, one, other, lambda) => {
        const near = region.spent(problem, { beta: Math.max(one, other), share: 0 }, lambda);
        const far = region.spent(problem, { beta: Math.min(one, other), share: 0 }, lambda);
        expect(far).toBeGreaterThan(near - 1e-12 * scaleOf(problem.weight) * (1 + 1 / lambda));
      }),
    );
  });

  test('β = 0 is greedy and close to it is nearly so', () => {
    fc.assert(
      fc.property(problems(), lambdas, (problem, lambda) => {
        const greedy = improved(region, problem, 0, lambda);
        const { actions: n, advantage, policy } = problem;
        for (let s = 0; s < problem.states; s += 1) {
          const usable = [...advantage.subarray(s * n, (s + 1) * n)].map((gain, a) =>
            kind === 'kl' && policy[s * n + a] === 0 ? -Infinity : gain,
          );
          const best = Math.max(...usable);
          usable.forEach((gain, a) => {
            if (gain < best) expect(greedy[s * n + a]).toBe(0);
          });
        }
        const nearly = improved(region, problem, 1e-12, lambda);
        expect(valueOf(problem, nearly)).toBeCloseTo(valueOf(problem, greedy), 9);
      }),
    );
  });

  test('a step never has a negative value', () => {
    // of the advantages less their mean under the step that ignores them
    fc.assert(
      fc.property(problems(), betas, shares, lambdas, (problem, beta, share, lambda) => {
        const still = valueOf(problem, improved(region, problem, Infinity, lambda));
        const value = valueOf(problem, improved(region, problem, beta, lambda, share));
        expect(value).toBeGreaterThan(still - 1e-12 * scaleOf(problem.weight));
      }),
    );
  });

  test('matched multipliers give the wanted variation', () => {
    fc.assert(
      fc.property(problems(), fc.double({ min: 1e-4, max: 0.6, noNaN: true }), lambdas, (problem, tau, lambda) => {
        const matched = multiplierForVariation(region, problem, tau, lambda);
        const realised = meanVariation(problem, improved(region, problem, matched.beta, lambda, matched.share));
        expect(realised).toBe(matched.variation);
        if (matched.reached) expect(realised).toBeCloseTo(tau, 10);
        else if (realised < tau) {
          expect(matched.beta).toBe(0);
          const most = meanVariation(problem, improved(region, problem, 0, lambda, 0));
          expect(most).toBeLessThan(tau);
        } else {
          expect(meanVariation(problem, improved(region, problem, Infinity, lambda))).toBeGreaterThan(tau);
        }
      }),
    );
  });

  if (!region.usesLambda) {
    test('β = ∞ stands still', () => {
      fc.assert(
        fc.property(problems(), (problem) => {
          const next = improved(region, problem, Infinity, 1);
          next.forEach((p, pair) => expect(p).toBeCloseTo(problem.policy[pair]!, 14));
          expect(region.spent(problem, { beta: Infinity, share: 0 }, 1)).toBe(0);
        }),
      );
    });
  }

  if (kind === 'wasserstein') {
    test('what is spent is the transport cost of the plan', () => {
      fc.assert(
        fc.property(problems(), betas, shares, (problem, beta, share) => {
          const spent = region.spent(problem, { beta, share }, 1);
          expect(transportCost(region, problem, { beta, share }, 1)).toBeCloseTo(spent, 12);
        }),
      );
    });
  }
});
