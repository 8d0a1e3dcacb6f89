import fc from 'fast-check';
import { expect, it } from 'vitest';
import { softmax } from './softmax.ts';

const scores = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 });

function of(values: readonly number[]): number[] {
  const out = new Float64Array(values.length);
  softmax(values, 0, values.length, out, 0);
  return [...out];
}

it('gives shares that sum to 1, in the ratio of the exponentials', () => {
  fc.assert(
    fc.property(scores, (values) => {
      const shares = of(values);
      expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      shares.forEach((p, i) => {
        const wanted = 1 / values.reduce((sum, x) => sum + Math.exp(x - values[i]!), 0);
        expect(Math.abs(p - wanted)).toBeLessThan(1e-13);
      });
    }),
    { seed: 1 },
  );
});

it('keeps to the finite where exponentials would not', () => {
  expect(of([1000, 0])).toEqual([1, 0]);
  expect(of([-1000, -1000])).toEqual([0.5, 0.5]);
  expect(of([3])).toEqual([1]);
});

it('reads and writes only its own row, and may write over what it read', () => {
  const out = new Float64Array(5).fill(7);
  softmax([9, 0, 0, 9], 1, 2, out, 2);
  expect([...out]).toEqual([7, 7, 0.5, 0.5, 7]);
  const own = Float64Array.of(0, Math.log(3));
  softmax(own, 0, 2, own, 0);
  expect(own[0]).toBeCloseTo(0.25, 14);
  expect(own[1]).toBeCloseTo(0.75, 14);
});
