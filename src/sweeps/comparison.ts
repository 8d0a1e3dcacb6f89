import { bootstrapInterval, percentiles, type BootstrapOptions, type Strata } from './bootstrap.ts';
import { shareAbove, sortedFinite } from './statistics.ts';

/** A value with its bootstrap interval. */
export interface Estimated {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * P(X > Y), ties counting half, averaged over the strata in which both have runs: how likely a run of x is better than one of y
 * (Agarwal et al. 2021, arXiv 2108.13264). NaN where no stratum has both.
 *
 * @param x [stratum][run], in the same order of strata as y
 */
export function improvementProbability(x: Strata, y: Strata, options: BootstrapOptions = {}): Estimated {
  const pairs = x.flatMap((one, n) => (one.length > 0 && (y[n]?.length ?? 0) > 0 ? [{ x: one, y: y[n]! }] : []));
  if (pairs.length === 0) return { value: NaN, low: NaN, high: NaN };
  // all of x, then all of y, as places among the distinct values
  const strata = [...pairs.map((pair) => pair.x), ...pairs.map((pair) => pair.y)];
  const values = strata.flat();
  const levels = sortedFinite(new Set(values));
  const placeOf = new Map(Array.from(levels, (value, place) => [value, place]));
  const place = Int32Array.from(values, (value) => placeOf.get(value)!);
  const inX = new Int32Array(levels.length);
  const inY = new Int32Array(levels.length);
  const all = pairs.reduce((total, pair) => total + pair.x.length, 0);
  const find = (picks: Int32Array, from: number): number => {
    let sum = 0;
    let first = from;
    let second = from + all;
    for (const pair of pairs) {
      inX.fill(0);
      inY.fill(0);
      for (const run of picks.subarray(first, (first += pair.x.length))) inX[place[run]!] = inX[place[run]!]! + 1;
      for (const run of picks.subarray(second, (second += pair.y.length))) inY[place[run]!] = inY[place[run]!]! + 1;
      sum += wins(inX, inY) / (pair.x.length * pair.y.length);
    }
    return sum / pairs.length;
  };
  const value = find(Int32Array.from(values.keys()), 0);
  const [low, high] = percentiles(strata, options, find);
  return { value, low, high };
}

/** Pairs in which x is larger, ties counting half, from how often each level occurs in x and in y. */
function wins(inX: Int32Array, inY: Int32Array): number {
  let total = 0;
  let below = 0;
  for (let level = 0; level < inX.length; level += 1) {
    total += inX[level]! * (below + inY[level]! / 2);
    below += inY[level]!;
  }
  return total;
}

/** The share of runs that lie above each threshold, with bands: a performance profile (Dolan and Moré 2002; Agarwal et al. 2021). */
export function performanceProfile(
  strata: Strata,
  thresholds: readonly number[],
  options: BootstrapOptions = {},
): Estimated[] {
  const sorted = sortedFinite(strata.flat());
  return thresholds.map((threshold) => {
    const share = shareAbove(threshold);
    const [low, high] = bootstrapInterval(strata, share, options);
    return { value: share(sorted), low, high };
  });
}
