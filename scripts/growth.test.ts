import { expect, test } from 'vitest';
import { growth, middle, risers } from '../bench/growth.ts';

const times = Array.from({ length: 20 }, (_, n) => n);
/** Comes and goes by one, without rising. */
const restless = times.map((n) => 20 + [0, 1, -1, 0.5][n % 4]!);

test('what comes and goes is flat, and so is one value that sticks out', () => {
  expect(Math.abs(growth(times, restless))).toBeLessThan(1);
  const stuck = restless.with(19, 200);
  expect(risers(times, [{ name: 'the heap', values: stuck, floor: 3 }])).toEqual([]);
});

test('what is kept of every round is told, however restless the rest is', () => {
  const leak = restless.map((value, n) => value + 0.4 * n);
  expect(growth(times, leak)).toBeCloseTo(7.6, 0);
  expect(risers(times, [{ name: 'the heap', values: leak, floor: 3 }])).toEqual([
    expect.stringMatching(/^the heap rises by [78]\.\d, from about 2[34]\.\d; flat is at most 3\.0\.$/),
  ]);
});

test('the middle of a list is the list’s own, or between two', () => {
  expect(middle([3, 1, 2])).toBe(2);
  expect(middle([4, 1, 2, 3])).toBe(2.5);
  expect(growth([0], [5])).toBe(0);
});
