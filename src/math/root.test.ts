import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positiveRoot } from './root.ts';

function root(f: (x: number) => number, slope: (x: number) => number, guess: number): { x: number; calls: number } {
  let calls = 0;
  const x = positiveRoot(
    (at, out) => {
      calls += 1;
      out[0] = f(at);
      out[1] = slope(at);
    },
    guess,
    1,
  );
  return { x, calls };
}

test('finds roots of any size from any guess', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -20, max: 20, noNaN: true }),
      (at, from) => {
        const wanted = 10 ** at;
        // concave, flat far out: Newton's own step leaves the bracket
        const { x } = root(
          (t) => t / (t + wanted) - 0.5,
          (t) => wanted / (t + wanted) ** 2,
          10 ** from,
        );
        expect(Math.abs(x / wanted - 1)).toBeLessThan(1e-14);
      },
    ),
  );
});

test('crosses a plateau and a jump', () => {
  const step = root(
    (t) => (t < 100 ? -1 : t < 101 ? t - 100.25 : 1),
    (t) => (t < 100 || t > 101 ? 0 : 1),
    1,
  );
  expect(step.x).toBeCloseTo(100.25, 12);
  expect(
    root(
      (t) => (t < 3 ? -1 : 1),
      () => 0,
      1,
    ).x,
  ).toBeCloseTo(3, 14);
});

test('takes a handful of evaluations where the function is nearly straight', () => {
  const { x, calls } = root(
    (t) => t + 0.1 * t * t - 1,
    (t) => 1 + 0.2 * t,
    1,
  );
  expect(x).toBeCloseTo(0.916079783099616, 14);
  expect(calls).toBeLessThanOrEqual(4);
});

test('a function that stays below zero has its root at infinity', () => {
  expect(
    root(
      (t) => t / (1 + t) - 2,
      (t) => 1 / (1 + t) ** 2,
      1,
    ).x,
  ).toBe(Infinity);
});
