import fc from 'fast-check';
import { expect, test } from 'vitest';
import table from './fixtures/sin-cos.json' with { type: 'json' };
import { cos, sin } from './sin-cos.ts';

const BITS = new BigInt64Array(1);
const VALUE = new Float64Array(BITS.buffer);

/** How many doubles lie between two numbers. */
function steps(x: number, wanted: number): number {
  const place = (value: number): bigint => {
    VALUE[0] = value;
    return BITS[0]! < 0n ? -(BITS[0]! & 0x7fffffffffffffffn) : BITS[0]!;
  };
  return Math.abs(Number(place(x) - place(wanted)));
}

test('is within one double of mpmath’s values at 80 digits, also next to its zeros', () => {
  expect(table.values.length).toBeGreaterThan(80);
  for (const [x, sine, cosine] of table.values) {
    expect(steps(sin(x!), sine!), `sin ${x}`).toBeLessThanOrEqual(1);
    expect(steps(cos(x!), cosine!), `cos ${x}`).toBeLessThanOrEqual(1);
  }
});

test('agrees with the engine’s to 3·10⁻¹⁶ up to a million', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(3e-16);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(3e-16);
    }),
    { numRuns: 5000 },
  );
  let worst = 0;
  for (let step = 0; step <= 600_000; step += 1) {
    for (const x of [-15 + step * 5e-5, -1e5 + step / 3, -1e6 + step * 3.3]) {
      worst = Math.max(worst, Math.abs(sin(x) - Math.sin(x)), Math.abs(cos(x) - Math.cos(x)));
    }
  }
  expect(worst).toBeLessThan(3e-16);
});

test('squares sum to 1', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThan(5e-16);
    }),
    { numRuns: 5000 },
  );
});

test('the sine is odd and the cosine even, bit for bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      expect(sin(-x)).toBe(-sin(x));
      expect(cos(-x)).toBe(cos(x));
    }),
    { numRuns: 5000 },
  );
});

test('is exact at its ends', () => {
  expect([0, -0, NaN, Infinity, -Infinity].map(sin)).toEqual([0, -0, NaN, NaN, NaN]);
  expect([0, -0, NaN, Infinity, -Infinity].map(cos)).toEqual([1, 1, NaN, NaN, NaN]);
  expect(sin(5e-324)).toBe(5e-324);
});

test('beyond a million it takes another angle that lies at most 4·10⁻¹⁷ |x| away', () => {
  for (let x = 1e6; x < 1e9; x *= 1.0371) {
    expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(4e-17 * x + 3e-16);
    expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(4e-17 * x + 3e-16);
  }
});
