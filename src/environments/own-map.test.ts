import { describe, expect, it } from 'vitest';
import { ownMap } from './own-map.ts';
import { gridOf, makeWorld, type EnvironmentKind } from './registry.ts';

const own = (kind: EnvironmentKind, parameters: Readonly<Record<string, number | string>> = {}) =>
  ownMap(gridOf(kind, parameters)!);

describe('ownMap', () => {
  it.each([
    ['four-rooms', {}],
    ['four-rooms', { slip: 0.35 }],
    ['frozen-lake', {}],
    ['frozen-lake', { size: '4x4', slippery: 'no' }],
  ] as const)('makes the same model as %s %j', (kind, parameters) => {
    const world = makeWorld(kind, parameters);
    const drawn = makeWorld('gridworld', own(kind, parameters).parameters);
    expect(drawn.model).toEqual(world.model);
    expect(drawn.absorbing).toEqual(world.absorbing);
    expect(drawn.lattice.statesAt([])).toEqual(world.lattice.statesAt([]));
  });

  it('of Cliff walking, all states that an episode acts in are the same', () => {
    const [world, drawn] = [makeWorld('cliff-walking', {}), makeWorld('gridworld', own('cliff-walking').parameters)];
    const outcomes = ({ model: { offsets, next, reward, probability, actions } }: typeof world, state: number) =>
      [next, reward, probability].map((all) => all.slice(offsets[state * actions], offsets[(state + 1) * actions]));
    const acting = [...world.absorbing.keys()].filter((state) => world.absorbing[state] === 0);
    expect(acting).toHaveLength(37);
    for (const state of acting) expect(outcomes(drawn, state)).toEqual(outcomes(world, state));
  });

  it('says what is not the same', () => {
    expect(own('frozen-lake').differs).toEqual([]);
    expect(own('cliff-walking').differs).toEqual([]);
    expect(own('four-rooms').differs).toEqual(['A sampled episode was cut off after 300 steps; here it is after 208.']);
    expect(own('cliff-walking', { fall: -150 })).toMatchObject({
      parameters: { hazardReward: -100, slip: 0 },
      differs: ['The reward of a hazard was −150; here it is −100, the nearest that can be set.'],
    });
  });

  it('is of worlds of cells alone', () => {
    for (const kind of ['taxi', 'chain', 'one-state', 'cart-pole'] as const) expect(gridOf(kind, {})).toBeNull();
    expect(own('gridworld')).toMatchObject({ parameters: { slip: 0.1, hazard: 'ends' }, differs: [] });
  });
});
