import { afterEach, describe, expect, it } from 'vitest';
import { translation } from '../copy/es/translation.ts';
import { speak } from '../copy/say.ts';
import type { FiniteWorld } from './environment.ts';
import { gridWorld, type GridRules } from './grid.ts';
import { makeWorld } from './registry.ts';
import { textMap } from './text-map.ts';

const rules: GridRules = {
  slip: 0,
  stepReward: -1,
  goalReward: 10,
  hazardReward: -5,
  hazard: 'ends',
  hazardName: 'pit',
  beyond: 'nothing',
  horizon: 50,
};
const [N, E, S, W] = [0, 1, 2, 3];

/** Outcomes of a pair as [probability, next, reward, terminated]. */
function outcomes({ model }: FiniteWorld, state: number, action: number): number[][] {
  const pair = state * model.actions + action;
  const rows: number[][] = [];
  for (let o = model.offsets[pair]!; o < model.offsets[pair + 1]!; o += 1) {
    rows.push([model.probability[o]!, model.next[o]!, model.reward[o]!, model.terminated[o]!]);
  }
  return rows;
}

describe('gridWorld', () => {
  //  0 1 2      states, row-major without the wall
  //  3 # 4
  //  5 6 7
  const map = textMap('S.G/.#H/..S');

  it('moves by one cell, and stays against walls and the border', () => {
    const world = gridWorld({ map, rules });
    const next = (state: number, action: number): number => outcomes(world, state, action)[0]![1]!;
    expect([N, E, S, W].map((action) => next(0, action))).toEqual([0, 1, 3, 0]);
    expect([N, E, S, W].map((action) => next(1, action))).toEqual([1, 2, 1, 0]);
    expect([N, E, S, W].map((action) => next(6, action))).toEqual([6, 7, 6, 5]);
  });

  it('gives the whole reward of where one arrives', () => {
    const world = gridWorld({ map, rules });
    expect(outcomes(world, 0, E)).toEqual([[1, 1, -1, 0]]);
    expect(outcomes(world, 1, E)).toEqual([[1, 2, 10, 1]]);
    expect(outcomes(world, 7, N)).toEqual([[1, 4, -5, 1]]);
  });

  it('slips to both sides alike', () => {
    const world = gridWorld({ map, rules: { ...rules, slip: 0.5 } });
    expect(outcomes(world, 5, E)).toEqual([
      [0.5, 6, -1, 0],
      [0.25, 5, -1, 0],
      [0.25, 3, -1, 0],
    ]);
    // both the move and one slip stay
    expect(outcomes(world, 0, N)).toEqual([
      [0.75, 0, -1, 0],
      [0.25, 1, -1, 0],
    ]);
  });

  it('sends back to any of the starts where hazards return', () => {
    const world = gridWorld({ map, rules: { ...rules, hazard: 'returns' } });
    expect(outcomes(world, 7, N)).toEqual([
      [0.5, 0, -5, 0],
      [0.5, 7, -5, 0],
    ]);
    expect([...world.model.start]).toEqual([0.5, 0, 0, 0, 0, 0, 0, 0.5]);
  });

  it('lets nothing, or ordinary moves, follow the end', () => {
    expect(outcomes(gridWorld({ map, rules }), 2, W)).toEqual([[1, 2, 0, 1]]);
    expect(outcomes(gridWorld({ map, rules: { ...rules, beyond: 'moves' } }), 2, W)).toEqual([[1, 1, -1, 0]]);
    expect(outcomes(gridWorld({ map, rules: { ...rules, beyond: 'moves' } }), 2, N)).toEqual([[1, 2, 10, 1]]);
    expect([...gridWorld({ map, rules }).absorbing]).toEqual([0, 0, 1, 0, 1, 0, 0, 0]);
  });

  it('names cells and marks', () => {
    const world = gridWorld({ map, rules });
    expect([0, 1, 2, 4].map(world.describe)).toEqual([
      'row 0, column 0 (start)',
      'row 0, column 1',
      'row 0, column 2 (goal)',
      'row 1, column 2 (pit)',
    ]);
    expect([...world.lattice.statesAt([])]).toEqual([0, 1, 2, 3, -1, 4, 5, 6, 7]);
    expect(world.lattice.marksAt([]).map(({ row, column, kind, label }) => [row, column, kind, label])).toEqual([
      [0, 0, 'start', 'start'],
      [0, 2, 'goal', 'goal: +10, ends the episode'],
      [1, 2, 'pit', 'pit: −5, ends the episode'],
      [2, 2, 'start', 'start'],
    ]);
    const returning = gridWorld({ map, rules: { ...rules, hazard: 'returns', hazardReward: 0 } });
    expect(returning.lattice.marksAt([])[2]).toMatchObject({ kind: 'hazard', label: 'pit: 0, back to the start' });
  });
});

describe('a world in another language', () => {
  afterEach(() => speak('en'));

  it('says its places and marks as the page speaks when they are shown', () => {
    const world = makeWorld('cliff-walking', {});
    const { marksAt } = world.lattice;
    const taxi = makeWorld('taxi', {});
    speak('es', translation);
    expect(marksAt([]).map(({ label }) => label)).toContain('acantilado: −100, vuelta a la salida');
    expect([world.describe(36), taxi.describe(0)]).toEqual([
      'fila 3, columna 0 (salida)',
      'taxi en la fila 0, columna 0, pasajero en rojo, destino rojo',
    ]);
    speak('en');
    expect(marksAt([]).map(({ label }) => label)).toContain('cliff: −100, back to the start');
  });
});

describe('the default gridworld', () => {
  /** V* after enough sweeps of value iteration. */
  function optimalAction({ model }: FiniteWorld, state: number): number {
    const value = new Float64Array(model.states);
    const q = (s: number, action: number): number => {
      let sum = 0;
      for (let o = model.offsets[s * 4 + action]!; o < model.offsets[s * 4 + action + 1]!; o += 1) {
        sum += model.probability[o]! * (model.reward[o]! + (1 - model.terminated[o]!) * 0.97 * value[model.next[o]!]!);
      }
      return sum;
    };
    for (let sweep = 0; sweep < 500; sweep += 1) {
      for (let s = 0; s < model.states; s += 1) value[s] = Math.max(q(s, N), q(s, E), q(s, S), q(s, W));
    }
    const values = [N, E, S, W].map((action) => q(state, action));
    return values.indexOf(Math.max(...values));
  }

  it('is crossed by the bridge when slips are rare, and by the long way round when they are not', () => {
    // row 2, column 4: the bridge is to the south-west, the long way to the east
    const junction = makeWorld('gridworld', {}).lattice.statesAt([])[2 * 9 + 4]!;
    expect(optimalAction(makeWorld('gridworld', {}), junction)).toBe(S);
    expect(optimalAction(makeWorld('gridworld', { slip: 0.4 }), junction)).toBe(E);
  });
});
