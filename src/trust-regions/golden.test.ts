import { describe, expect, test } from 'vitest';
import klCases from './fixtures/updates_kl.json' with { type: 'json' };
import sinkhornCases from './fixtures/updates_sinkhorn.json' with { type: 'json' };
import wassersteinCases from './fixtures/updates_w.json' with { type: 'json' };
import { sharedCost } from './cost.ts';
import { kl } from './kl.ts';
import { sinkhorn } from './sinkhorn.ts';
import { planOf } from './testing-problems.ts';
import type { Multiplier, SharedProblem, TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/**
 * Against stored outputs of independent solvers: linear programs by HiGHS, 40-digit arithmetic for KL and Sinkhorn (Python).
 * Infinity is stored as "inf".
 */
interface Outcome {
  readonly beta: number | string;
  readonly lambda?: number;
  readonly pi: number[][];
  readonly value: number;
  readonly cost: number;
  readonly dual: number;
}

interface Golden {
  readonly id: string;
  readonly tags: string[];
  readonly S: number;
  readonly A: number;
  readonly pi: number[][];
  readonly adv: number[][];
  readonly rho: number[];
  readonly delta: number;
  readonly M?: number[][];
  readonly lambda?: number;
  readonly out: Outcome & {
    readonly costGreedy: number;
    readonly plan?: number[][][];
    readonly planUnique?: boolean;
    readonly betaMin?: number;
    readonly betaMax?: number | string;
    readonly theta?: number;
    readonly costMin?: number;
    readonly transport?: number;
  };
  readonly fixed: Outcome[];
}

const golden: readonly (readonly [string, TrustRegion, Golden[]])[] = [
  ['kl', kl, klCases],
  ['wasserstein', wasserstein, wassersteinCases],
  ['sinkhorn', sinkhorn, sinkhornCases],
];

const number = (value: number | string | undefined): number => (value === 'inf' ? Infinity : Number(value));

function problemOf({ S, A, pi, adv, rho, M }: Golden): SharedProblem {
  const cost = M ?? pi[0]!.map((_, i) => pi[0]!.map((__, j) => (i === j ? 0 : 1)));
  return {
    states: S,
    actions: A,
    policy: Float64Array.from(pi.flat()),
    advantage: Float64Array.from(adv.flat()),
    weight: Float64Array.from(rho),
    cost: sharedCost(A, Float64Array.from(cost.flat())),
  };
}

/** Relative to the scale of advantages times the weight, as the numbers' README says. */
function tolerance({ adv, rho }: Golden): number {
  const scale = Math.max(...adv.flat().map(Math.abs)) * rho.reduce((sum, weight) => sum + weight, 0);
  return 1e-10 * Math.max(1, scale);
}

function valueOf(problem: SharedProblem, next: Float64Array): number {
  return next.reduce(
    (sum, share, pair) => sum + problem.weight[Math.floor(pair / problem.actions)]! * share * problem.advantage[pair]!,
    0,
  );
}

function largestDifference(left: ArrayLike<number>, right: number[]): number {
  expect(left.length).toBe(right.length);
  return right.reduce((most, value, index) => Math.max(most, Math.abs(value - left[index]!)), 0);
}

describe.each(golden)('%s', (_, region, examples) => {
  function expectOutcome(
    example: Golden,
    multiplier: Multiplier,
    lambda: number,
    radius: number,
    outcome: Outcome,
  ): void {
    const problem = problemOf(example);
    const close = tolerance(example);
    const next = new Float64Array(problem.policy.length);
    region.improve(problem, { ...multiplier, lambda }, next);
    if (example.out.planUnique !== false) expect(largestDifference(next, outcome.pi.flat())).toBeLessThan(1e-10);
    expect(Math.abs(valueOf(problem, next) - outcome.value)).toBeLessThan(close);
    expect(Math.abs(region.spent(problem, { ...multiplier, lambda }) - outcome.cost)).toBeLessThan(close);
    const dual = region.dual(problem, radius, { ...multiplier, lambda });
    if (dual !== outcome.dual) expect(Math.abs(dual - outcome.dual)).toBeLessThan(close);
  }

  test.each(examples.map((example) => [`${example.id} ${example.tags.join(' ')}`, example] as const))(
    'optimum of %s',
    (__, example) => {
      const problem = problemOf(example);
      const lambda = example.lambda ?? 1;
      const { out, delta } = example;
      const optimum = region.optimum(problem, delta, { lambda });
      const close = tolerance(example);
      if (out.betaMin === undefined) {
        const beta = number(out.beta);
        if (beta === Infinity) expect(optimum.beta).toBe(Infinity);
        else expect(Math.abs(optimum.beta - beta)).toBeLessThan(1e-10 * Math.max(beta, 1e-3));
      } else {
        expect(optimum.beta).toBeGreaterThanOrEqual(out.betaMin * (1 - 1e-10));
        expect(optimum.beta).toBeLessThanOrEqual(number(out.betaMax) * (1 + 1e-10));
      }
      expect(optimum.binding).toBe(number(out.beta) === 0 ? 'greedy' : 'tight');
      expect(Math.abs(optimum.spent - out.cost)).toBeLessThan(close);
      expectOutcome(example, optimum, lambda, delta, out);
      expect(Math.abs(region.spent(problem, { beta: 0, share: 0, lambda }) - out.costGreedy)).toBeLessThan(close);
      if (out.costMin !== undefined) {
        expect(Math.abs(region.spent(problem, { beta: Infinity, share: 0, lambda }) - out.costMin)).toBeLessThan(close);
      }
      if (out.plan === undefined) return;
      const { states, weight, cost } = problem;
      let transport = 0;
      for (let s = 0; s < states; s += 1) {
        const plan = planOf(region, problem, s, { beta: optimum.beta, share: optimum.share, lambda });
        if (out.planUnique !== false) expect(largestDifference(plan, out.plan[s]!.flat())).toBeLessThan(1e-10);
        transport += weight[s]! * plan.reduce((sum, mass, cell) => sum + mass * cost.matrix[cell]!, 0);
      }
      if (out.transport !== undefined) expect(Math.abs(transport - out.transport)).toBeLessThan(close);
    },
  );

  test('closed form at given multipliers', () => {
    for (const example of examples) {
      for (const outcome of example.fixed) {
        const multiplier = { beta: number(outcome.beta), share: 0 };
        expectOutcome(
          { ...example, out: { ...example.out, planUnique: true } },
          multiplier,
          outcome.lambda ?? example.lambda ?? 1,
          example.delta,
          outcome,
        );
      }
    }
  });
});
