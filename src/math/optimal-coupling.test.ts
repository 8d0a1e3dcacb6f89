import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from './fixtures/ot.json' with { type: 'json' };
import { optimalCoupling } from './optimal-coupling.ts';
import { linearProgram, type Constraint } from './testing-linear-program.ts';
import { moveCost, row } from './testing-rows.ts';

const name = (i: number, j: number): string => `q${i}_${j}`;

/** The transport problem as a linear program. */
function cheapest(a: readonly number[], b: readonly number[], cost: readonly number[]): number {
  const cell = (i: number, j: number, c: number): readonly [number, string] => [c, name(i, j)];
  const rows: Constraint[] = a.map((bound, i) => ({ terms: b.map((_, j) => cell(i, j, 1)), relation: '=', bound }));
  // the last column follows from the others
  const columns: Constraint[] = b
    .slice(0, -1)
    .map((bound, j) => ({ terms: a.map((_, i) => cell(i, j, 1)), relation: '=', bound }));
  const objective = a.flatMap((_, i) => b.map((__, j) => cell(i, j, cost[i * b.length + j]!)));
  return linearProgram('Minimize', objective, [...rows, ...columns]).value;
}

function expectMarginals(a: readonly number[], b: readonly number[], plan: Float64Array): void {
  expect(plan.every((mass) => mass >= 0)).toBe(true);
  a.forEach((mass, i) => expect(b.reduce((sum, _, j) => sum + plan[i * b.length + j]!, 0)).toBeCloseTo(mass, 14));
  b.forEach((mass, j) => expect(a.reduce((sum, _, i) => sum + plan[i * b.length + j]!, 0)).toBeCloseTo(mass, 14));
}

const instances = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([n, m]) =>
  fc.record({
    a: row(n),
    b: row(m),
    cost: fc.array(fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 0, max: 3 })), {
      minLength: n * m,
      maxLength: n * m,
    }),
  }),
);

const moves = fc.integer({ min: 1, max: 8 }).chain((n) => fc.record({ a: row(n), b: row(n), cost: moveCost(n) }));

describe('optimal coupling', () => {
  test.each(golden)('$id: cost as by POT', ({ a, b, C, out }) => {
    const plan = new Float64Array(a.length * b.length);
    const cost = Float64Array.from(C.flat());
    const total = optimalCoupling(a.length, b.length, Float64Array.from(a), Float64Array.from(b), cost, plan);
    expect(Math.abs(total - out.emd)).toBeLessThan(1e-10);
    expectMarginals(a, b, plan);
  });

  test.each([
    ['any cost', instances],
    ['moves between actions', moves],
  ])('%s: marginals, and the cost of the linear program', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, ({ a, b, cost }) => {
        const plan = new Float64Array(a.length * b.length);
        const total = optimalCoupling(
          a.length,
          b.length,
          Float64Array.from(a),
          Float64Array.from(b),
          Float64Array.from(cost),
          plan,
        );
        expectMarginals(a, b, plan);
        expect(total).toBeCloseTo(
          plan.reduce((sum, mass, cell) => sum + mass * cost[cell]!, 0),
          14,
        );
        // rows whose sums differ in the last digit leave HiGHS no exact solution: round them to one that has
        expect(Math.abs(total - cheapest(a, b, cost))).toBeLessThan(1e-8);
      }),
      { numRuns: 150 },
    );
  });

  test('a detour is taken where it is cheaper than the straight way', () => {
    // 0 → 2 costs 5, but 0 → 1 and 1 → 2 cost 1 each
    const cost = Float64Array.of(0, 1, 5, 1, 0, 1, 5, 1, 0);
    const plan = new Float64Array(9);
    const total = optimalCoupling(3, 3, Float64Array.of(0.2, 0.5, 0.3), Float64Array.of(0.4, 0.5, 0.1), cost, plan);
    expect(total).toBeCloseTo(0.4, 14);
    expect(plan[2 * 3 + 0]).toBe(0);
  });

  test('equal rows stay where they are, and the same question has the same answer', () => {
    const p = Float64Array.of(0.1, 0.2, 0.7);
    const cost = Float64Array.of(0, 1, 1, 1, 0, 1, 1, 1, 0);
    const plan = new Float64Array(9);
    expect(optimalCoupling(3, 3, p, p, cost, plan)).toBe(0);
    expect([...plan]).toEqual([0.1, 0, 0, 0, 0.2, 0, 0, 0, 0.7]);
    const again = new Float64Array(9);
    optimalCoupling(3, 3, p, Float64Array.of(0.4, 0.5, 0.1), cost, plan);
    optimalCoupling(3, 3, p, Float64Array.of(0.4, 0.5, 0.1), cost, again);
    expect(again).toEqual(plan);
  });

  test('masses that differ by rounding leave the rounding unsent', () => {
    const plan = new Float64Array(4);
    const a = Float64Array.of(0.1 + 0.2, 0.7);
    const b = Float64Array.of(0.3, 0.7);
    expect(optimalCoupling(2, 2, a, b, Float64Array.of(0, 1, 1, 0), plan)).toBeLessThan(1e-15);
  });
});
