import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamDealer } from '../math/random.ts';
import { linearProgram, type Constraint, type Terms } from '../math/testing-linear-program.ts';
import { matrixOf } from '../trust-regions/cost.ts';
import { meanVariation, transportCost } from '../trust-regions/distances.ts';
import { multiplierForVariation } from '../trust-regions/matched.ts';
import { betas, improved, planOf, pointAt, problems, radii, valueOf } from '../trust-regions/testing-problems.ts';
import type { Problem, SharedProblem } from '../trust-regions/trust-region.ts';
import { wasserstein } from '../trust-regions/wasserstein.ts';
import { regions } from './testing-regions.ts';

/** Prices of each state's own, [S·N·N]. */
const own = (...matrices: number[]): Problem['cost'] => ({ kind: 'own', matrices: Float64Array.from(matrices) });

/** The same problem with a copy of its cost for every state. */
function copied(problem: SharedProblem): Problem {
  const { states, cost } = problem;
  const cells = cost.matrix.length;
  const matrices = Float64Array.from({ length: states * cells }, (_, i) => cost.matrix[i % cells]!);
  return { ...problem, cost: { kind: 'own', matrices } };
}

/** Particles in the unit square at each state, as physics tasks have them: even weights, and distances as costs. */
const clouds: fc.Arbitrary<Problem> = fc
  .record({
    states: fc.integer({ min: 2, max: 4 }),
    actions: fc.integer({ min: 2, max: 16 }),
    next: fc.oneof(
      // evenly spread, and with coincident points and equal advantages
      fc.integer({ min: 0, max: 1e6 }).map((seed) => new StreamDealer(seed).next().uniform),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })).map((stream) => () => stream.next().value!),
    ),
  })
  .map(({ states, actions, next }) => {
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
      cost: { kind: 'own' as const, matrices: cost },
    };
  });

/** Numbers that metrics may have where hardly anything is blurred. */
const SHARP = { lambda: 1000, dial: 1, tau: 0, power: 1 };

/** Equal to twelve digits, infinities and NaN included. */
function expectSame(found: number, wanted: number): void {
  if (Number.isFinite(wanted)) expect(Math.abs(found - wanted) / Math.max(1, Math.abs(wanted))).toBeLessThan(1e-12);
  else expect(found).toBe(wanted);
}

/** One state of a problem with costs of each state's own. */
function alone({ actions: n, policy, advantage, weight, cost }: Problem, s: number): Problem {
  return {
    states: 1,
    actions: n,
    policy: policy.slice(s * n, (s + 1) * n),
    advantage: advantage.slice(s * n, (s + 1) * n),
    weight: weight.slice(s, s + 1),
    cost: { kind: 'own', matrices: matrixOf(cost, s, n) },
  };
}

describe.each(regions)('%s with a cost for each state', (_, region, shapes, usual) => {
  it('does with equal costs what it does with one for all', () => {
    fc.assert(
      fc.property(problems(), betas, shapes, (problem, beta, shape) => {
        const each = copied(problem);
        expect(improved(region, each, beta, shape)).toEqual(improved(region, problem, beta, shape));
        const point = pointAt(beta, shape);
        expectSame(region.spent(each, point), region.spent(problem, point));
        for (let s = 0; s < problem.states; s += 1) {
          expect(planOf(region, each, s, point)).toEqual(planOf(region, problem, s, point));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds with equal costs the dual and the optimum that it finds with one for all', () => {
    fc.assert(
      fc.property(problems(), betas, shapes, radii, (problem, beta, shape, radius) => {
        const each = copied(problem);
        const point = pointAt(beta, shape);
        expectSame(region.dual(each, radius, point), region.dual(problem, radius, point));
        const [found, wanted] = [each, problem].map((one) => region.optimum(one, radius, shape));
        expect(found!.binding).toBe(wanted!.binding);
        for (const key of ['beta', 'share', 'spent'] as const) expectSame(found![key], wanted![key]);
      }),
      { numRuns: 200 },
    );
  });

  it('spends what its states spend one by one, and its dual is the sum of theirs', () => {
    fc.assert(
      fc.property(clouds, betas, shapes, (problem, beta, shape) => {
        const point = pointAt(beta, shape);
        const parts = Array.from({ length: problem.states }, (_, s) => alone(problem, s));
        const sum = (of: (part: Problem) => number): number => parts.reduce((total, part) => total + of(part), 0);
        expectSame(
          region.spent(problem, point),
          sum((part) => region.spent(part, point)),
        );
        if (beta === Infinity) return;
        expectSame(region.dual(problem, 0.1, point), beta * 0.1 + sum((part) => region.dual(part, 0, point)));
      }),
      { numRuns: 100 },
    );
  });

  it('moves each state’s mass as if it stood alone, and plans sum to old and new rows', () => {
    fc.assert(
      fc.property(clouds, betas, shapes, (problem, beta, shape) => {
        const { states, actions: n, policy } = problem;
        const next = improved(region, problem, beta, shape);
        for (let s = 0; s < states; s += 1) {
          expect(next.slice(s * n, (s + 1) * n)).toEqual(improved(region, alone(problem, s), beta, shape));
          const plan = planOf(region, problem, s, pointAt(beta, shape));
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

  it('carries mass at the cost of each state’s own moves', () => {
    fc.assert(
      fc.property(clouds, betas, shapes, (problem, beta, shape) => {
        const point = pointAt(beta, shape);
        const parts = Array.from({ length: problem.states }, (_, s) => alone(problem, s));
        const sum = parts.reduce((total, part) => total + transportCost(region, part, point), 0);
        expectSame(transportCost(region, problem, point), sum);
      }),
      { numRuns: 100 },
    );
    // the two states of which one has moves of twice the price
    const two: Problem = {
      states: 2,
      actions: 2,
      policy: Float64Array.of(0.5, 0.5, 0.5, 0.5),
      advantage: Float64Array.of(1, 0, 1, 0),
      weight: Float64Array.of(0.5, 0.5),
      cost: own(0, 0.1, 0.1, 0, 0, 0.2, 0.2, 0),
    };
    expect(transportCost(region, two, pointAt(0, SHARP))).toBeCloseTo(0.5 * (0.05 + 0.1), 12);
  });

  it('moves as far as it is asked to, where each state has prices of its own, or says that it does not', () => {
    fc.assert(
      fc.property(clouds, fc.double({ min: 0.005, max: 0.5, noNaN: true }), (problem, tau) => {
        const matched = multiplierForVariation(region, problem, tau, usual);
        const next = improved(region, problem, matched.beta, usual, matched.share);
        expect(meanVariation(problem, next)).toBeCloseTo(matched.variation, 12);
        if (matched.reached) expect(Math.abs(matched.variation - tau)).toBeLessThan(1e-6 * tau);
      }),
      { numRuns: 100 },
    );
    const near: Problem = {
      states: 2,
      actions: 2,
      policy: Float64Array.of(0.5, 0.5, 0.5, 0.5),
      advantage: Float64Array.of(1, 0, 1, 0),
      weight: Float64Array.of(0.9, 0.1),
      cost: own(0, 10, 10, 0, 0, 1e-6, 1e-6, 0),
    };
    const matched = multiplierForVariation(region, near, 0.02, usual);
    if (matched.reached) expect(matched.variation).toBeCloseTo(0.02, 9);
  });

  it('spends the radius at the minimum of the dual', () => {
    let tight = 0;
    const shareOfAll = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(clouds, shareOfAll, (problem, share) => {
        const shape = usual;
        // forward KL never ends
        const ends = [0, 1e-4, Infinity].map((beta) => region.spent(problem, pointAt(beta, shape)));
        const [most, least] = [Math.min(ends[0]!, ends[1]!), ends[2]!];
        // SPO’s entropy counts for less than nothing
        const lowest = Math.max(0, least);
        const radius = lowest + share * (most - lowest);
        // all particles in one place, or all equally good
        if (most - lowest < 1e-6) return;
        const found = region.optimum(problem, radius, shape);
        expect(found.binding).toBe('tight');
        tight += 1;
        expect(Math.abs(region.spent(problem, pointAt(found.beta, shape, found.share)) - radius)).toBeLessThan(1e-10);
        expect(Math.abs(found.spent - radius)).toBeLessThan(1e-10);
        const minimum = region.dual(problem, radius, pointAt(found.beta, shape));
        for (const factor of [0.5, 0.99, 0.9999, 1.0001, 1.01, 2]) {
          expect(region.dual(problem, radius, pointAt(found.beta * factor, shape))).toBeGreaterThanOrEqual(
            minimum - 1e-12,
          );
        }
      }),
      { numRuns: 200 },
    );
    // or else little was looked at
    expect(tight).toBeGreaterThan(80);
  });

  it('moves nothing that it need not at an infinite price, and takes the greedy step where the radius holds it', () => {
    fc.assert(
      fc.property(clouds, (problem) => {
        const shape = usual;
        const greedy = region.spent(problem, pointAt(0, shape));
        const found = region.optimum(problem, Math.max(0, greedy) + 0.01, shape);
        expect(found).toMatchObject({ beta: 0, binding: 'greedy' });
        const still = region.spent(problem, pointAt(Infinity, shape));
        const stillest = region.optimum(problem, 0, shape);
        // SPO’s entropy moves mass even there: no policy may be inside
        expect(stillest.binding === 'infeasible').toBe(still > 0);
        if (stillest.binding === 'infeasible') expectSame(stillest.spent, still);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Wasserstein with a cost for each state', () => {
  it('reaches what a linear program over all couplings reaches', () => {
    fc.assert(
      fc.property(clouds, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (problem, radius) => {
        const { states, actions: n, policy, advantage, weight } = problem;
        const gain: [number, string][] = [];
        const price: [number, string][] = [];
        const constraints: Constraint[] = [];
        for (let s = 0; s < states; s += 1) {
          for (let j = 0; j < n; j += 1) {
            const terms: Terms = Array.from({ length: n }, (_, i) => [1, `q${s}_${i}_${j}`] as const);
            constraints.push({ terms, relation: '=', bound: policy[s * n + j]! });
            for (let i = 0; i < n; i += 1) {
              gain.push([weight[s]! * advantage[s * n + i]!, `q${s}_${i}_${j}`]);
              price.push([weight[s]! * matrixOf(problem.cost, s, n)[i * n + j]!, `q${s}_${i}_${j}`]);
            }
          }
        }
        constraints.push({ terms: price, relation: '<=', bound: radius });
        const best = linearProgram('Maximize', gain, constraints).value;
        const { beta, share } = wasserstein.optimum(problem, radius, {});
        const next = improved(wasserstein, problem, beta, {}, share);
        const value = valueOf(problem, next);
        // no feasible policy is worth more than the dual: this proves the optimum without any solver
        expect(Math.abs(wasserstein.dual(problem, radius, { beta, share }) - value)).toBeLessThan(1e-12);
        // HiGHS leaves out coefficients below 1e-9, and forgives 1e-10 of a constraint: β is what that is worth
        expect(Math.abs(best - value)).toBeLessThan(1e-9 * (1 + 2 * beta));
      }),
      { numRuns: 60 },
    );
  });
});
