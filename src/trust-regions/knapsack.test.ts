import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillKnapsack } from './knapsack.ts';

/** By sorting all edges. */
function bySorting(
  rate: readonly number[],
  expense: readonly number[],
  budget: number,
): { rate: number; share: number } {
  const order = rate.map((_, e) => e).sort((x, y) => rate[y]! - rate[x]!);
  let spent = 0;
  for (let first = 0; first < order.length;) {
    const critical = rate[order[first]!]!;
    const tied = order.filter((e) => rate[e] === critical);
    const cost = tied.reduce((sum, e) => sum + expense[e]!, 0);
    if (spent + cost > budget) return { rate: critical, share: (budget - spent) / cost };
    spent += cost;
    first += tied.length;
  }
  return { rate: 0, share: 0 };
}

const edges = fc
  .record({
    count: fc.constantFrom(1, 5, 255, 256, 1000),
    // few different rates, many, or one far above all others
    levels: fc.constantFrom(3, 40, 1e9),
    outlier: fc.constantFrom(1, 1e6),
    seed: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    part: fc.double({ min: 0, max: 1.1, noNaN: true }),
  })
  .map(({ count, levels, outlier, seed, part }) => {
    const next = (): number => seed.next().value!;
    const rate = Array.from({ length: count }, (_, e) => (1 + Math.floor(next() * levels)) * (e === 0 ? outlier : 1));
    const expense = rate.map(() => 0.001 + next());
    return { rate, expense, budget: part * expense.reduce((sum, x) => sum + x, 0) };
  });

test('finds the rate and the share that sorting all edges finds', () => {
  fc.assert(
    fc.property(edges, ({ rate, expense, budget }) => {
      const found = fillKnapsack(
        { count: rate.length, rate: Float64Array.from(rate), expense: Float64Array.from(expense) },
        budget,
      );
      const wanted = bySorting(rate, expense, budget);
      const spentBy = ({ rate: critical, share }: { rate: number; share: number }): number =>
        rate.reduce((sum, r, e) => sum + (r > critical ? 1 : r === critical ? share : 0) * expense[e]!, 0);
      expect(found.spent).toBeCloseTo(spentBy(wanted), 8);
      // where the budget ends between two rates either is right
      expect(spentBy(found)).toBeCloseTo(spentBy(wanted), 8);
      if (wanted.share > 1e-9 && wanted.share < 1 - 1e-9) {
        expect(found.rate).toBe(wanted.rate);
        expect(found.share).toBeCloseTo(wanted.share, 8);
      }
    }),
    { numRuns: 300 },
  );
});

test('rates that differ by rounding are one tie', () => {
  const rate = Float64Array.of(2, 2 + 4e-16, 2 - 4e-16, 1);
  const { rate: critical, share } = fillKnapsack({ count: 4, rate, expense: Float64Array.of(1, 1, 1, 1) }, 1.5);
  expect(critical).toBeCloseTo(2, 14);
  expect(share).toBeCloseTo(0.5, 14);
});

test('without edges the step is greedy at no cost', () => {
  expect(fillKnapsack({ count: 0, rate: new Float64Array(0), expense: new Float64Array(0) }, 0)).toEqual({
    rate: 0,
    share: 0,
    spent: 0,
  });
});
