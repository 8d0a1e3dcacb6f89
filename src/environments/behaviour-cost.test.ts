import { expect, it } from 'vitest';
import { linearProgram } from '../math/testing-linear-program.ts';
import { behaviourCost } from './behaviour-cost.ts';
import { makeWorld, worlds } from './registry.ts';
import type { FiniteWorld } from './environment.ts';

/** M of one state, as rows. */
function rowsAt(world: FiniteWorld, state: number): number[][] {
  const n = world.actions.length;
  const cost = behaviourCost(world);
  return Array.from({ length: n }, (_, i) => [...cost.subarray((state * n + i) * n, (state * n + i + 1) * n)]);
}

const FINITE = ['cliff-walking', 'chain', 'taxi', 'frozen-lake', 'four-rooms', 'gridworld'] as const;

it('costs nothing to exchange two moves into the same wall', () => {
  // the corner of the cliff, row 0, column 0: north and west both stay, east and south part
  const world = makeWorld('cliff-walking', {});
  const [north, east, south, west] = rowsAt(world, 0);
  expect(north).toEqual([0, 1, 1, 0]);
  expect(east).toEqual([1, 0, 2, 1]);
  expect(south).toEqual([1, 2, 0, 1]);
  expect(west).toEqual([0, 1, 1, 0]);
});

it('knows how far the cliff throws back, and what a passenger is worth', () => {
  // row 2, column 5: south falls, and starts again at row 3, column 0
  const cliff = makeWorld('cliff-walking', {});
  const above = 2 * 12 + 5;
  expect(cliff.describe(above)).toContain('row 2, column 5');
  expect(rowsAt(cliff, above)[2]![0]).toBe(2 + 5);
  // at Red with the passenger there: picking up changes one thing, dropping off none, west stays
  const taxi = makeWorld('taxi', {});
  const state = 1;
  const rows = rowsAt(taxi, state);
  const [west, pickUp, dropOff] = [3, 4, 5];
  expect(rows[pickUp]![dropOff]).toBe(1);
  expect(rows[west]![dropOff]).toBe(0);
});

it.each(FINITE)('is a distance between actions in every state of %s, whatever slips', (kind) => {
  const fields = worlds[kind].fields as object;
  const world = makeWorld(kind, 'slip' in fields ? { slip: 0.3 } : {});
  const { states, actions: n } = world.model;
  const cost = behaviourCost(world);
  expect(cost).toHaveLength(states * n * n);
  for (let s = 0; s < states; s += 1) {
    const at = (i: number, j: number): number => cost[(s * n + i) * n + j]!;
    for (let i = 0; i < n; i += 1) {
      expect(at(i, i)).toBe(0);
      for (let j = 0; j < n; j += 1) {
        expect(at(i, j)).toBe(at(j, i));
        expect(at(i, j)).toBeGreaterThanOrEqual(0);
        for (let k = 0; k < n; k += 1) expect(at(i, j)).toBeLessThanOrEqual(at(i, k) + at(k, j) + 1e-12);
      }
    }
  }
});

it('is what a linear program says of a slippery step', () => {
  const world = makeWorld('frozen-lake', { size: '4x4' });
  const { model } = world;
  const n = model.actions;
  const state = 5 + 4;
  const outcomes = (action: number): (readonly [number, number])[] => {
    const pair = state * n + action;
    return Array.from({ length: model.offsets[pair + 1]! - model.offsets[pair]! }, (_, k) => {
      const outcome = model.offsets[pair]! + k;
      return [model.next[outcome]!, model.probability[outcome]!];
    });
  };
  const place = (s: number): [number, number] => [Math.floor(s / 4), s % 4];
  const rows = rowsAt(world, state);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const [to, from] = [outcomes(i), outcomes(j)];
      const apart = to.flatMap(([a], x) =>
        from.map(([b], y) => {
          const [p, q] = [place(a), place(b)];
          return [Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]), `q${x}_${y}`] as const;
        }),
      );
      const { value } = linearProgram('Minimize', apart, [
        ...to.map(([, mass], x) => ({
          terms: from.map((_, y) => [1, `q${x}_${y}`] as const),
          relation: '=' as const,
          bound: mass,
        })),
        ...from.map(([, mass], y) => ({
          terms: to.map((_, x) => [1, `q${x}_${y}`] as const),
          relation: '=' as const,
          bound: mass,
        })),
      ]);
      expect(rows[i]![j]).toBeCloseTo(value, 9);
    }
  }
});
