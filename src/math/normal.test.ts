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

it('is the same sequence for the same seed, and another for another', () => {
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)[0]).not.toBe(draw(4)[0]);
});
