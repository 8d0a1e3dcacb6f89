import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOneState } from '../environments/one-state.ts';
import { decodeLink, encodeLink } from './link.ts';

describe('the link of a one-state world', () => {
  it('holds its rewards, its policy and its places as they were written', () => {
    const link =
      'v=2&world=one-state&world.rewards=1,0.2,-0.5&world.policy=.4+.35+.25&world.places=0,0;1,0;0.5,0.8&end';
    const { config, problems } = decodeLink(link);
    expect(problems).toEqual([]);
    expect(config.world.parameters).toEqual({
      rewards: '1,0.2,-0.5',
      policy: '.4 .35 .25',
      places: '0,0;1,0;0.5,0.8',
    });
    expect(config.training.cost).toBe('places');
    expect(encodeLink(config)).toBe(link);
  });

  it('brings back every world', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
    const anyWorld = fc.integer({ min: 2, max: 6 }).chain((n) => {
      const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: n, maxLength: n });
      return fc.record({
        rewards: many(number(-100, 100)),
        policy: fc.option(many(number(0.001, 1))),
        places: fc.option(many(fc.tuple(number(-100, 100), number(-100, 100)))),
      });
    });
    const base = decodeLink('world=one-state').config;
    fc.assert(
      fc.property(anyWorld, (given) => {
        const config = { ...base, world: { ...base.world, parameters: writeOneState(given) } };
        expect(decodeLink(encodeLink(config))).toEqual({ config, problems: [] });
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('needs no policy and no places for another number of rewards', () => {
    expect(decodeLink('world=one-state&world.rewards=1,2,3,4,5,6').problems).toEqual([]);
  });

  it.each([
    [
      'world.rewards=1,2&world.policy=1,2,3',
      'world.policy has 3 numbers, and there are 2 rewards: as many are wanted; the default is used.',
    ],
    ['world.rewards=7', 'There is 1 reward; 2 to 6 are wanted, one for each action. The default is used.'],
    [
      'world.places=0,0;1,0',
      'world.places has 2 places, and there are 3 rewards: as many are wanted; the default is used.',
    ],
    [
      `world.policy=${'1,'.repeat(10_000)}1`,
      'world.policy has 20001 characters, at most 200 are read; the default is used.',
    ],
    ['cost=behaviour', 'cost = "behaviour" is not one of places, zero-one, angle, root-index, custom; places is used.'],
    [
      'cost=custom&costMatrix=0,1;1,0',
      'The cost matrix has 2 rows; 3 are wanted, one for each action. The distance between places is used.',
    ],
  ])('says what is wrong with %j', (parts, problem) => {
    const { config, problems } = decodeLink(`world=one-state&${parts}`);
    expect(problems).toEqual([problem]);
    expect(decodeLink(encodeLink(config))).toEqual({ config, problems: [] });
  });

  it('is the only one with the distance between places', () => {
    const listed = 'zero-one, angle, root-index, custom, behaviour';
    expect(decodeLink('cost=places').problems).toEqual([`cost = "places" is not one of ${listed}; zero-one is used.`]);
    expect(decodeLink('at=3,all,cost:places').problems[0]).toContain('is wrong: cost = "places" is not one of');
  });
});
