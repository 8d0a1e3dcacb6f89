import { expect, test } from 'vitest';
import { mergeRecords, missing, readRecord, recordText } from './record.ts';
import { runAll, sweepOf } from './testing-sweeps.ts';
import type { SweepRecord } from './sweep.ts';

const made = { command: 'npm run --silent sweep -- x.json', date: '2026-11-30', version: '0.1.0', code: '' };
const sweep = sweepOf({
  vary: [{ key: 'run.delta', values: [0.01, 0] }],
  seeds: 2,
  measures: ['return', 'beta', 'improvement', 'elapsed'],
  goal: { measure: 'gap', share: 0.5 },
});
const whole: SweepRecord = { sweep, made, results: await runAll(sweep) };
const part = (...indices: number[]): SweepRecord => ({
  ...whole,
  results: whole.results.filter(({ index }) => indices.includes(index)),
});

function recordOf(read: ReturnType<typeof readRecord>): SweepRecord {
  if ('problem' in read) throw new Error(read.problem);
  return read.record;
}
const problemOf = (value: unknown): string => {
  const read = readRecord(value);
  return 'problem' in read ? read.problem : 'none';
};

test('a record that was written reads as itself, to the last digit, with NaN and infinities', () => {
  // a radius of 0 has β = ∞
  expect(whole.results[2]!.curves.beta!.slice(0, 2)).toEqual([NaN, Infinity]);
  const text = recordText(whole);
  expect(recordOf(readRecord(JSON.parse(text)))).toEqual(whole);
  expect(text).toContain('"inf"');
  expect(recordText(recordOf(readRecord(JSON.parse(text))))).toBe(text);
});

test('a record has one result a line', () => {
  const lines = recordText(whole).trimEnd().split('\n');
  expect(lines).toHaveLength(3 + 4 + 1);
  expect(lines.filter((line) => line.startsWith('{"index":'))).toHaveLength(4);
  expect(recordOf(readRecord(JSON.parse(recordText(part()))))).toEqual(part());
});

test('what a record lacks is what other records bring, in whatever order they come', () => {
  expect(missing(whole)).toEqual([]);
  expect(missing(part(0, 3)).map(({ index }) => index)).toEqual([1, 2]);
  expect(mergeRecords([part(3, 1), part(2), part(0)])).toEqual({ record: whole });
});

test('runs that are there twice must agree, but for the clock', () => {
  const [first] = whole.results;
  const slower = { ...first!, milliseconds: 1e6, curves: { ...first!.curves, elapsed: first!.at.map(() => 5) } };
  const reached = { ...first!.reached!, milliseconds: 77 };
  const other = { ...whole, results: [{ ...slower, reached }] };
  expect(mergeRecords([whole, other])).toEqual({ record: whole });
  const changed = { ...whole, results: [{ ...first!, digest: '0' }] };
  expect(mergeRecords([whole, changed])).toEqual({ problem: 'Run 0 is in two records, and not the same in both.' });
});

test('records of two sweeps are not put together, nor none', () => {
  const problem = 'A record is of another sweep, "A test"; expected is "A test" as the first has it.';
  expect(mergeRecords([whole, { ...whole, sweep: { ...sweep, iterations: 6 } }])).toEqual({ problem });
  expect(mergeRecords([])).toEqual({ problem: 'There are 0 records; expected is at least one.' });
});

const plain = () => JSON.parse(recordText(whole)) as Record<string, unknown> & { results: Record<string, unknown>[] };

test.each<[string, (record: ReturnType<typeof plain>) => unknown, string]>([
  ['nothing', () => null, 'The record is "null"; expected is an object with sweep, made and results.'],
  ['another sweep', (record) => ({ ...record, sweep: {} }), 'The sweep’s title is missing.'],
  ['no maker', ({ sweep: kept, results }) => ({ sweep: kept, results }), 'The record’s made is missing.'],
  [
    'a stranger',
    (record) => ({ ...record, results: [{ ...record.results[0], index: 4 }] }),
    'A result is of run 4; expected is one below 4.',
  ],
  [
    'a twin',
    (record) => ({ ...record, results: [record.results[0], record.results[0]] }),
    'The result of run 0 is there twice; expected is one.',
  ],
  [
    'text for a number',
    (record) => ({ ...record, results: [{ ...record.results[0], milliseconds: 'x' }] }),
    'A result’s milliseconds is "x"; expected is a number, null, "inf" or "-inf".',
  ],
  [
    'other points',
    (record) => ({ ...record, results: [{ ...record.results[0], at: [0, 1] }] }),
    'The curves of run 0 do not have the points and measures of the sweep.',
  ],
  [
    'a short curve',
    (record) => ({ ...record, results: [{ ...record.results[0], curves: { return: [1] } }] }),
    'The curves of run 0 do not have the points and measures of the sweep.',
  ],
  [
    'a measure of its own',
    (record) => ({ ...record, results: [{ ...record.results[0], curves: { beauty: [1] } }] }),
    'A result’s curves.beauty is "beauty"; expected is a measure.',
  ],
  [
    'too many points',
    (record) => ({ ...record, results: [{ ...record.results[0], curves: { return: Array(201).fill(0) } }] }),
    'expected is at most 200 points.',
  ],
  [
    'too many results',
    (record) => ({ ...record, results: Array(20_001).fill(0) }),
    'expected is at most 20000 results.',
  ],
])('a record with %s is refused in a sentence', (_, change, problem) => {
  expect(problemOf(change(plain()))).toContain(problem);
});
