import { describe, expect, it } from 'vitest';
import type { FiniteModel } from './environment.ts';
import goldens from './fixtures/envs.json';
import { makeWorld, type EnvironmentKind } from './registry.ts';

/**
 * Exact values by an independent solver in Python (dense linear solves), in `fixtures/envs.json`. Tolerance 1e-9 relative.
 */
interface Values {
  readonly J: number;
  readonly V: readonly number[];
  readonly Q?: readonly (readonly number[])[];
  readonly rho?: readonly number[];
}
interface Golden {
  readonly env: string;
  readonly S: number;
  readonly A: number;
  readonly gamma: number;
  readonly transitionsChecksum: { readonly sumProbTimesNext: number; readonly sumR: number; readonly doneProb: number };
  readonly uniform: Values;
  readonly formula: Values;
  readonly optimal: Values & { readonly support: string };
}

const WORLDS: Readonly<Record<string, readonly [EnvironmentKind, Record<string, string>]>> = {
  chain: ['chain', {}],
  cliff: ['cliff-walking', {}],
  taxi: ['taxi', {}],
  lake8: ['frozen-lake', { size: '8x8' }],
  lake4: ['frozen-lake', { size: '4x4' }],
  fourrooms: ['four-rooms', {}],
};

/** Solves a·x = b by elimination with row pivots; a [n][n] and b are used up. */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(a[i]![k]!) > Math.abs(a[pivot]![k]!)) pivot = i;
    [a[k], a[pivot]] = [a[pivot]!, a[k]!];
    [b[k], b[pivot]] = [b[pivot]!, b[k]!];
    const row = a[k]!;
    for (let i = k + 1; i < n; i += 1) {
      const other = a[i]!;
      const factor = other[k]! / row[k]!;
      if (factor === 0) continue;
      for (let j = k; j < n; j += 1) other[j]! -= factor * row[j]!;
      b[i]! -= factor * b[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < n; j += 1) b[i]! -= a[i]![j]! * b[j]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}

/** Calls back for every outcome of the model. */
function eachOutcome(model: FiniteModel, visit: (state: number, action: number, outcome: number) => void): void {
  for (let s = 0; s < model.states; s += 1) {
    for (let a = 0; a < model.actions; a += 1) {
      const pair = s * model.actions + a;
      for (let o = model.offsets[pair]!; o < model.offsets[pair + 1]!; o += 1) visit(s, a, o);
    }
  }
}

type Policy = (state: number, action: number) => number;

/** I − γP, where what is terminated goes nowhere; transposed for visits. */
function system(model: FiniteModel, gamma: number, policy: Policy, transposed: boolean): Float64Array[] {
  const matrix = Array.from({ length: model.states }, (_, s) => new Float64Array(model.states).fill(1, s, s + 1));
  eachOutcome(model, (s, a, o) => {
    if (model.terminated[o] === 1) return;
    const next = model.next[o]!;
    matrix[transposed ? next : s]![transposed ? s : next]! -= gamma * policy(s, a) * model.probability[o]!;
  });
  return matrix;
}

function valueOf(model: FiniteModel, gamma: number, policy: Policy): Float64Array {
  const reward = new Float64Array(model.states);
  eachOutcome(model, (s, a, o) => {
    reward[s]! += policy(s, a) * model.probability[o]! * model.reward[o]!;
  });
  return solve(system(model, gamma, policy, false), reward);
}

function actionValues(model: FiniteModel, gamma: number, value: Float64Array): number[][] {
  const q = Array.from({ length: model.states }, () => Array<number>(model.actions).fill(0));
  eachOutcome(model, (s, a, o) => {
    const later = model.terminated[o] === 1 ? 0 : gamma * value[model.next[o]!]!;
    q[s]![a]! += model.probability[o]! * (model.reward[o]! + later);
  });
  return q;
}

function visitsOf(model: FiniteModel, gamma: number, policy: Policy): Float64Array {
  const visits = solve(system(model, gamma, policy, true), model.start.slice());
  const total = visits.reduce((sum, visit) => sum + visit);
  return visits.map((visit) => visit / total);
}

/** Policy iteration from "always action 0". */
function optimalValue(model: FiniteModel, gamma: number): Float64Array {
  let choice = new Int32Array(model.states);
  for (let round = 0; round < 100; round += 1) {
    const value = valueOf(model, gamma, (s, a) => (choice[s] === a ? 1 : 0));
    const better = Int32Array.from(actionValues(model, gamma, value), (row, s) => {
      const best = Math.max(...row);
      return best > row[choice[s]!]! + 1e-11 * Math.max(1, Math.abs(best)) ? row.indexOf(best) : choice[s]!;
    });
    if (better.every((action, s) => action === choice[s])) return value;
    choice = better;
  }
  throw new Error('policy iteration does not end');
}

/** Bit masks in hexadecimal, one character a state or, for more than four actions, each with a dot behind it. */
function supportOf(q: readonly (readonly number[])[], actions: number): string {
  const masks = q.map((row) => {
    const best = Math.max(...row);
    const bits = row.map((value, a) => (value >= best - 1e-9 * Math.max(1, Math.abs(best)) ? 2 ** a : 0));
    return bits.reduce((sum, bit) => sum + bit).toString(16) + (actions > 4 ? '.' : '');
  });
  return masks.join('');
}

function expectClose(actual: ArrayLike<number>, wanted: readonly number[]): void {
  expect(actual.length).toBe(wanted.length);
  const worst = wanted.reduce(
    (so, value, i) => Math.max(so, Math.abs(actual[i]! - value) / Math.max(1e-6, Math.abs(value))),
    0,
  );
  expect(worst).toBeLessThan(1e-9);
}

describe.each((goldens as readonly Golden[]).map((golden) => [golden.env, golden] as const))('%s', (env, golden) => {
  const [kind, parameters] = WORLDS[env]!;
  const { model } = makeWorld(kind, parameters);
  const { gamma } = golden;
  const expectedReturn = (value: Float64Array): number => value.reduce((sum, v, s) => sum + v * model.start[s]!, 0);

  it('has the transitions', () => {
    expect([model.states, model.actions]).toEqual([golden.S, golden.A]);
    let [sumProbTimesNext, sumR, doneProb] = [0, 0, 0];
    eachOutcome(model, (_s, _a, o) => {
      sumProbTimesNext += model.probability[o]! * model.next[o]!;
      sumR += model.probability[o]! * model.reward[o]!;
      doneProb += model.probability[o]! * model.terminated[o]!;
    });
    const wanted = golden.transitionsChecksum;
    expectClose([sumProbTimesNext, sumR, doneProb], [wanted.sumProbTimesNext, wanted.sumR, wanted.doneProb]);
  });

  const weightOf = (s: number, a: number): number => 1 + ((s * (a + 2) + 3 * a) % 7);
  const policies: Record<'uniform' | 'formula', Policy> = {
    uniform: () => 1 / model.actions,
    formula: (s, a) => {
      let total = 0;
      for (let other = 0; other < model.actions; other += 1) total += weightOf(s, other);
      return weightOf(s, a) / total;
    },
  };

  it.each(['uniform', 'formula'] as const)('has the values and visits of the %s policy', (name) => {
    const value = valueOf(model, gamma, policies[name]);
    expectClose(value, golden[name].V);
    expectClose([expectedReturn(value)], [golden[name].J]);
    const { Q, rho } = golden[name];
    if (Q !== undefined) expectClose(actionValues(model, gamma, value).flat(), Q.flat());
    if (rho !== undefined) expectClose(visitsOf(model, gamma, policies[name]), rho);
  });

  it('has the optimal values and actions', () => {
    const value = optimalValue(model, gamma);
    expectClose(value, golden.optimal.V);
    expectClose([expectedReturn(value)], [golden.optimal.J]);
    const q = actionValues(model, gamma, value);
    if (golden.optimal.Q !== undefined) expectClose(q.flat(), golden.optimal.Q.flat());
    expect(supportOf(q, model.actions)).toBe(golden.optimal.support);
  });
});

it('covers all six worlds that were solved', () => {
  expect((goldens as readonly Golden[]).map(({ env }) => env).sort()).toEqual(Object.keys(WORLDS).sort());
});
