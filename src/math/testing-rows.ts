/** Generated distributions and costs for tests: not part of the program. */
import fc from 'fast-check';

// the same instances at every run; take the seed away to look for new ones
fc.configureGlobal({ seed: 230614133 });

/** A number in [0, 1] with exact ends and repetitions, so that zeros and ties come up. */
export const unit = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.25, 0.5, 1) },
);

/** A row of n probabilities, some of them 0, spread over decades. */
export function row(n: number): fc.Arbitrary<number[]> {
  return fc.array(unit, { minLength: n, maxLength: n }).map((raw) => {
    const sum = raw.reduce((total, x) => total + x * x, 0);
    return sum > 1e-100 ? raw.map((x) => (x * x) / sum) : raw.map((_, i) => (i === 0 ? 1 : 0));
  });
}

/** A cost [n·n] with a zero diagonal: one price, a line, or anything positive. */
export function moveCost(n: number): fc.Arbitrary<number[]> {
  const cells = Array.from({ length: n * n }, (_, cell) => cell);
  const distance = (cell: number): number => Math.abs(Math.floor(cell / n) - (cell % n));
  const free = fc.array(fc.double({ min: 0.05, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n });
  return fc.oneof(
    fc.constantFrom(1, 0.5).map((price) => cells.map((cell) => (distance(cell) === 0 ? 0 : price))),
    fc.constant(cells.map(distance)),
    free.map((costs) => costs.map((cost, cell) => (distance(cell) === 0 ? 0 : cost))),
  );
}
