import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanVariation, transportCost } from '../trust-regions/distances.ts';
import { multiplierForVariation } from '../trust-regions/matched.ts';
import {
  betas,
  improved,
  planOf,
  pointAt,
  problems,
  radii,
  shares,
  valueOf,
} from '../trust-regions/testing-problems.ts';
import { regions } from './testing-regions.ts';

/** What every metric promises, whatever it is. */
describe.each(regions)('%s', (kind, region, shapes) => {
  const scaleOf = (weight: Float64Array): number => weight.reduce((sum, rho) => sum + rho, 0) * 10;

  test('new rows are distributions', () => {
    fc.assert(
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
        const next = improved(region, problem, beta, shape, share);
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
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
        const { actions: n, policy } = problem;
        const next = improved(region, problem, beta, shape, share);
        for (let s = 0; s < problem.states; s += 1) {
          const plan = planOf(region, problem, s, pointAt(beta, shape, share));
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
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
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
        const together = planOf(region, problem, s, pointAt(beta, shape, share));
        const apart = planOf(region, alone, 0, pointAt(beta, shape, share));
        expect(apart).toEqual(together);
      }),
    );
  });

  test('the optimum is inside the radius, and its value is the dual’s', () => {
    fc.assert(
      fc.property(problems(), radii, shapes, (problem, radius, shape) => {
        const optimum = region.optimum(problem, radius, shape);
        const scale = scaleOf(problem.weight);
        const spent = region.spent(problem, pointAt(optimum.beta, shape, optimum.share));
        expect(Math.abs(optimum.spent - spent)).toBeLessThan(1e-12 * scale);
        if (optimum.binding === 'infeasible') {
          expect(region.smears).toBe(true);
          expect(optimum.beta).toBe(Infinity);
          expect(spent).toBeGreaterThan(radius);
          return;
        }
        expect(spent).toBeLessThanOrEqual(radius * (1 + 1e-9) + 1e-15 * scale);
        if (optimum.binding === 'tight') expect(spent).toBeGreaterThanOrEqual(radius * (1 - 1e-9) - 1e-14 * scale);
        else expect(optimum.beta).toBe(0);
        const value = region.objective(problem, shape, improved(region, problem, optimum.beta, shape, optimum.share));
        const dual = region.dual(problem, radius, pointAt(optimum.beta, shape));
        expect(Math.abs(dual - value)).toBeLessThan(1e-11 * scale);
      }),
      { numRuns: 300 },
    );
  });

  test('no multiplier has a smaller dual than the optimum', () => {
    fc.assert(
      fc.property(problems(), radii, shapes, betas, (problem, radius, shape, beta) => {
        const optimum = region.optimum(problem, radius, shape);
        if (optimum.binding === 'infeasible') return;
        const least = region.dual(problem, radius, pointAt(optimum.beta, shape));
        // far out β ln Σ … loses digits in proportion to β
        const rounding = (1e-11 + (beta < Infinity ? 1e-14 * beta : 0)) * scaleOf(problem.weight);
        expect(region.dual(problem, radius, pointAt(beta, shape))).toBeGreaterThan(least - rounding);
        // nor a neighbour, where the dual is flat
        for (const factor of [0.9, 0.999, 1.001, 1.1]) {
          const beside = region.dual(problem, radius, pointAt(optimum.beta * factor, shape));
          expect(beside).toBeGreaterThan(least - 1e-11 * scaleOf(problem.weight));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a step costs more the smaller β is', () => {
    fc.assert(
      fc.property(problems(), betas, betas, shapes, (problem, one, other, shape) => {
        const near = region.spent(problem, pointAt(Math.max(one, other), shape));
        const far = region.spent(problem, pointAt(Math.min(one, other), shape));
        expect(far).toBeGreaterThan(near - 1e-12 * scaleOf(problem.weight) * (1 + 1 / (shape.lambda ?? 1)));
      }),
    );
  });

  test('β = 0 is greedy and close to it is nearly so', () => {
    fc.assert(
      fc.property(problems(), shapes, (problem, shape) => {
        const greedy = improved(region, problem, 0, shape);
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
        const nearly = improved(region, problem, 1e-12, shape);
        expect(valueOf(problem, nearly)).toBeCloseTo(valueOf(problem, greedy), 9);
      }),
    );
  });

  test('a step never has a negative value', () => {
    // of the advantages less their mean under the step that ignores them
    fc.assert(
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
        const still = valueOf(problem, improved(region, problem, Infinity, shape));
        const value = valueOf(problem, improved(region, problem, beta, shape, share));
        expect(value).toBeGreaterThan(still - 1e-12 * scaleOf(problem.weight));
      }),
    );
  });

  test('matched multipliers give the wanted variation', () => {
    fc.assert(
      fc.property(problems(), fc.double({ min: 1e-4, max: 0.6, noNaN: true }), shapes, (problem, tau, shape) => {
        const matched = multiplierForVariation(region, problem, tau, shape);
        const realised = meanVariation(problem, improved(region, problem, matched.beta, shape, matched.share));
        expect(realised).toBe(matched.variation);
        if (matched.reached) expect(realised).toBeCloseTo(tau, 10);
        else if (realised < tau) {
          expect(matched.beta).toBe(0);
          const most = meanVariation(problem, improved(region, problem, 0, shape, 0));
          expect(most).toBeLessThan(tau);
        } else {
          expect(meanVariation(problem, improved(region, problem, Infinity, shape))).toBeGreaterThan(tau);
        }
      }),
    );
  });

  if (!region.smears) {
    test('β = ∞ stands still', () => {
      fc.assert(
        fc.property(problems(), shapes, (problem, shape) => {
          const next = improved(region, problem, Infinity, shape);
          next.forEach((p, pair) => expect(p).toBeCloseTo(problem.policy[pair]!, 14));
          expect(region.spent(problem, pointAt(Infinity, shape))).toBe(0);
        }),
      );
    });
  }

  if (kind === 'wasserstein') {
    test('what is spent is the transport cost of the plan', () => {
      fc.assert(
        fc.property(problems(), betas, shares, (problem, beta, share) => {
          const spent = region.spent(problem, pointAt(beta, {}, share));
          expect(transportCost(region, problem, pointAt(beta, {}, share))).toBeCloseTo(spent, 12);
        }),
      );
    });
  }
});
