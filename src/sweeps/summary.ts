import { bootstrapInterval } from './bootstrap.ts';
import { interquartileMean, sortedFinite } from './statistics.ts';
import { cellsOf, columnsOf, firstIndex, keptIterations } from './sweep-size.ts';
import type { SweepMeasure, SweepRecord, TaskResult } from './sweep.ts';

/** What one number of a run is. The mean is over the points kept, extremes are those of all iterations after the first. */
export type CellStatistic =
  'final' | 'mean' | 'smallest' | 'largest' | 'goalIteration' | 'goalSteps' | 'goalMilliseconds';

/** A measure over the iterations of all seeds: arrays [points]. Non-finite values are left out; without any, a point is NaN. */
export interface CurveBand {
  readonly at: readonly number[];
  /** Interquartile mean of the seeds. */
  readonly middle: readonly number[];
  /** Its 95 % bootstrap interval. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** How many runs count at each point. */
  readonly n: readonly number[];
}

/** One number of a cell and series. */
export interface CellValue {
  readonly cell: readonly number[];
  readonly series: number;
  /** Interquartile mean of the seeds, NaN without any; and its 95 % bootstrap interval. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many runs count, of how many that ended. */
  readonly n: number;
  readonly of: number;
}

/** Results by index, of records that were asked before. */
const known = new WeakMap<SweepRecord, ReadonlyMap<number, TaskResult>>();

/** The results of a cell and series that are there, in order of their seeds; those that failed are among them. */
export function resultsOf(record: SweepRecord, cell: readonly number[], series: number): TaskResult[] {
  let results = known.get(record);
  if (results === undefined) {
    results = new Map(record.results.map((result) => [result.index, result]));
    known.set(record, results);
  }
  const first = firstIndex(record.sweep, cell, series);
  const found: TaskResult[] = [];
  for (let index = first; index < first + record.sweep.seeds.count; index += 1) {
    const result = results.get(index);
    if (result !== undefined) found.push(result);
  }
  return found;
}

/** The curve of a measure over the seeds of a cell and series. */
export function curveBand(...of: Parameters<typeof curveBandSteps>): CurveBand {
  const steps = curveBandSteps(...of);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same, a point at a time: whoever must answer meanwhile waits between them. */
export function* curveBandSteps(
  record: SweepRecord,
  cell: readonly number[],
  series: number,
  measure: SweepMeasure,
): Generator<undefined, CurveBand> {
  const curves = resultsOf(record, cell, series).map((result) => result.curves[measure] ?? []);
  const at = keptIterations(record.sweep);
  const points: ReturnType<typeof summed>[] = [];
  for (const place of at.keys()) {
    points.push(summed(curves.map((curve) => curve[place] ?? NaN)));
    yield;
  }
  return {
    at,
    middle: points.map(({ value }) => value),
    low: points.map(({ low }) => low),
    high: points.map(({ high }) => high),
    n: points.map(({ n }) => n),
  };
}

/** One number of every cell and series, in the order of the sweep. */
export function cellTable(record: SweepRecord, measure: SweepMeasure, statistic: CellStatistic): CellValue[] {
  return cellsOf(record.sweep).flatMap((cell) =>
    columnsOf(record.sweep).map((_, series) => {
      const values = cellValues(record, cell, series, measure, statistic);
      return { cell, series, ...summed(values), of: values.length };
    }),
  );
}

/** One number of each run of a cell and series that ended, NaN where it has none: what comparisons take as a stratum, without NaN. */
export function cellValues(
  record: SweepRecord,
  cell: readonly number[],
  series: number,
  measure: SweepMeasure,
  statistic: CellStatistic,
): number[] {
  return resultsOf(record, cell, series).map((result) => runValue(result, measure, statistic));
}

function runValue({ curves, extremes, reached }: TaskResult, measure: SweepMeasure, statistic: CellStatistic): number {
  switch (statistic) {
    case 'final':
      return curves[measure]?.at(-1) ?? NaN;
    case 'mean':
      return mean(curves[measure] ?? []);
    case 'smallest':
      return extremes[measure]?.[0] ?? NaN;
    case 'largest':
      return extremes[measure]?.[1] ?? NaN;
    case 'goalIteration':
      return reached?.iteration ?? NaN;
    case 'goalSteps':
      return reached?.steps ?? NaN;
    case 'goalMilliseconds':
      return reached?.milliseconds ?? NaN;
  }
}

/** Of what is finite; NaN of nothing. */
function mean(values: readonly (number | null)[]): number {
  const finite = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
}

function summed(values: readonly number[]): { value: number; low: number; high: number; n: number } {
  const finite = sortedFinite(values);
  const [low, high] = bootstrapInterval([Array.from(finite)], interquartileMean);
  return { value: interquartileMean(finite), low, high, n: finite.length };
}
