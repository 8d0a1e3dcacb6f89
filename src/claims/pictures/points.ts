import { bootstrapInterval } from '../../sweeps/bootstrap.ts';
import { interquartileMean, sortedFinite } from '../../sweeps/statistics.ts';
import { cellValues, resultsOf, type CellStatistic } from '../../sweeps/summary.ts';
import { keptIterations } from '../../sweeps/sweep-size.ts';
import type { SweepMeasure } from '../../sweeps/sweep.ts';
import type { Evidence, SeriesName } from '../evidence.ts';
import type { Level, Point } from './picture.ts';

/** A distance to the best that is none. */
export const SOLVED: Level = { value: 1e-9, label: '≤ 1e−9: solved' };

/** A number with four digits: no picture shows more. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(4)) : value);

/** Interquartile mean of runs with the ends of its 95 % interval; NaN without a run. @param resamples 0 leaves the interval out */
export function middleWithInterval(
  values: readonly number[],
  resamples: number,
): readonly [middle: number, low: number, high: number] {
  const finite = sortedFinite(values);
  const middle = rounded(interquartileMean(finite));
  if (resamples === 0 || finite.length < 2 || finite[0] === finite.at(-1)) return [middle, middle, middle];
  const [low, high] = bootstrapInterval([Array.from(finite)], interquartileMean, { resamples });
  return [middle, rounded(low), rounded(high)];
}

/** Index of each label on its axis. @throws RangeError where the record does not have one */
export function cellOf(evidence: Evidence, labels: readonly string[]): number[] {
  return labels.map((label, axis) => {
    const index = evidence.labels(axis).indexOf(label);
    if (index < 0)
      throw new RangeError(
        `“${evidence.record.sweep.title}” has no ${label}; it has ${evidence.labels(axis).join(', ')}.`,
      );
    return index;
  });
}

/** A measure over the updates, of the seeds of one cell and series; what no run has is left out. */
export function curvePoints(
  evidence: Evidence,
  labels: readonly string[],
  series: SeriesName,
  measure: SweepMeasure,
  resamples: number,
): Point[] {
  const results = resultsOf(evidence.record, cellOf(evidence, labels), evidence.index(series));
  return keptIterations(evidence.record.sweep).flatMap((at, place) => {
    const [middle, low, high] = middleWithInterval(
      results.map(({ curves }) => curves[measure]?.[place] ?? NaN),
      resamples,
    );
    return Number.isFinite(middle) ? [[at, middle, low, high] as const] : [];
  });
}

/** The same with where a distance has come to nothing: the line ends there. */
export function solvedCurve(...of: Parameters<typeof curvePoints>): { points: Point[]; end: string } {
  const points = curvePoints(...of);
  const first = points.findIndex(([, middle]) => middle <= SOLVED.value);
  if (first < 0) return { points, end: '' };
  return { points: points.slice(0, first + 1), end: `solved after ${points[first]![0]}` };
}

/** One number of the seeds of a cell and series, with its interval. */
export function cellPoint(
  evidence: Evidence,
  labels: readonly string[],
  series: SeriesName,
  measure: SweepMeasure,
  statistic: CellStatistic,
  resamples: number,
): readonly [middle: number, low: number, high: number] {
  const values = cellValues(evidence.record, cellOf(evidence, labels), evidence.index(series), measure, statistic);
  return middleWithInterval(values, resamples);
}

/** Those of some labels that an axis has, or its first where it has none of them. */
export function present(labels: readonly string[], wanted: readonly string[]): readonly string[] {
  const found = wanted.filter((label) => labels.includes(label));
  return found.length > 0 ? found : labels.slice(0, 1);
}

/** "1 run", "20 seeds, bands: 95 % intervals" */
export function runsOf({ record }: Evidence): string {
  const { count } = record.sweep.seeds;
  return count === 1 ? 'one run each: nothing in it is random' : `n = ${count} seeds`;
}

/** With its intervals named. */
export function runsWithIntervals(evidence: Evidence): string {
  const { count } = evidence.record.sweep.seeds;
  return count === 1 ? runsOf(evidence) : `${runsOf(evidence)}, interquartile mean; band: its 95 % interval`;
}
