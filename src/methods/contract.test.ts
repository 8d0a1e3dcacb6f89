import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costToThe, sharedCost } from '../trust-regions/cost.ts';
import { meanVariation, transportCost } from '../trust-regions/distances.ts';
import { multiplierForVariation } from '../trust-regions/matched.ts';
import { betas, improved, planOf, pointAt, problems, radii, shares } from '../trust-regions/testing-problems.ts';
import { LEAST_MASS } from '../trust-regions/rows.ts';
import type { Shape, TrustRegion } from '../trust-regions/trust-region.ts';
import { regions } from './testing-regions.ts';

/** Whether an action without probability can get some. */
function reaches(region: TrustRegion, shape: Shape): boolean {
  const cost = sharedCost(2, Float64Array.of(0, 1, 1, 0));
  const row = { states: 1, actions: 2, policy: Float64Array.of(1, 0), weight: Float64Array.of(1), cost };
  return improved(region, { ...row, advantage: Float64Array.of(0, 1) }, 0, shape)[1]! > 0;
}

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

  // on which the scan for a wanted movement rests
  test('new rows only come nearer to the greedy ones as β falls', () => {
    fc.assert(
      fc.property(problems(), betas, shapes, (problem, beta, shape) => {
        const greedy = { ...problem, policy: improved(region, problem, 0, shape, 0) };
        const [far, near] = [beta, beta / 2].map((at) =>
          meanVariation(greedy, improved(region, problem, at, shape, 0)),
        );
        expect(near).toBeLessThanOrEqual(far! + 1e-12 * scaleOf(problem.weight));
      }),
      { numRuns: 1000 },
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
        // forward KL never ends: then it is the smallest there is
        else expect(optimum.beta).toBeLessThanOrEqual(1e-300);
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
        const rounding = 1e-12 * scaleOf(problem.weight) * (1 + 1 / (shape.lambda ?? 1));
        expect(far === near || far > near - rounding).toBe(true);
      }),
    );
  });

  test('β = 0 is as good as it gets, and greedy where advantages are all that counts; close to it is nearly so', () => {
    fc.assert(
      fc.property(problems(), betas, shapes, (problem, beta, shape) => {
        const greedy = improved(region, problem, 0, shape);
        const best = region.objective(problem, shape, greedy);
        const rounding = 1e-9 * scaleOf(problem.weight);
        expect(region.objective(problem, shape, improved(region, problem, beta, shape))).toBeLessThan(best + rounding);
        // χ² gives what has next to nothing hardly more, unless β is as small
        const smallest = Math.min(...problem.policy.filter((p) => p > LEAST_MASS));
        const nearly = region.objective(problem, shape, improved(region, problem, 1e-12 * smallest, shape));
        expect(Math.abs(nearly - best)).toBeLessThan(rounding);
        // a price of entropy is paid for more than advantages
        if ((shape.tau ?? 0) > 0) return;
        const { actions: n, advantage, policy } = problem;
        const anywhere = reaches(region, shape);
        for (let s = 0; s < problem.states; s += 1) {
          const usable = [...advantage.subarray(s * n, (s + 1) * n)].map((gain, a) =>
            anywhere || policy[s * n + a]! > (kind === 'chi-squared' ? LEAST_MASS : 0) ? gain : -Infinity,
          );
          const most = Math.max(...usable);
          usable.forEach((gain, a) => {
            if (gain < most) expect(greedy[s * n + a]).toBe(0);
          });
        }
      }),
    );
  });

  test('a step is never worse than the one at β = ∞', () => {
    fc.assert(
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
        const still = region.objective(problem, shape, improved(region, problem, Infinity, shape));
        const value = region.objective(problem, shape, improved(region, problem, beta, shape, share));
        expect(value).toBeGreaterThan(still - 1e-12 * scaleOf(problem.weight) * (1 + (shape.tau ?? 0)));
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
        fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
          const spent = region.spent(problem, pointAt(beta, shape, share));
          const charged = { ...problem, cost: costToThe(problem.cost, shape.power!) };
          const same = transportCost(region, charged, pointAt(beta, { power: 1 }, share));
          expect(Math.abs(same - spent)).toBeLessThan(1e-12 * Math.max(1, spent));
        }),
      );
    });
  }
});
