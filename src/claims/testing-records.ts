import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readRecord } from '../sweeps/record.ts';
import { columnsOf } from '../sweeps/sweep-size.ts';
import type { SweepMeasure, SweepRecord, TaskResult } from '../sweeps/sweep.ts';
import type { CellStatistic } from '../sweeps/summary.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'public', 'claims');

export const readClaimsJson = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));

/** The committed results of a sweep. */
export function committedRecord(file: string): SweepRecord {
  const read = readRecord(readClaimsJson(`results/${file}`));
  if ('problem' in read) throw new Error(read.problem);
  return read.record;
}

/** What of a record is changed: labels that a cell must have, and columns by their place. */
interface Where {
  readonly labels?: readonly string[];
  readonly columns?: readonly number[];
  readonly measure: SweepMeasure;
  readonly statistic: CellStatistic;
}

/** A record with some of its numbers turned into others. */
export function tipped(record: SweepRecord, where: Where, turn: (value: number) => number): SweepRecord {
  const { sweep } = record;
  const columns = columnsOf(sweep).length;
  let touched = 0;
  const results = record.results.map((result) => {
    const place = Math.floor(result.index / sweep.seeds.count);
    if (where.columns?.includes(place % columns) === false) return result;
    const labels = labelsAt(record, Math.floor(place / columns));
    if (where.labels?.every((label) => labels.includes(label)) === false) return result;
    touched += 1;
    return turned(result, where, turn);
  });
  if (touched === 0) throw new Error(`“${sweep.title}” has nothing of ${where.labels?.join(', ')}.`);
  return { ...record, results };
}

function labelsAt({ sweep }: SweepRecord, cell: number): string[] {
  const labels: string[] = [];
  let rest = cell;
  for (const { values } of sweep.vary.toReversed()) {
    labels.unshift(values[rest % values.length]!.label);
    rest = Math.floor(rest / values.length);
  }
  return labels;
}

function turned(result: TaskResult, { measure, statistic }: Where, turn: (value: number) => number): TaskResult {
  const { curves, extremes, reached } = result;
  const curve = curves[measure] ?? [];
  const [least, most] = extremes[measure] ?? [NaN, NaN];
  switch (statistic) {
    case 'final':
      return { ...result, curves: { ...curves, [measure]: [...curve.slice(0, -1), turn(curve.at(-1)!)] } };
    case 'mean':
      return { ...result, curves: { ...curves, [measure]: curve.map(turn) } };
    case 'smallest':
      return { ...result, extremes: { ...extremes, [measure]: [turn(least), most] } };
    case 'largest':
      return { ...result, extremes: { ...extremes, [measure]: [least, turn(most)] } };
    case 'goalIteration':
    case 'goalSteps':
    case 'goalMilliseconds': {
      const before = reached ?? { iteration: 100, steps: 100, milliseconds: 100 };
      return { ...result, reached: { ...before, iteration: turn(before.iteration) } };
    }
  }
}
