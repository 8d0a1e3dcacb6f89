import { describe, expect, it } from 'vitest';
import { buildModel, uniformStart, type Outcome } from './model.ts';

const start = uniformStart(2, [0]);
const stay: Outcome = { probability: 1, next: 0, reward: 0, terminated: false };

describe('buildModel', () => {
  it('asks for every pair in order and lays the outcomes out one after the other', () => {
    const asked: string[] = [];
    const model = buildModel(2, 2, start, (state, action) => {
      asked.push(`${state},${action}`);
      if (action === 0) return [{ ...stay, next: state }];
      return [
        { probability: 0.75, next: 0, reward: -1, terminated: false },
        { probability: 0.25, next: 1, reward: 5, terminated: true },
      ];
    });
    expect(asked).toEqual(['0,0', '0,1', '1,0', '1,1']);
    expect([...model.offsets]).toEqual([0, 1, 3, 4, 6]);
    expect([...model.probability]).toEqual([1, 0.75, 0.25, 1, 0.75, 0.25]);
    expect([...model.next]).toEqual([0, 0, 1, 1, 0, 1]);
    expect([...model.reward]).toEqual([0, -1, 5, 0, -1, 5]);
    expect([...model.terminated]).toEqual([0, 0, 1, 0, 0, 1]);
  });

  it('merges what is equal in all but probability, and nothing else', () => {
    const half = { ...stay, probability: 0.25 };
    const model = buildModel(2, 1, start, () => [half, { ...half, reward: 1 }, half, { ...half, terminated: true }]);
    expect(model.probability.slice(0, 3)).toEqual(Float64Array.of(0.5, 0.25, 0.25));
    expect([...model.offsets]).toEqual([0, 3, 6]);
  });

  it('leaves out what cannot happen', () => {
    const model = buildModel(2, 1, start, () => [{ ...stay, probability: 0, reward: 9 }, stay]);
    expect([...model.reward]).toEqual([0, 0]);
  });

  it.each<[string, readonly Outcome[], string]>([
    ['a sum under 1', [{ ...stay, probability: 0.9 }], 'action 0 in state 0 sum to 0.9, expected 1'],
    ['no outcome', [], 'sum to 0, expected 1'],
    ['a negative probability', [{ ...stay, probability: -1 }, stay, { ...stay, next: 1 }], 'probability -1'],
    ['NaN', [{ ...stay, probability: NaN }], 'probability NaN'],
    ['a state that is not there', [{ ...stay, next: 2 }], 'leads to state 2, expected one of 0 to 1'],
    ['half a state', [{ ...stay, next: 0.5 }], 'leads to state 0.5'],
    ['an infinite reward', [{ ...stay, reward: Infinity }], 'reward Infinity, expected a finite number'],
  ])('refuses %s', (_, outcomes, message) => {
    expect(() => buildModel(2, 1, start, () => outcomes)).toThrow(message);
  });

  it('refuses a start that is no distribution over the states', () => {
    expect(() => buildModel(2, 1, new Float64Array(2), () => [stay])).toThrow('the start sum to 0, expected 1');
    expect(() => buildModel(3, 1, start, () => [stay])).toThrow('start has 2 entries');
  });
});
