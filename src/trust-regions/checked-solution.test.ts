import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { checkedSolution, type CheckedSolution } from './checked-solution.ts';
import { sharedCost } from './cost.ts';
import { kl } from './kl.ts';
import { sinkhorn } from './sinkhorn.ts';
import { decimalKl, decimalScale, decimalSinkhorn, exactWasserstein } from './testing-decimal.ts';
import type { Shape, SharedProblem, TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** Powers of two near 1e−300, 1e−281, … 1e300: scaling by them is exact, and with it what is known of the scaled problem. */
const SCALES = [-300, -281, -200, -100, -50, -10, 0, 10, 50, 100, 155, 200, 300].map(
  (tens) => 2 ** Math.round(tens * 3.3219),
);
const RADII = [1e-20, 1e-14, 1e-9, 1e-4, 0.05, 2];
const LAMBDAS = [1e-3, 0.03, 0.3, 1, 3, 10, 20, 50, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e9, 1e14];
/** Rows of the first state: even, with a zero, sure, and with a probability that hardly is one. */
const ROWS: Readonly<Record<string, readonly number[]>> = {
  even: [0.2, 0.3, 0.5],
  'with a zero': [0, 0.25, 0.75],
  sure: [0, 1, 0],
  'hardly there': [1e-300, 0.4, 0.6],
};

function problemOf(first: readonly number[], scale: number): SharedProblem {
  return {
    states: 2,
    actions: 3,
    policy: Float64Array.from([...first, 0.6, 0.3, 0.1]),
    advantage: Float64Array.from([1, 0.5, -0.3, -0.25, 0.75, 0.125], (gain) => gain * scale),
    weight: Float64Array.of(0.7, 0.3),
    cost: sharedCost(3, Float64Array.of(0, 1, 2, 1, 0, 1, 2, 1, 0)),
  };
}

const cases = Object.entries(ROWS).flatMap(([name, first]) => RADII.map((radius) => [name, radius, first] as const));

/** |found − exact| ≤ share · scale */
function expectNear(found: number, exact: Decimal, scale: Decimal.Value, share: number, place: string): void {
  expect(
    new Decimal(found).sub(exact).abs().lte(new Decimal(scale).mul(share)),
    `${place}: ${found} for ${exact.toPrecision(20)}`,
  ).toBe(true);
}

function solve<S extends Shape>(
  region: TrustRegion<S>,
  problem: SharedProblem,
  radius: number,
  shape: S,
): CheckedSolution | string {
  return checkedSolution({ region: region, problem, radius, beta: null, shape });
}

/** The plans of all states [S·N·N]. */
function plansOf(solution: CheckedSolution, { states, actions: n }: SharedProblem): Float64Array {
  const plans = new Float64Array(states * n * n);
  for (let s = 0; s < states; s += 1) solution.writePlan(s, plans.subarray(s * n * n, (s + 1) * n * n));
  return plans;
}

describe('answers at extreme sizes, against sixty digits and exact rationals', () => {
  it.each(cases)('KL from a row that is %s, with radius %d', (_, radius, first) => {
    let refused = 0;
    for (const scale of SCALES) {
      const problem = problemOf(first, scale);
      const solution = solve(kl, problem, radius, {});
      if (typeof solution === 'string') {
        expect(solution).toContain('larger or smaller than a double');
        refused += 1;
        continue;
      }
      const exact = decimalKl(problem, solution.beta, radius);
      const place = `scale ${scale}, β ${solution.beta}`;
      const size = decimalScale(problem);
      solution.policy.forEach((p, pair) => expectNear(p, exact.policy[pair]!, 1, 1e-11, place));
      expectNear(solution.value, exact.value, size, 1e-11, place);
      expectNear(solution.dual!, exact.dual, size, 1e-11, place);
      expectNear(solution.spent, exact.spent, exact.spent, 1e-8, place);
      // inside the radius, and no policy inside it is worth more than the dual
      expect(exact.spent.lte(radius * (1 + 1e-8)), place).toBe(true);
      expect(exact.dual.sub(exact.value).abs().lte(size.mul(1e-11)), place).toBe(true);
    }
    // β is about the scale over the root of the radius
    expect(refused).toBeLessThanOrEqual(radius < 1e-15 ? 1 : 0);
  });

  it.each(cases)('Wasserstein from a row that is %s, with radius %d', (_, radius, first) => {
    for (const scale of SCALES) {
      const problem = problemOf(first, scale);
      const solution = solve(wasserstein, problem, radius, {});
      if (typeof solution === 'string') throw new Error(solution);
      const exact = exactWasserstein(problem, plansOf(solution, problem), solution.beta, radius);
      const place = `scale ${scale}, β ${solution.beta}`;
      const size = decimalScale(problem);
      expect(exact.missed.lte(1e-15), place).toBe(true);
      expectNear(solution.value, exact.value, size, 1e-14, place);
      expectNear(solution.spent, exact.spent, 1, 1e-15, place);
      expectNear(solution.dual!, exact.dual, size, 1e-14, place);
      expect(exact.spent.lte(radius + 1e-15), place).toBe(true);
      expect(exact.dual.sub(exact.value).abs().lte(size.mul(1e-14)), place).toBe(true);
    }
  });

  it.each(cases)('Sinkhorn from a row that is %s, with radius %d', (_, radius, first) => {
    for (const lambda of LAMBDAS) {
      // the whole range of sizes at one λ, one size at the others
      for (const scale of lambda === 20 ? SCALES : [1]) {
        const problem = problemOf(first, scale);
        const solution = solve(sinkhorn, problem, radius, { lambda });
        const place = `λ ${lambda}, scale ${scale}`;
        if (typeof solution === 'string') {
          expect(lambda, solution).toBeGreaterThan(1e5);
          continue;
        }
        expect(lambda).toBeLessThanOrEqual(1e8);
        if (!solution.feasible) {
          expect(solution.beta).toBe(Infinity);
          continue;
        }
        const exact = decimalSinkhorn(problem, solution.beta, lambda, radius);
        const size = decimalScale(problem);
        // an exponent holds about 16 digits of λ·M
        const digits = 1e-12 + 1e-15 * lambda;
        solution.policy.forEach((p, pair) => expectNear(p, exact.policy[pair]!, 1, digits, place));
        plansOf(solution, problem).forEach((q, cell) => expectNear(q, exact.plan[cell]!, 1, digits, place));
        expectNear(solution.value, exact.value, size, digits, place);
        expectNear(solution.spent, exact.spent, Decimal.max(1, 1 / lambda), digits, place);
        expect(exact.spent.lte(radius + digits * Math.max(1, 1 / lambda)), place).toBe(true);
        expect(exact.dual.sub(exact.value).abs().lte(size.mul(1e-6)), place).toBe(true);
        expectNear(solution.dual!, exact.dual, size, 1e-6, place);
      }
    }
  });
});
