import stdlibLn from '@stdlib/math-base-special-ln';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from './exp.ts';
import { ln } from './ln.ts';

/** Difference in units of the last place. */
function ulps(x: number, wanted: number): number {
  return x === wanted ? 0 : Math.abs(x - wanted) / (Math.abs(wanted) * 2 ** -53);
}

test('agrees with fdlibm’s port to two units of the last place', () => {
  let worst = 0;
  for (let step = 1; step <= 300_000; step += 1) {
    for (const x of [step / 100_000, 1 + step * 1e-9, 1 - step * 1e-9, step])
      worst = Math.max(worst, ulps(ln(x), stdlibLn(x)));
  }
  expect(worst).toBeLessThanOrEqual(2);
});

test('agrees on any positive double, subnormal ones too', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, noNaN: true }), (x) => {
      if (x === 0) expect(ln(x)).toBe(-Infinity);
      else expect(ulps(ln(x), stdlibLn(x))).toBeLessThanOrEqual(2);
    }),
    { numRuns: 20_000 },
  );
  expect(ulps(ln(5e-324), stdlibLn(5e-324))).toBeLessThanOrEqual(2);
});

test('is exact at its ends', () => {
  expect([0, 1, Infinity, NaN, -1, -Infinity].map(ln)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
});

test('is the inverse of exp', () => {
  for (let x = -700; x < 700; x += 0.37)
    expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(2e-15 * Math.max(1, Math.abs(x)));
});
