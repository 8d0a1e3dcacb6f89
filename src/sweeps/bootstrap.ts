import { StreamDealer } from '../math/random.ts';
import { quantile, type Statistic } from './statistics.ts';

/** Runs in groups that are alike but for their seed, [stratum][run]; all numbers finite. */
export type Strata = readonly (readonly number[])[];

export interface BootstrapOptions {
  /** How often the runs are drawn anew. */
  readonly resamples?: number;
  /** Share of the resamples that the interval holds. */
  readonly level?: number;
  readonly seed?: number;
}

export type Interval = readonly [low: number, high: number];

/**
 * Percentile interval of a statistic of all runs, which are drawn anew within their strata (Agarwal et al. 2021, arXiv 2108.13264).
 * The same input and seed give the same interval in every engine.
 */
export function bootstrapInterval(strata: Strata, statistic: Statistic, options: BootstrapOptions = {}): Interval {
  const values = strata.flat();
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const rank = new Int32Array(values.length);
  order.forEach((run, place) => (rank[run] = place));
  const times = new Int32Array(values.length);
  const sample = new Float64Array(values.length);
  const ordered = Float64Array.from(order, (run) => values[run]!);
  return percentiles(strata, options, (picks, from) => {
    // a resample is sorted by counting
    times.fill(0);
    for (let n = 0; n < rank.length; n += 1) {
      const place = rank[picks[from + n]!]!;
      times[place] = times[place]! + 1;
    }
    let filled = 0;
    for (let place = 0; place < times.length; place += 1) {
      for (let n = times[place]!; n > 0; n -= 1, filled += 1) sample[filled] = ordered[place]!;
    }
    return statistic(sample);
  });
}

/** Percentiles of what is found in each resample, which is given as places in `strata.flat()`, from an offset on. */
export function percentiles(
  strata: Strata,
  { resamples = 2000, level = 0.95, seed = 1 }: BootstrapOptions,
  find: (picks: Int32Array, from: number) => number,
): Interval {
  const sizes = strata.map(({ length }) => length).filter((size) => size > 0);
  if (sizes.length === 0) return [NaN, NaN];
  const found = new Float64Array(resamples);
  eachResample(sizes, resamples, seed, (picks, from, n) => (found[n] = find(picks, from)));
  found.sort();
  return [quantile(found, (1 - level) / 2), quantile(found, (1 + level) / 2)];
}

/** Draws that fit in this many numbers are kept: the points of a curve all ask for the same ones. */
const MOST_KEPT = 4_000_000;

let kept = { key: '', picks: new Int32Array(0) };

function eachResample(
  sizes: readonly number[],
  resamples: number,
  seed: number,
  visit: (picks: Int32Array, from: number, n: number) => void,
): void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const { uniform } = new StreamDealer(seed).next();
  const draw = (picks: Int32Array, from: number): void => {
    let first = 0;
    for (const size of sizes) {
      for (let n = 0; n < size; n += 1) picks[from + first + n] = first + Math.floor(uniform() * size);
      first += size;
    }
  };
  if (total * resamples > MOST_KEPT) {
    const picks = new Int32Array(total);
    for (let n = 0; n < resamples; n += 1) {
      draw(picks, 0);
      visit(picks, 0, n);
    }
    return;
  }
  const key = `${sizes.join()} ${resamples} ${seed}`;
  if (kept.key !== key) {
    kept = { key, picks: new Int32Array(total * resamples) };
    for (let n = 0; n < resamples; n += 1) draw(kept.picks, n * total);
  }
  for (let n = 0; n < resamples; n += 1) visit(kept.picks, n * total, n);
}
