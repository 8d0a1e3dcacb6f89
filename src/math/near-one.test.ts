import { Decimal } from 'decimal.js';
import { expect, it } from 'vitest';
import { expm1, expm1Less, lessLog1p, log1p } from './near-one.ts';

Decimal.set({ precision: 60 });

const points = [1e-300, 1e-20, 1e-9, 1e-4, 0.01, 0.2, 0.349, 0.351, 0.9, 3, 40].flatMap((x) => [x, -x]);

/** |found / exact − 1| */
function error(found: number, exact: Decimal): number {
  return new Decimal(found).div(exact).sub(1).abs().toNumber();
}

it.each(points)('eˣ − 1, eˣ − 1 − x and ln(1 + x) are right to their last digits at %d', (x) => {
  const exact = new Decimal(x).exp();
  // e to the power of a number this small needs more digits than 60 to differ from 1
  const less = Math.abs(x) < 1e-15 ? new Decimal(x).pow(2).div(2) : exact.sub(1);
  if (Math.abs(x) >= 1e-15) {
    expect(error(expm1(x), exact.sub(1))).toBeLessThan(3e-15);
    expect(error(expm1Less(x), exact.sub(1).sub(x))).toBeLessThan(1e-13);
  } else {
    expect(expm1(x)).toBe(x);
    expect(expm1Less(x)).toBe(x * x * 0.5);
    expect(less.toNumber()).toBe(x * x * 0.5);
  }
  if (x > -1 && Math.abs(x) >= 1e-15) expect(error(log1p(x), new Decimal(1).add(x).ln())).toBeLessThan(1e-15);
});

it.each(points.filter((x) => x > -1))('x − ln(1 + x) is right to its last digits at %d', (x) => {
  // x²/2 − x³/3 where 60 digits are not enough to tell 1 + x from 1
  const exact = Math.abs(x) < 1e-15 ? new Decimal(x).pow(2).div(2) : new Decimal(x).sub(new Decimal(1).add(x).ln());
  if (exact.abs().lt(1e-290)) expect(lessLog1p(x)).toBe(0);
  else expect(error(lessLog1p(x), exact)).toBeLessThan(1e-13);
});

it('have their limits', () => {
  expect([expm1(0), expm1Less(0), log1p(0)]).toEqual([0, 0, 0]);
  expect([expm1(-Infinity), expm1(Infinity), log1p(Infinity), log1p(-1)]).toEqual([-1, Infinity, Infinity, -Infinity]);
});
