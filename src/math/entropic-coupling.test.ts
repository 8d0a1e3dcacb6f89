import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DualNewton } from './dual-newton.ts';
import { entropicCoupling, uniformPrice } from './entropic-coupling.ts';
import golden from './fixtures/ot.json' with { type: 'json' };
import { optimalCoupling } from './optimal-coupling.ts';
import { moveCost, row } from './testing-rows.ts';

/** Rows that differ by a step of any size, none at all included. */
const steps = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc
    .record({
      from: row(n),
      towards: row(n),
      size: fc.oneof(
        fc.constantFrom(0, 1),
        fc.double({ min: -14, max: 0, noNaN: true }).map((x) => 10 ** x),
      ),
      cost: moveCost(n),
      lambda: fc.double({ min: -1, max: 2.5, noNaN: true }).map((x) => 10 ** x),
    })
    .map(({ from, towards, size, cost, lambda }) => {
      const mixed = from.map((p, i) => (1 - size) * p + size * towards[i]!);
      const sum = mixed.reduce((total, p) => total + p, 0);
      return {
        n,
        a: Float64Array.from(mixed, (p) => p / sum),
        b: Float64Array.from(from),
        cost: Float64Array.from(cost),
        lambda: Math.min(lambda, 500 / Math.max(...cost)),
      };
    }),
);

function marginalError(n: number, a: Float64Array, b: Float64Array, plan: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < n; i += 1) {
    let to = 0;
    let from = 0;
    for (let k = 0; k < n; k += 1) {
      to += plan[i * n + k]!;
      from += plan[k * n + i]!;
    }
    worst = Math.max(worst, Math.abs(to - a[i]!), Math.abs(from - b[i]!));
  }
  return worst;
}

describe('entropic coupling', () => {
  test.each(golden)('$id: plan as by POT', ({ a, b, C, reg, out }) => {
    const cost = Float64Array.from(C.flat());
    const plan = new Float64Array(cost.length);
    const coupling = entropicCoupling(a.length, b.length, cost, 1 / reg);
    const value = coupling.solve(Float64Array.from(a), Float64Array.from(b), plan);
    out.sinkhornPlan.flat().forEach((mass, cell) => expect(Math.abs(plan[cell]! - mass)).toBeLessThan(1e-9));
    expect(Math.abs(value - out.regularised)).toBeLessThan(1e-9);
  });

  test('marginals, and the value of the plan', () => {
    fc.assert(
      fc.property(steps, ({ n, a, b, cost, lambda }) => {
        const plan = new Float64Array(n * n);
        const value = entropicCoupling(n, n, cost, lambda).solve(a, b, plan);
        expect(plan.every((mass) => mass >= 0)).toBe(true);
        expect(marginalError(n, a, b, plan)).toBeLessThan(1e-12);
        let sum = 0;
        plan.forEach((mass, cell) => {
          if (mass > 0) sum += mass * (cost[cell]! + Math.log(mass) / lambda);
        });
        expect(Math.abs(value - sum)).toBeLessThan(1e-12 * Math.max(1, 1 / lambda) * 10);
      }),
      { numRuns: 1000 },
    );
  });

  test('optimality: ln Q_ij + λM_ij is a sum of a row’s and a column’s potential', () => {
    fc.assert(
      fc.property(steps, ({ n, a, b, cost, lambda }) => {
        const plan = new Float64Array(n * n);
        entropicCoupling(n, n, cost, lambda).solve(a, b, plan);
        const level = (i: number, j: number): number => Math.log(plan[i * n + j]!) + lambda * cost[i * n + j]!;
        for (let i = 1; i < n; i += 1) {
          for (let j = 1; j < n; j += 1) {
            const around = [plan[0]!, plan[i * n]!, plan[j]!, plan[i * n + j]!];
            if (Math.min(...around) < 1e-200) continue;
            const mixed = level(0, 0) + level(i, j) - level(i, 0) - level(0, j);
            expect(Math.abs(mixed)).toBeLessThan(1e-10);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('one price: the closed form and Newton’s method agree', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(0.5, 1, 2), ({ n, a, b, lambda }, price) => {
        const cost = Float64Array.from({ length: n * n }, (_, cell) => (cell % (n + 1) === 0 ? 0 : price));
        const sharp = Math.min(lambda, 250 / price);
        if ([...a, ...b].some((mass) => mass > 0 && mass < 1e-50)) return;
        const plan = new Float64Array(n * n);
        const other = new Float64Array(n * n);
        const value = entropicCoupling(n, n, cost, sharp).solve(a, b, plan);
        expect(Math.abs(new DualNewton(n, n, cost, sharp).solve(a, b, other) - value)).toBeLessThan(
          2e-12 * (1 + 1 / sharp),
        );
        plan.forEach((mass, cell) => expect(Math.abs(other[cell]! - mass)).toBeLessThan(1e-12));
      }),
      { numRuns: 500 },
    );
  });

  test('between the cheapest transport less ln n/λ·2 and the cheapest transport', () => {
    fc.assert(
      fc.property(steps, ({ n, a, b, cost, lambda }) => {
        const plan = new Float64Array(n * n);
        const cheapest = optimalCoupling(n, n, a, b, cost, plan);
        const value = entropicCoupling(n, n, cost, lambda).solve(a, b);
        expect(value).toBeLessThanOrEqual(cheapest + 1e-12);
        expect(value).toBeGreaterThanOrEqual(cheapest - (2 * Math.log(n)) / lambda - 1e-12);
      }),
    );
  });

  test('sharpest λ: the plan is a cheapest one, also where e^−λM is no double', () => {
    const cost = Float64Array.of(0, 1, 1, 1, 0, 1, 1, 1, 0);
    const a = Float64Array.of(0.5, 0.3, 0.2);
    const b = Float64Array.of(0.3, 0.3, 0.4);
    const plan = new Float64Array(9);
    for (const lambda of [700, 1e4, 1e6]) {
      expect(entropicCoupling(3, 3, cost, lambda).solve(a, b, plan)).toBeCloseTo(0.2, 2);
      [0.3, 0, 0.2, 0, 0.3, 0, 0, 0, 0.2].forEach((mass, cell) => expect(plan[cell]).toBeCloseTo(mass, 14));
    }
  });

  test('without mass nothing moves, and a λ that is none is refused', () => {
    const zero = new Float64Array(2);
    for (const cost of [Float64Array.of(0, 1, 1, 0), Float64Array.of(0, 1, 2, 0)]) {
      const plan = new Float64Array(4).fill(9);
      expect(entropicCoupling(2, 2, cost, 3).solve(zero, zero, plan)).toBe(0);
      expect([...plan]).toEqual([0, 0, 0, 0]);
    }
    expect(() => entropicCoupling(2, 2, new Float64Array(4), 0)).toThrow('λ = 0 is not a positive number.');
  });
});

test('one price for every move is seen, and nothing else', () => {
  expect(uniformPrice(2, Float64Array.of(0, 3, 3, 0))).toBe(3);
  expect(uniformPrice(2, Float64Array.of(0, 3, 2, 0))).toBe(0);
  expect(uniformPrice(2, Float64Array.of(1, 3, 3, 0))).toBe(0);
  expect(uniformPrice(1, Float64Array.of(0))).toBe(0);
});
