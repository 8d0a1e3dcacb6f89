import { describe, expect, it } from 'vitest';
import cases from './fixtures/updates_rivals.json' with { type: 'json' };
import { bridge } from './bridge.ts';
import { chiSquared } from './chi-squared.ts';
import { sharedCost } from './cost.ts';
import { entropyKl } from './entropy-kl.ts';
import { forwardKl } from './forward-kl.ts';
import { planOf } from './testing-problems.ts';
import type { SharedProblem, TrustRegion } from './trust-region.ts';

/** Against KKT solutions in 40 digits (Python), of which those of small instances were compared with a primal solver. */
interface Outcome {
  readonly beta: number;
  readonly pi: number[][];
  readonly value: number;
  readonly cost: number;
  readonly plan?: number[][][];
}

interface Golden {
  readonly id: string | number;
  readonly method: string;
  readonly tags: string[];
  readonly S: number;
  readonly A: number;
  readonly pi: number[][];
  readonly adv: number[][];
  readonly rho: number[];
  readonly delta: number;
  readonly dial?: number;
  readonly tau?: number;
  readonly M?: number[][];
  readonly out: Outcome;
  readonly fixed: Outcome[];
}

const regions: Readonly<Record<string, TrustRegion>> = {
  'forward-kl': forwardKl,
  'chi-squared': chiSquared,
  'entropy-kl': entropyKl,
  bridge: bridge,
};

function problemOf({ S, A, pi, adv, rho, M }: Golden): SharedProblem {
  return {
    states: S,
    actions: A,
    policy: Float64Array.from(pi.flat()),
    advantage: Float64Array.from(adv.flat()),
    weight: Float64Array.from(rho),
    cost: sharedCost(A, Float64Array.from(M?.flat() ?? Array.from({ length: A * A }, () => 0))),
  };
}

function largestDifference(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found.length).toBe(expected.length);
  return expected.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
}

const golden: readonly Golden[] = cases;

it('holds 24 instances of each', () => {
  expect(Object.keys(regions).map((kind) => golden.filter(({ method }) => method === kind).length)).toEqual([
    24, 24, 24, 24,
  ]);
});

describe.each(golden.map((example) => [`${example.method} ${example.id} ${example.tags.join(' ')}`, example] as const))(
  '%s',
  (_, example) => {
    const { method, dial, tau, adv, rho, delta, out, fixed } = example;
    const region = regions[method]!;
    const shape = { ...(dial === undefined ? {} : { dial }), ...(tau === undefined ? {} : { tau }) };
    const problem = problemOf(example);
    // relative to the scale of advantages times the weight, as the numbers' README says
    const close =
      1e-10 * Math.max(1, Math.max(...adv.flat().map(Math.abs)) * rho.reduce((sum, weight) => sum + weight, 0));

    function expectOutcome(beta: number, expected: Outcome): void {
      const point = { ...shape, beta, share: 0 };
      const next = new Float64Array(problem.policy.length);
      region.improve(problem, point, next);
      expect(largestDifference(next, expected.pi.flat())).toBeLessThan(1e-10);
      expect(Math.abs(region.objective(problem, shape, next) - expected.value)).toBeLessThan(close);
      expect(Math.abs(region.spent(problem, point) - expected.cost)).toBeLessThan(1e-10 * Math.max(1, expected.cost));
      // by strong duality, at the radius that it spends
      expect(Math.abs(region.dual(problem, expected.cost, point) - expected.value)).toBeLessThan(close);
      expected.plan?.forEach((rows, s) => {
        expect(largestDifference(planOf(region, problem, s, point), rows.flat())).toBeLessThan(1e-10);
      });
    }

    it('has the optimum for its radius', () => {
      const optimum = region.optimum(problem, delta, shape);
      expect(optimum.binding).toBe('tight');
      expect(Math.abs(optimum.beta - out.beta)).toBeLessThan(1e-10 * Math.max(out.beta, 1e-3));
      expect(Math.abs(optimum.spent - delta)).toBeLessThan(1e-10 * Math.max(1, delta));
      expectOutcome(optimum.beta, out);
    });

    it('has the update at a multiplier', () => {
      for (const one of fixed) expectOutcome(one.beta, one);
    });
  },
);
