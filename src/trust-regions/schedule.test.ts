import { expect, test } from 'vitest';
import {
  betaAfter,
  betaAt,
  betaSchedules,
  LAMBDA_BOUNDS,
  lambdaAt,
  lambdaSchedules,
  type BetaSchedule,
  type LambdaSchedule,
} from './schedule.ts';

const betaKinds = Object.keys(betaSchedules) as BetaSchedule[];
const lambdaKinds = Object.keys(lambdaSchedules) as LambdaSchedule[];

test('every β starts at β₀ and never rises', () => {
  for (const kind of betaKinds) {
    expect(betaAt(kind, 3, 0.9, 0)).toBe(3);
    for (let k = 0; k < 300; k += 1) expect(betaAt(kind, 3, 0.9, k + 1)).toBeLessThanOrEqual(betaAt(kind, 3, 0.9, k));
  }
});

test('the schedules are their formulas', () => {
  expect(betaAt('harmonic', 4, 0, 7)).toBe(0.5);
  expect(betaAt('geometric', 2, 0.5, 10)).toBe(2 ** -9);
  expect(betaAt('geometric', 1, 0.9, 137)).toBeCloseTo(0.9 ** 137, 15);
  expect(betaAt('logarithmic', 1, 0, 98)).toBeCloseTo(Math.log(2) / Math.log(100), 14);
  expect(lambdaAt('linear', 2, 4)).toBe(10);
  expect(lambdaAt('quadratic', 2, 4)).toBe(50);
  expect(lambdaAt('log-squared', 2, 4)).toBeCloseTo(2 * Math.log(6) ** 2, 13);
  expect(lambdaAt('inverse', 2, 3)).toBe(0.5);
  expect(betaAfter('constant', 3, 10, 20)).toBe(3);
  expect(betaAfter('decay', 3, 10, 11)).toBe(0.75);
});

test('λ stays inside its bounds', () => {
  for (const kind of lambdaKinds) {
    for (const k of [0, 1, 10, 100, 100_000]) {
      const lambda = lambdaAt(kind, 20, k);
      expect(lambda).toBeGreaterThanOrEqual(LAMBDA_BOUNDS.min);
      expect(lambda).toBeLessThanOrEqual(LAMBDA_BOUNDS.max);
    }
  }
  expect(lambdaAt('quadratic', 1000, 1000)).toBe(LAMBDA_BOUNDS.max);
  expect(lambdaAt('inverse', 0.1, 1_000_000)).toBe(LAMBDA_BOUNDS.min);
});
