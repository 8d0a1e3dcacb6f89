import { expect, it } from 'vitest';
import { normals } from './normal.ts';
import { StreamDealer } from './random.ts';

const COUNT = 200_000;
const draw = (seed: number): Float64Array => {
  const normal = normals(new StreamDealer(seed).next());
  return Float64Array.from({ length: COUNT }, () => normal());
};

it('has the moments and the tails of a standard normal distribution', () => {
  const values = draw(1);
  const moment = (power: number): number => values.reduce((sum, x) => sum + x ** power, 0) / COUNT;
  // five standard errors each
  expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(COUNT));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / COUNT));
  expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / COUNT));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / COUNT));
  const beyond = values.filter((x) => Math.abs(x) > 2).length / COUNT;
  expect(Math.abs(beyond - 0.0455)).toBeLessThan(0.003);
});

it('has the share of a normal distribution below every value, and the same above its opposite', () => {
  const values = draw(2);
  // Φ(x) by 40-digit arithmetic (mpmath)
  for (const [x, below] of [
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [2, 0.9772498680518208],
    [3, 0.9986501019683699],
  ] as const) {
    const error = 5 * Math.sqrt((below * (1 - below)) / COUNT);
    expect(Math.abs(values.filter((value) => value < x).length / COUNT - below)).toBeLessThan(error);
    expect(Math.abs(values.filter((value) => value > -x).length / COUNT - below)).toBeLessThan(error);
  }
});

it('gives numbers that do not go with the one before: pairs are made together, but are independent', () => {
  const values = draw(5);
  let sum = 0;
  let squares = 0;
  for (let i = 1; i < COUNT; i += 1) {
    sum += values[i]! * values[i - 1]!;
    squares += (values[i]! ** 2 - 1) * (values[i - 1]! ** 2 - 1);
  }
  expect(Math.abs(sum / COUNT)).toBeLessThan(5 / Math.sqrt(COUNT));
  expect(Math.abs(squares / COUNT)).toBeLessThan(5 * Math.sqrt(4 / COUNT));
});

it('begins as it always did, to the last bit', () => {
  expect([...draw(1).subarray(0, 6)]).toEqual([
    0.10231375429664562, 0.8267571507983682, 0.2386101132370923, 0.245772681743961, 0.6700169550402506,
    -0.17148698608901963,
  ]);
});

it('is what the polar method makes of the same uniform numbers', () => {
  const { uniform } = new StreamDealer(9).next();
  const normal = normals(new StreamDealer(9).next());
  for (let pair = 0; pair < 1000; pair += 1) {
    let [x, y] = [1, 1];
    while (x * x + y * y >= 1) [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
    const square = x * x + y * y;
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    expect(normal()).toBeCloseTo(x * scale, 13);
    expect(normal()).toBeCloseTo(y * scale, 13);
  }
});

it('is the same sequence for the same seed, and another for another', () => {
  const [one, same, other] = [3, 3, 4].map(draw);
  expect(one!.every((value, i) => value === same![i])).toBe(true);
  expect(one!.filter((value, i) => value === other![i])).toHaveLength(0);
});
