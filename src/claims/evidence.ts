import { interquartileMean, sortedFinite } from '../sweeps/statistics.ts';
import { cellValues, type CellStatistic } from '../sweeps/summary.ts';
import { cellsOf, columnsOf } from '../sweeps/sweep-size.ts';
import type { SweepMeasure, SweepRecord } from '../sweeps/sweep.ts';
import { ln } from '../math/ln.ts';
import { methods, type MethodKind } from '../methods/registry.ts';

/** A column of a sweep: its method, and a number from the second column of a method on. */
export type SeriesName = MethodKind | `${MethodKind} ${number}`;

/** One number of a cell, in one series. */
export interface CellNumber {
  readonly cell: readonly number[];
  readonly labels: readonly string[];
  readonly value: number;
}

/** Numbers of a record by the labels of its axes and the method of its column. What a record does not have is refused by name: nothing is judged by its absence. */
export class Evidence {
  readonly record: SweepRecord;
  readonly #series: readonly string[];

  constructor(record: SweepRecord) {
    this.record = record;
    const kinds = columnsOf(record.sweep).map(({ method }) => method);
    this.#series = kinds.map((method, index) => {
      const place = kinds.slice(0, index + 1).filter((other) => other === method).length;
      return place === 1 ? method : `${method} ${place}`;
    });
  }

  /** Labels of an axis. */
  labels(axis: number): readonly string[] {
    const found = this.record.sweep.vary[axis];
    if (found === undefined) throw new RangeError(`${this.#title} has no axis ${axis + 1}.`);
    return found.values.map(({ label }) => label);
  }

  /** Of every cell: the interquartile mean over seeds of one series. @throws RangeError for a measure or series that the record does not have */
  values(measure: SweepMeasure, statistic: CellStatistic, series: SeriesName): CellNumber[] {
    const index = this.index(series);
    if (!this.record.sweep.measures.includes(measure))
      throw new RangeError(
        `${this.#title} has no measure ${measure}; it has ${this.record.sweep.measures.join(', ')}.`,
      );
    return cellsOf(this.record.sweep).map((cell) => {
      const values = cellValues(this.record, cell, index, measure, statistic);
      return {
        cell,
        labels: cell.map((value, axis) => this.labels(axis)[value]!),
        value: interquartileMean(sortedFinite(values)),
      };
    });
  }

  /** The number of a cell, named by a label of each axis; NaN where no run has one. @throws RangeError for what the record does not have */
  at(measure: SweepMeasure, statistic: CellStatistic, labels: readonly string[], series: SeriesName): number {
    const found = this.values(measure, statistic, series).find((value) => String(value.labels) === String(labels));
    if (found === undefined)
      throw new RangeError(
        `${this.#title} has no ${labels.join(', ')}; its first is ${this.record.sweep.vary.map(({ values }) => values[0]!.label).join(', ')}.`,
      );
    return found.value;
  }

  /** Index of a series. @throws RangeError where there is none */
  index(series: SeriesName): number {
    const index = this.#series.indexOf(series);
    if (index < 0) throw new RangeError(`${this.#title} has no column ${series}; it has ${this.#series.join(', ')}.`);
    return index;
  }

  get #title(): string {
    return `“${this.record.sweep.title}”`;
  }
}

/** What people call a series: "WPO". */
export function nameOf(series: SeriesName): string {
  return methods[series.split(' ', 1)[0] as MethodKind].short;
}

/** Of every cell where both have a number: one series' over another's. */
export function ratios(one: readonly CellNumber[], other: readonly CellNumber[]): number[] {
  return one.flatMap(({ value, cell }) => {
    const beside = other.find((it) => String(it.cell) === String(cell));
    const ratio = value / (beside?.value ?? NaN);
    return Number.isFinite(ratio) ? [ratio] : [];
  });
}

/** The least of some numbers. */
export const least = (values: readonly number[]): number =>
  values.reduce((smallest, value) => (value < smallest ? value : smallest), Infinity);

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
