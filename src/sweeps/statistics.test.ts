import { expect, test } from 'vitest';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { improvementProbability, performanceProfile } from './comparison.ts';
import golden from './fixtures/statistics.json' with { type: 'json' };
import { interquartileMean, median, quantile, shareAbove, sortedFinite } from './statistics.ts';

/** So many that what is left of chance is small beside the intervals. */
const resamples = 40_000;

function expectNear([low, high]: Interval, wanted: readonly number[], step = 0): void {
  const error = Math.max(step, 0.04 * (wanted[1]! - wanted[0]!)) + 1e-12;
  expect(Math.abs(low - wanted[0]!)).toBeLessThanOrEqual(error);
  expect(Math.abs(high - wanted[1]!)).toBeLessThanOrEqual(error);
}

test('interquartile means and quantiles are those of SciPy and NumPy', () => {
  for (const { values, iqm, quantiles } of golden.samples) {
    const sorted = sortedFinite(values);
    expect(interquartileMean(sorted)).toBeCloseTo(iqm, 12);
    for (const [p, value] of quantiles) expect(quantile(sorted, p!)).toBeCloseTo(value!, 12);
    expect(median(sorted)).toBe(quantile(sorted, 0.5));
  }
});

test('stratified intervals are those of independent resamples in NumPy', () => {
  for (const { strata, iqm, iqmInterval, median: middle, medianInterval, profile } of golden.groups) {
    const sorted = sortedFinite(strata.flat());
    expect(interquartileMean(sorted)).toBeCloseTo(iqm, 12);
    expect(median(sorted)).toBeCloseTo(middle, 12);
    expectNear(bootstrapInterval(strata, interquartileMean, { resamples }), iqmInterval);
    expectNear(bootstrapInterval(strata, median, { resamples }), medianInterval);
    const thresholds = profile.map(({ threshold }) => threshold);
    for (const [n, { value, low, high }] of performanceProfile(strata, thresholds, { resamples }).entries()) {
      expect(value).toBeCloseTo(profile[n]!.share, 12);
      expectNear([low, high], profile[n]!.interval, 1 / sorted.length);
    }
  }
});

test('the probability of improvement is that of Mann and Whitney, averaged over strata, with its interval', () => {
  for (const { x, y, probability, interval } of golden.pairs) {
    const { value, low, high } = improvementProbability(x, y, { resamples });
    expect(value).toBeCloseTo(probability, 12);
    expectNear([low, high], interval);
    expect(improvementProbability(y, x).value).toBeCloseTo(1 - probability, 12);
  }
});

test('ties count half, and a stratum that one of the two lacks does not count', () => {
  expect(improvementProbability([[1, 1]], [[1, 1, 1]])).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  expect(improvementProbability([[2], [], [0]], [[1], [5], []])).toEqual({ value: 1, low: 1, high: 1 });
  expect(improvementProbability([[]], [[1]])).toEqual({ value: NaN, low: NaN, high: NaN });
});

test('an interval is the same each time, another with another seed, and wider at a higher level', () => {
  const strata = [
    [1, 5, 2, 8],
    [3, 3.5, 9],
  ];
  const once = bootstrapInterval(strata, interquartileMean);
  bootstrapInterval([[1, 2]], median);
  expect(bootstrapInterval(strata, interquartileMean)).toEqual(once);
  expect(bootstrapInterval(strata, interquartileMean, { seed: 2, resamples: 50 })).not.toEqual(
    bootstrapInterval(strata, interquartileMean, { seed: 3, resamples: 50 }),
  );
  const [low, high] = bootstrapInterval(strata, interquartileMean, { level: 0.5 });
  expect(high - low).toBeLessThan(once[1] - once[0]);
});

test('draws that are too many to be kept are the same draws', () => {
  const values = Array.from({ length: 300 }, (_, n) => (n * n) % 101);
  const few = bootstrapInterval([values], median, { resamples: 13_000 });
  const many = bootstrapInterval([values], median, { resamples: 14_000 });
  expectNear(many, few, 1);
  expect(bootstrapInterval([values], median, { resamples: 14_000 })).toEqual(many);
});

test('one run is its own interval, and none has none', () => {
  expect(bootstrapInterval([[4]], median)).toEqual([4, 4]);
  expect(bootstrapInterval([[], []], median)).toEqual([NaN, NaN]);
  expect(interquartileMean(sortedFinite([]))).toBeNaN();
  expect(quantile(sortedFinite([]), 0.5)).toBeNaN();
  expect(shareAbove(0)(sortedFinite([NaN]))).toBeNaN();
});
