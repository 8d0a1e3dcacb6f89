import { expect, test } from 'vitest';
import { cellTable, cellValues, curveBand, resultsOf } from './summary.ts';
import { runAll, sweepOf } from './testing-sweeps.ts';
import type { SweepRecord, TaskResult } from './sweep.ts';

const sweep = sweepOf({
  link: 'world=chain&run=kl&run=wasserstein',
  vary: [{ key: 'gamma', values: [0.9, 0.95] }],
  seeds: 4,
  iterations: 2,
  measures: ['gap', 'beta'],
});
const made = { command: '', date: '', version: '', code: '' };
const [run] = await runAll({ ...sweep, seeds: { first: 1, count: 1 }, vary: [] });

/** A result whose gap ends at the run's index. */
const result = (index: number, extra: Partial<TaskResult> = {}): TaskResult => ({
  ...run!,
  index,
  curves: { gap: [index + 2, index + 1, index], beta: [NaN, Infinity, 1] },
  extremes: { gap: [index, index + 1], beta: [1, Infinity] },
  reached: index % 2 === 0 ? { iteration: index, steps: index * 10, milliseconds: index * 100 } : null,
  ...extra,
});
const record: SweepRecord = { sweep, made, results: [0, 1, 2, 3, 4, 5, 8, 12, 13, 14].map((index) => result(index)) };

test('the results of a cell and series are those of its seeds that are there', () => {
  const indices = (cell: number[], series: number) => resultsOf(record, cell, series).map(({ index }) => index);
  expect(indices([0], 0)).toEqual([0, 1, 2, 3]);
  expect(indices([0], 1)).toEqual([4, 5]);
  expect(indices([1], 0)).toEqual([8]);
  expect(indices([1], 1)).toEqual([12, 13, 14]);
});

test('a band is the interquartile mean of the seeds, inside its interval', () => {
  const { at, middle, low, high, n } = curveBand(record, [0], 0, 'gap');
  expect(at).toEqual([0, 1, 2]);
  expect(middle).toEqual([3.5, 2.5, 1.5]);
  expect(n).toEqual([4, 4, 4]);
  middle.forEach((value, place) => {
    expect(low[place]).toBeLessThan(value);
    expect(high[place]).toBeGreaterThan(value);
  });
});

test('what is no finite number is left out, and n says so', () => {
  expect(curveBand(record, [0], 0, 'beta')).toEqual({
    at: [0, 1, 2],
    middle: [NaN, NaN, 1],
    low: [NaN, NaN, 1],
    high: [NaN, NaN, 1],
    n: [0, 0, 4],
  });
  expect(curveBand(record, [0], 0, 'kl').n).toEqual([0, 0, 0]);
});

test('a table has a number for every cell and series', () => {
  const table = cellTable(record, 'gap', 'final');
  expect(table.map(({ cell, series, n, of }) => [...cell, series, n, of])).toEqual([
    [0, 0, 4, 4],
    [0, 1, 2, 2],
    [1, 0, 1, 1],
    [1, 1, 3, 3],
  ]);
  expect(table.map(({ value }) => value)).toEqual([1.5, 4.5, 8, 13]);
  expect(cellTable(record, 'gap', 'largest').map(({ value }) => value)).toEqual([2.5, 5.5, 9, 14]);
  expect(cellTable(record, 'beta', 'smallest')[0]).toMatchObject({ value: 1, n: 4 });
  expect(cellTable(record, 'beta', 'largest')[0]).toMatchObject({ value: NaN, n: 0, of: 4 });
});

test('goals count only the runs that reached them', () => {
  expect(cellValues(record, [1], 1, 'gap', 'goalIteration')).toEqual([12, NaN, 14]);
  expect(cellTable(record, 'gap', 'goalIteration')[3]).toMatchObject({ value: 13, n: 2, of: 3 });
  expect(cellTable(record, 'gap', 'goalSteps')[3]).toMatchObject({ value: 130 });
  expect(cellTable(record, 'gap', 'goalMilliseconds')[3]).toMatchObject({ value: 1300 });
});
