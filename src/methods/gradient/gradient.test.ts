import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCost } from '../../trust-regions/cost.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import { a2c, policyGradient } from '../a2c.ts';
import { clippedGradient, clippedObjective, ppo } from '../ppo.ts';
import { trpo } from '../trpo.ts';
import { softmaxRows, uniformScores } from './softmax-policy.ts';

const settings = { delta: 0.01, learningRate: 0.05, clip: 0.2, passes: 10, entropyBonus: 0 };

/** A problem of random rows, advantages of mean 0 and weights that sum to 1, with the scores that its policy is the softmax of. */
const problems = fc
  .record({ states: fc.integer({ min: 1, max: 5 }), actions: fc.integer({ min: 2, max: 5 }) })
  .chain(({ states, actions }) => {
    const numbers = (count: number, most: number): fc.Arbitrary<number[]> =>
      fc.array(fc.double({ min: -most, max: most, noNaN: true }), { minLength: count, maxLength: count });
    return fc
      .tuple(numbers(states * actions, 3), numbers(states * actions, 20), numbers(states, 1))
      .map(([scores, raw, weights]): { readonly problem: Problem; readonly scores: Float64Array } => {
        const policy = new Float64Array(states * actions);
        softmaxRows(Float64Array.from(scores), actions, policy);
        const advantage = Float64Array.from(raw);
        for (let s = 0; s < states; s += 1) {
          let mean = 0;
          for (let i = s * actions; i < (s + 1) * actions; i += 1) mean += policy[i]! * advantage[i]!;
          for (let i = s * actions; i < (s + 1) * actions; i += 1) advantage[i] = advantage[i]! - mean;
        }
        const total = weights.reduce((sum, w) => sum + Math.abs(w) + 0.01, 0);
        const weight = Float64Array.from(weights, (w) => (Math.abs(w) + 0.01) / total);
        const cost = sharedCost(actions, new Float64Array(actions * actions));
        return { problem: { states, actions, policy, advantage, weight, cost }, scores: Float64Array.from(scores) };
      });
  });

const all = (problem: Problem): Uint8Array => new Uint8Array(problem.states).fill(1);

/** Σ_s ρ_s KL(p‖q), from a textbook. */
function divergence({ states, actions, weight }: Problem, p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < states * actions; i += 1)
    if (p[i]! > 0) sum += weight[Math.floor(i / actions)]! * p[i]! * Math.log(p[i]! / q[i]!);
  return sum;
}

const surrogate = ({ states, actions, weight, advantage }: Problem, next: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < states * actions; i += 1) sum += weight[Math.floor(i / actions)]! * next[i]! * advantage[i]!;
  return sum;
};

describe('TRPO', () => {
  it('never leaves its KL bound, never lowers the surrogate, and spends most of the bound where it can', () => {
    fc.assert(
      fc.property(problems, fc.double({ min: 1e-4, max: 1, noNaN: true }), ({ problem, scores }, delta) => {
        const memory = { ...uniformScores(scores.length), scores: scores.slice() };
        const next = new Float64Array(scores.length);
        const situation = { problem, known: all(problem), iteration: 0 };
        const step = trpo.step(situation, { ...settings, delta }, memory, next);
        const moved = divergence(problem, problem.policy, next);
        expect(moved).toBeLessThanOrEqual(delta + 1e-9);
        expect(Math.abs(moved - step.spent())).toBeLessThan(1e-9);
        expect(surrogate(problem, next)).toBeGreaterThanOrEqual(-1e-9);
        if (step.spent() === 0) expect(next).toEqual(problem.policy);
        else expect(step.radius).toBe(delta);
      }),
    );
  });

  it('follows the natural gradient: F x = g with F the Fisher matrix of the scores, by finite differences', () => {
    fc.assert(
      fc.property(problems, ({ problem, scores }) => {
        const { actions, weight, advantage, policy } = problem;
        const gradient = new Float64Array(scores.length);
        policyGradient(problem, 0, gradient);
        // F A = ρ (diag π − π πᵀ) A, state by state
        for (let i = 0; i < scores.length; i += 1) {
          const s = Math.floor(i / actions);
          let mean = 0;
          for (let j = s * actions; j < (s + 1) * actions; j += 1) mean += policy[j]! * advantage[j]!;
          const product = weight[s]! * policy[i]! * (advantage[i]! - mean);
          expect(Math.abs(product - gradient[i]!)).toBeLessThan(1e-9);
        }
      }),
    );
  });
});

/** ∂f/∂score by central differences. */
function differences(scores: Float64Array, actions: number, f: (policy: Float64Array) => number): Float64Array {
  const h = 1e-5;
  const at = (i: number, by: number): number => {
    const moved = scores.slice();
    moved[i] = moved[i]! + by;
    const policy = new Float64Array(scores.length);
    softmaxRows(moved, actions, policy);
    return f(policy);
  };
  return scores.map((_, i) => (at(i, h) - at(i, -h)) / (2 * h));
}

const entropy = ({ actions, weight }: Problem, policy: Float64Array): number =>
  policy.reduce((sum, p, i) => sum - (p > 0 ? weight[Math.floor(i / actions)]! * p * Math.log(p) : 0), 0);

describe('the gradients', () => {
  it('of A2C is that of Σ ρ π A and the entropy', () => {
    fc.assert(
      fc.property(problems, ({ problem, scores }) => {
        const gradient = new Float64Array(scores.length);
        policyGradient(problem, 0.3, gradient);
        const expected = differences(
          scores,
          problem.actions,
          (policy) => surrogate(problem, policy) + 0.3 * entropy(problem, policy),
        );
        gradient.forEach((slope, i) => expect(Math.abs(slope - expected[i]!)).toBeLessThan(1e-6));
      }),
    );
  });

  it('of PPO is that of its clipped objective, on either side of the clip', () => {
    fc.assert(
      fc.property(
        problems,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 25 }),
        ({ problem, scores }, shifts) => {
          const moved = scores.map((score, i) => score + shifts[i]!);
          const next = new Float64Array(scores.length);
          softmaxRows(moved, problem.actions, next);
          const { policy, actions } = problem;
          // not within a step of the kink
          const ratios = next.map((p, i) => p / policy[i]!);
          fc.pre(ratios.every((r) => Math.abs(r - 0.8) > 1e-3 && Math.abs(r - 1.2) > 1e-3));
          const gradient = new Float64Array(scores.length);
          clippedGradient(problem, next, 0.2, 0.1, gradient);
          const expected = differences(
            moved,
            actions,
            (fresh) => clippedObjective(problem, fresh, 0.2) + 0.1 * entropy(problem, fresh),
          );
          gradient.forEach((slope, i) => expect(Math.abs(slope - expected[i]!)).toBeLessThan(1e-6));
        },
      ),
    );
  });
});

it('leaves the scores of states that are not known as they are', () => {
  const policy = new Float64Array(4).fill(0.5);
  const advantage = Float64Array.of(1, -1, 1, -1);
  const problem = {
    states: 2,
    actions: 2,
    policy,
    advantage,
    weight: Float64Array.of(0.5, 0.5),
    cost: sharedCost(2, new Float64Array(4)),
  };
  for (const method of [trpo, ppo, a2c]) {
    const memory = uniformScores(4);
    const next = new Float64Array(4);
    for (let n = 0; n < 3; n += 1) {
      method.step({ problem, known: Uint8Array.of(1, 0), iteration: n }, settings, memory, next);
    }
    expect([...memory.scores.subarray(2)]).toEqual([0, 0]);
    expect(memory.scores[0]).toBeGreaterThan(0);
  }
});
