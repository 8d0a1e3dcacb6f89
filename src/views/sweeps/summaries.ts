import { bootstrapInterval, type Strata } from '../../sweeps/bootstrap.ts';
import { improvementProbability, performanceProfile, type Estimated } from '../../sweeps/comparison.ts';
import { interquartileMean, sortedFinite } from '../../sweeps/statistics.ts';
import { cellValues, resultsOf, type CellStatistic } from '../../sweeps/summary.ts';
import type { Better } from '../../sweeps/sweep-measures.ts';
import { cellsOf } from '../../sweeps/sweep-size.ts';
import type { SweepMeasure, SweepRecord } from '../../sweeps/sweep.ts';

/** A number of runs, with its interval and how many of them count. */
export interface Summed extends Estimated {
  readonly n: number;
  readonly of: number;
}

/** What a summary of a cell and series is computed from: results only come, fail, or are tried again. */
export function stampOf(record: SweepRecord, cell: readonly number[], series: number): string {
  const results = resultsOf(record, cell, series);
  return `${results.length} ${results.filter(({ failure }) => failure !== '').length}`;
}

/** One number of a cell and series. */
// eslint-disable-next-line require-yield
export function* valueOf(
  record: SweepRecord,
  cell: readonly number[],
  series: number,
  measure: SweepMeasure,
  statistic: CellStatistic,
): Generator<undefined, Summed> {
  return summed(cellValues(record, cell, series, measure, statistic));
}

/** What all cells say together. */
export interface Overall {
  /** [series] */
  readonly means: readonly Summed[];
  /** [series][other]: how likely a run of the series is better, or has the larger value where neither is better; null with itself */
  readonly ahead: readonly (readonly (Estimated | null)[])[];
  readonly thresholds: readonly number[];
  /** [series][threshold]: the share of runs above it; where lower is better, of those at it or below */
  readonly profiles: readonly (readonly Estimated[])[];
  /** How often runs were drawn anew: for means and profiles, and for comparisons. */
  readonly resamples: number;
  readonly comparisons: number;
}

/** What is counted at most in one go, so that the page answers meanwhile. */
const MOST_STEPS = 500_000;
const FEWEST = 200;
const THRESHOLDS = 24;

/** Means, comparisons and profiles of the series, with all cells as strata; what is better counts as ahead. Draws fewer resamples of very many runs. */
export function* overallOf(
  record: SweepRecord,
  seriesCount: number,
  measure: SweepMeasure,
  statistic: CellStatistic,
  better: Better | null,
): Generator<undefined, Overall> {
  const turn = better === 'lower' ? turned : (one: Estimated): Estimated => one;
  const strata: Strata[] = [];
  const counts: number[] = [];
  for (let series = 0; series < seriesCount; series += 1) {
    const values = cellsOf(record.sweep).map((cell) => cellValues(record, cell, series, measure, statistic));
    counts.push(values.reduce((sum, { length }) => sum + length, 0));
    strata.push(values.map((stratum) => stratum.filter(Number.isFinite)));
    yield;
  }
  const runs = Math.max(1, ...strata.map((one) => one.flat().length));
  const resamples = resamplesFor(runs);
  // a comparison counts all distinct values of two series in each stratum
  const comparisons = resamplesFor(2 * runs * (1 + (strata[0]?.length ?? 0)));
  const means: Summed[] = [];
  for (const [series, one] of strata.entries()) {
    const finite = sortedFinite(one.flat());
    const [low, high] = bootstrapInterval(one, interquartileMean, { resamples });
    means.push({ value: interquartileMean(finite), low, high, n: finite.length, of: counts[series]! });
    yield;
  }
  const ahead: (Estimated | null)[][] = [];
  for (const x of strata) {
    const row: (Estimated | null)[] = [];
    for (const y of strata) {
      row.push(x === y ? null : turn(improvementProbability(x, y, { resamples: comparisons })));
      yield;
    }
    ahead.push(row);
  }
  const all = sortedFinite(strata.flat(2));
  const [low, high] = widened(all[0] ?? 0, all.at(-1) ?? 1);
  const thresholds = Array.from({ length: THRESHOLDS }, (_, n) => low + ((high - low) * n) / (THRESHOLDS - 1));
  const profiles: Estimated[][] = [];
  for (const one of strata) {
    const profile: Estimated[] = [];
    for (const threshold of thresholds) {
      profile.push(...performanceProfile(one, [threshold], { resamples }).map(turn));
      yield;
    }
    profiles.push(profile);
  }
  return { means, ahead, thresholds, profiles, resamples, comparisons };
}

/** The share of all others: ties count half on both sides of a comparison. */
function turned({ value, low, high }: Estimated): Estimated {
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}

/** As many resamples as there is time for. */
function resamplesFor(steps: number): number {
  return Math.min(2000, Math.max(FEWEST, Math.floor(MOST_STEPS / steps)));
}

function summed(values: readonly number[]): Summed {
  const finite = sortedFinite(values);
  const value = interquartileMean(finite);
  // equal runs have no spread: nothing is drawn
  const alike = finite.length < 2 || finite[0] === finite.at(-1);
  const [low, high] = alike ? [value, value] : bootstrapInterval([Array.from(finite)], interquartileMean);
  return { value, low, high, n: finite.length, of: values.length };
}

/** A range in which a profile can be drawn also where all runs came to the same. */
function widened(low: number, high: number): readonly [number, number] {
  if (high > low) return [low, high];
  const room = 0.1 * (Math.abs(low) || 1);
  return [low - room, low + room];
}
