import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../field.ts';
import { actionCost, customCostText } from './action-cost.ts';
import { oneState, readOneState, writeOneState } from './one-state.ts';
import { actionsOf, makeWorld, parameterFields } from './registry.ts';

const { rewards, policy, places } = oneState.fields;

describe('the texts of a one-state world', () => {
  it.each(['0 1', '0,0.7,1', ' 1 , -2,3e1 ', '1\t2\n3', '-0 0', '100,-100,1e-320'])('have rewards in %j', (text) => {
    expect(rewards.problem(text)).toBeUndefined();
  });

  it.each([
    ['', 'There are no rewards; 2 to 6 are wanted, one for each action.'],
    ['  ', 'There are no rewards; 2 to 6 are wanted, one for each action.'],
    ['1', 'There is 1 reward; 2 to 6 are wanted, one for each action.'],
    ['1 2 3 4 5 6 7', 'There are 7 rewards; 2 to 6 are wanted, one for each action.'],
    ['1,,2', 'The rewards have "" at position 2; a number from -100 to 100 is wanted.'],
    ['1,2,', 'The rewards have "" at position 3; a number from -100 to 100 is wanted.'],
    ['1 NaN', 'The rewards have "NaN" at position 2; a number from -100 to 100 is wanted.'],
    ['1 Infinity', 'The rewards have "Infinity" at position 2; a number from -100 to 100 is wanted.'],
    ['0x10 1', 'The rewards have "0x10" at position 1; a number from -100 to 100 is wanted.'],
    ['1 1e999', 'The rewards have "1e999" at position 2; a number from -100 to 100 is wanted.'],
    ['1;2', 'There is 1 reward; 2 to 6 are wanted, one for each action.'],
  ])('say what is wrong with the rewards %j', (text, problem) => {
    expect(rewards.problem(text)).toBe(problem);
  });

  it.each([
    ['1 -1', 'The old policy has "-1" at position 2; a number from 0 to 1000 is wanted.'],
    ['1 1e9', 'The old policy has "1e9" at position 2; a number from 0 to 1000 is wanted.'],
    ['1,x', 'The old policy has "x" at position 2; a number from 0 to 1000 is wanted.'],
    ['0 0 0', 'The old policy sums to 0; at least one probability above 0 is wanted.'],
    ['1e-999 0', 'The old policy sums to 0; at least one probability above 0 is wanted.'],
    ['1 1 1 1 1 1 1', 'The old policy has 7 probabilities; at most 6 are read.'],
  ])('say what is wrong with the policy %j', (text, problem) => {
    expect(policy.problem(text)).toBe(problem);
  });

  it.each([
    ['0,0;1', 'Place 2 has 1 coordinate; 2 are wanted, as in 0.5,1.'],
    ['0,0;1,0,2', 'Place 2 has 3 coordinates; 2 are wanted, as in 0.5,1.'],
    ['0,0;', 'Place 2 has 1 coordinate; 2 are wanted, as in 0.5,1.'],
    ['0,0;1,NaN', 'Place 2 has "NaN" at position 2; a number from -100 to 100 is wanted.'],
    ['0,0;1,101', 'Place 2 has "101" at position 2; a number from -100 to 100 is wanted.'],
    ['0,0;'.repeat(70), 'There are 71 places; at most 6 are read.'],
  ])('say what is wrong with the places %j', (text, problem) => {
    expect(places.problem(text)).toBe(problem);
  });

  it('must be as many as there are rewards', () => {
    const said = 'policy has 2 numbers, and there are 3 rewards: as many are wanted';
    expect(() => makeWorld('one-state', { policy: '1 2' })).toThrow(`${said}.`);
    expect(() => actionsOf('one-state', { rewards: '1 2', places: '0,0' })).toThrow(
      'places has 1 place, and there are 2',
    );
    const given = defaultsOf(oneState.fields);
    const fields = parameterFields('one-state', given);
    expect(fields['policy']).toMatchObject({ label: 'old policy' });
    const problemOf = (key: string, text: string): string | undefined => {
      const field = fields[key]!;
      return field.kind === 'text' ? field.problem(text) : undefined;
    };
    expect(problemOf('policy', '1 2')).toBe(said);
    expect(problemOf('policy', '1 2 3')).toBeUndefined();
    // the others follow the rewards
    expect(problemOf('rewards', '1 2 3 4')).toBeUndefined();
  });

  it('are written as they are read', () => {
    for (const texts of [
      { rewards: '0,0.7,1', policy: '', places: '' },
      { rewards: '1,2', policy: '0.25,0.75', places: '0,0;-3.5,1e-7' },
    ]) {
      expect(writeOneState(readOneState(texts))).toEqual(texts);
    }
  });
});

describe('a one-state world', () => {
  it('pays each action its reward and ends', () => {
    const { model, horizon } = makeWorld('one-state', { rewards: '3 -1 0.5 2' });
    expect([...model.reward]).toEqual([3, -1, 0.5, 2]);
    expect([...model.terminated]).toEqual([1, 1, 1, 1]);
    expect([model.states, model.actions, horizon]).toEqual([1, 4, 1]);
  });

  it('starts from the policy that is given, divided by its sum', () => {
    expect([...makeWorld('one-state', { policy: '2 1,1' }).initialPolicy!]).toEqual([0.5, 0.25, 0.25]);
    expect([...makeWorld('one-state', { policy: '0 5e-324 0' }).initialPolicy!]).toEqual([0, 1, 0]);
    expect(makeWorld('one-state', {}).initialPolicy).toBeUndefined();
  });

  it('has the distances between its places as cost', () => {
    const { actions } = makeWorld('one-state', { places: '0,0;3,4;0,-1' });
    expect([...actionCost('places', actions)]).toEqual([0, 5, 1, 5, 0, Math.sqrt(34), 1, Math.sqrt(34), 0]);
    const line = makeWorld('one-state', { rewards: '1 2 3 4 5' }).actions;
    expect([...actionCost('places', line)].slice(0, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('can have its cost written out as an own matrix that a link holds', () => {
    const places = '0.01,0.097;-0.0313,0.0171;99.17,-99.3;0.31,77.7;-13.1,0.0173;51.3,-0.7';
    const { actions } = makeWorld('one-state', { rewards: '1 2 3 4 5 6', places });
    expect(customCostText('places', actions).length).toBeLessThan(800);
  });

  it('is the only one whose actions have places', () => {
    expect(() => actionCost('places', makeWorld('chain', {}).actions)).toThrow('forward has no place in the plane.');
  });
});
