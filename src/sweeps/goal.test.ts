import { expect, it } from 'vitest';
import { reachedAt, type History } from './goal.ts';

const history = (gap: number[], returns: number[]): History => ({
  gap,
  return: returns,
  sampledReturn: [],
  steps: [],
  elapsed: [],
});
const goal = { measure: 'gap', share: 0.01 } as const;

it('a share of the first distance to the optimum', () => {
  expect(reachedAt(goal, history([10, 1, 0.1, 0], [-10, -1, -0.1, 0]))).toBe(2);
  expect(reachedAt(goal, history([10, 1], [-10, -1]))).toBeNull();
});

it('is there from the beginning where all returns are equal, whatever rounding leaves of the distance', () => {
  expect(reachedAt(goal, history([0, 0], [0, 0]))).toBe(0);
  expect(reachedAt(goal, history([4e-17, 4e-17], [-0.67, -0.67]))).toBe(0);
  expect(reachedAt(goal, history([-4e-17, 4e-17], [-0.67, -0.67]))).toBe(0);
});

it('of returns: who has learned nothing has arrived nowhere', () => {
  expect(reachedAt({ measure: 'final', share: 0.01 }, history([], [1, 1, 1]))).toBeNull();
});
