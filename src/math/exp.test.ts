import stdlibExp from '@stdlib/math-base-special-exp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from './exp.ts';

test('agrees with fdlibm’s port where the result is normal', () => {
  let worst = 0;
  for (let step = 0; step <= 400_000; step += 1) {
    const x = -708 + (1417.7 * step) / 400_000;
    worst = Math.max(worst, Math.abs(exp(x) / stdlibExp(x) - 1));
  }
  for (let step = 1; step <= 100_000; step += 1) {
    for (const x of [step * 1e-5, -step * 1e-5, step * 1e-9])
      worst = Math.max(worst, Math.abs(exp(x) / stdlibExp(x) - 1));
  }
  expect(worst).toBeLessThan(6e-16);
});

test('agrees on any double', () => {
  fc.assert(
    fc.property(fc.double(), (x) => {
      const wanted = stdlibExp(x);
      if (wanted > 2.3e-308 && wanted < Infinity) expect(Math.abs(exp(x) / wanted - 1)).toBeLessThan(6e-16);
      else if (wanted <= 2.3e-308) expect(Math.abs(exp(x) - wanted)).toBeLessThan(1e-322);
      else expect(exp(x)).toBe(wanted);
    }),
    { numRuns: 20_000 },
  );
});

test('is exact at its ends', () => {
  expect([0, -0, -Infinity, Infinity, NaN, -746, 710].map(exp)).toEqual([1, 1, 0, Infinity, NaN, 0, Infinity]);
  expect(exp(709.782712893384)).toBeLessThan(Infinity);
  expect(exp(709.7827128933841)).toBe(Infinity);
  expect(exp(1)).toBe(Math.E);
});

test('underflows gradually', () => {
  for (let x = -708; x > -745; x -= 0.25) expect(Math.abs(exp(x) - stdlibExp(x))).toBeLessThanOrEqual(1e-323);
});

test('does not fall', () => {
  let falls = 0;
  for (let x = -30; x < 5; x += 1e-4) falls += exp(x + 1e-4) < exp(x) ? 1 : 0;
  expect(falls).toBe(0);
});
