import { describe, expect, it } from 'vitest';
import { makeWorld, type EnvironmentKind } from '../environments/registry.ts';
import type { FiniteModel } from '../environments/environment.ts';
import { StreamDealer } from '../math/random.ts';
import { Evaluator } from './evaluation.ts';
import { optimalValue } from './optimal-value.ts';

/** Dense elimination with partial pivoting, for comparison. */
function solveDense(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let i = 0; i < n; i += 1) {
    let pivot = i;
    for (let r = i + 1; r < n; r += 1) if (Math.abs(a[r]![i]!) > Math.abs(a[pivot]![i]!)) pivot = r;
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    [b[i], b[pivot]] = [b[pivot]!, b[i]!];
    for (let r = i + 1; r < n; r += 1) {
      const factor = a[r]![i]! / a[i]![i]!;
      if (factor === 0) continue;
      for (let c = i; c < n; c += 1) a[r]![c]! -= factor * a[i]![c]!;
      b[r]! -= factor * b[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let c = i + 1; c < n; c += 1) b[i]! -= a[i]![c]! * b[c]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}

function denseSystem(model: FiniteModel, policy: Float64Array, gamma: number): { a: number[][]; r: number[] } {
  const { states, actions } = model;
  const a = Array.from({ length: states }, (_, i) => Array.from({ length: states }, (__, j) => (i === j ? 1 : 0)));
  const r = Array.from({ length: states }, () => 0);
  for (let pair = 0; pair < states * actions; pair += 1) {
    const s = Math.floor(pair / actions);
    for (let o = model.offsets[pair]!; o < model.offsets[pair + 1]!; o += 1) {
      const mass = policy[pair]! * model.probability[o]!;
      r[s]! += mass * model.reward[o]!;
      if (model.terminated[o] === 0) a[s]![model.next[o]!]! -= gamma * mass;
    }
  }
  return { a, r };
}

function randomPolicy(states: number, actions: number, seed: number, sharpness: number): Float64Array {
  const stream = new StreamDealer(seed).next();
  const policy = Float64Array.from({ length: states * actions }, () => stream.uniform() ** sharpness);
  for (let s = 0; s < states; s += 1) {
    let total = 0;
    for (let a = 0; a < actions; a += 1) total += policy[s * actions + a]!;
    for (let a = 0; a < actions; a += 1) policy[s * actions + a]! /= total;
  }
  return policy;
}

const KINDS: EnvironmentKind[] = [
  'one-state',
  'chain',
  'cliff-walking',
  'frozen-lake',
  'four-rooms',
  'gridworld',
  'taxi',
];

describe('exact evaluation', () => {
  it.each(KINDS.flatMap((kind) => [0.5, 0.97, 0.999].map((gamma) => [kind, gamma] as const)))(
    'agrees with dense elimination on %s at γ = %d',
    (kind, gamma) => {
      const { model } = makeWorld(kind, {});
      const { states, actions } = model;
      // nearly uniform, and nearly deterministic
      for (const sharpness of [1, 40]) {
        const policy = randomPolicy(states, actions, 7, sharpness);
        const evaluator = new Evaluator(model);
        evaluator.prepare(policy, gamma);
        const value = new Float64Array(states);
        evaluator.solveValue(value);
        const { a, r } = denseSystem(model, policy, gamma);
        const expected = solveDense(
          a.map((row) => [...row]),
          [...r],
        );
        const scale = Math.max(1e-3, ...expected.map(Math.abs));
        expected.forEach((v, s) => expect(Math.abs(value[s]! - v)).toBeLessThan(1e-10 * scale));

        const visits = new Float64Array(states);
        evaluator.solveVisits(model.start, visits);
        const transposed = a.map((_, i) => a.map((row) => row[i]!));
        const raw = solveDense(transposed, [...model.start]);
        const total = raw.reduce((sum, x) => sum + x, 0);
        raw.forEach((x, s) => expect(Math.abs(visits[s]! - x / total)).toBeLessThan(1e-10));
      }
    },
  );

  it('gives the same whatever the first guess was, to rounding', () => {
    const { model } = makeWorld('four-rooms', {});
    const evaluator = new Evaluator(model);
    evaluator.prepare(randomPolicy(model.states, model.actions, 3, 1), 0.99);
    const cold = new Float64Array(model.states);
    const warm = new Float64Array(model.states).fill(0.7);
    evaluator.solveValue(cold);
    evaluator.solveValue(warm);
    cold.forEach((v, s) => expect(Math.abs(v - warm[s]!)).toBeLessThan(1e-13));
  });

  it('solves a world of 64 × 64 cells', () => {
    const row = '.'.repeat(64);
    const map = Array.from({ length: 64 }, (_, n) =>
      n === 0 ? `S${row.slice(1)}` : n === 63 ? `${row.slice(1)}G` : row,
    ).join('/');
    const { model } = makeWorld('gridworld', { map });
    const evaluator = new Evaluator(model);
    const policy = new Float64Array(model.states * 4).fill(0.25);
    evaluator.prepare(policy, 0.99);
    const value = new Float64Array(model.states);
    evaluator.solveValue(value);
    // the Bellman equation holds at every state
    const q = new Float64Array(model.states * 4);
    evaluator.actionValues(value, 0.99, q);
    for (let s = 0; s < model.states; s += 1) {
      const mean = (q[4 * s]! + q[4 * s + 1]! + q[4 * s + 2]! + q[4 * s + 3]!) / 4;
      expect(Math.abs(mean - value[s]!)).toBeLessThan(1e-13);
    }
  });
});

describe('optimal value', () => {
  it.each(KINDS)('satisfies the optimality equation on %s', (kind) => {
    const { model } = makeWorld(kind, {});
    const { value } = optimalValue(model, 0.97);
    const q = new Float64Array(model.states * model.actions);
    new Evaluator(model).actionValues(value, 0.97, q);
    const scale = Math.max(...value.map(Math.abs));
    for (let s = 0; s < model.states; s += 1) {
      const best = Math.max(...q.subarray(s * model.actions, (s + 1) * model.actions));
      expect(Math.abs(best - value[s]!)).toBeLessThan(1e-11 * scale);
    }
  });
});
