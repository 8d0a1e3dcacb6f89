import { interquartileMean, sortedFinite } from '../sweeps/statistics.ts';
import { cellValues, type CellStatistic } from '../sweeps/summary.ts';
import { cellsOf, columnsOf } from '../sweeps/sweep-size.ts';
import type { SweepMeasure, SweepRecord } from '../sweeps/sweep.ts';
import { ln } from '../math/ln.ts';

/** One number of a cell and series. */
interface CellNumber {
  readonly cell: readonly number[];
  readonly labels: readonly string[];
  readonly series: number;
  readonly value: number;
}

/** Numbers of a record by the labels of its axes and its column. */
export class Evidence {
  readonly record: SweepRecord;
  /** Labels of an axis. */
  readonly labels: (axis: number) => readonly string[];

  constructor(record: SweepRecord) {
    this.record = record;
    this.labels = (axis) => record.sweep.vary[axis]?.values.map(({ label }) => label) ?? [];
  }

  /** Of every cell and series: the interquartile mean over seeds. */
  values(measure: SweepMeasure, statistic: CellStatistic): CellNumber[] {
    return cellsOf(this.record.sweep).flatMap((cell) =>
      columnsOf(this.record.sweep).map((_, series) => {
        const values = cellValues(this.record, cell, series, measure, statistic);
        const labels = cell.map((index, axis) => this.labels(axis)[index]!);
        return { cell, labels, series, value: interquartileMean(sortedFinite(values)) };
      }),
    );
  }

  /** The number of a cell, named by labels, and series; NaN where there is none. */
  at(measure: SweepMeasure, statistic: CellStatistic, labels: readonly string[], series: number): number {
    const found = this.values(measure, statistic).find(
      (value) => value.series === series && labels.every((label, axis) => value.labels[axis] === label),
    );
    return found?.value ?? NaN;
  }
}

/** Slope of the least-squares line through (ln x, ln y), over the pairs where both are above 0. */
export function logSlope(pairs: readonly (readonly [number, number])[]): number {
  const points = pairs.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [ln(x), ln(y)] as const);
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const along = points.reduce((sum, [x]) => sum + (x - meanX) * (x - meanX), 0);
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / along;
}

export function middle(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Three digits, as a reader says them: 0.0123, 38, 3,664, −1.2e−9. */
export function said(value: number): string {
  if (Number.isNaN(value)) return 'none';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size >= 1e6 || size < 1e-3
      ? value.toExponential(1)
      : size >= 1000
        ? Math.round(value).toLocaleString('en')
        : String(Number(value.toPrecision(3)));
  return text.replaceAll('-', '−');
}

/** 12 %, +12 % or −12 % of a ratio − 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`.replace('-', '−');
}
