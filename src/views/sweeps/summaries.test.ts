import { expect, test } from 'vitest';
import { runAll, sweepOf } from '../../sweeps/testing-sweeps.ts';
import { overallOf, type Overall } from './summaries.ts';

test('a profile of runs that all came to the same has a width, and falls from 1 to 0 in it', async () => {
  const sweep = sweepOf({ link: 'world=chain&run=kl', vary: [], seeds: 3, iterations: 2, measures: ['return'] });
  const record = { sweep, made: { command: '', date: '', version: '', code: '' }, results: await runAll(sweep) };
  const { thresholds, profiles } = finished(overallOf(record, 1, 'return', 'final', 'higher'));
  expect(thresholds.at(-1)!).toBeGreaterThan(thresholds[0]!);
  const shares = profiles[0]!.map(({ value }) => value);
  expect(shares[0]).toBe(1);
  expect(shares.at(-1)).toBe(0);
});

test('where lower is better, whoever is lower is ahead, and profiles count what is at a threshold or below', async () => {
  const sweep = sweepOf({
    link: 'world=chain&run=kl,delta:0.001&run=kl,delta:0.1',
    vary: [],
    iterations: 5,
    measures: ['gap'],
  });
  const record = { sweep, made: { command: '', date: '', version: '', code: '' }, results: await runAll(sweep) };
  const [slow, fast] = record.results.map(({ curves }) => curves.gap!.at(-1)!) as [number, number];
  expect(fast).toBeLessThan(slow);
  const lower = finished(overallOf(record, 2, 'gap', 'final', 'lower'));
  expect(lower.ahead[1]![0]!.value).toBe(1);
  expect(lower.ahead[0]![1]!.value).toBe(0);
  expect(lower.profiles[1]!.map(({ value }) => value).at(-1)).toBe(1);
  for (const profile of lower.profiles) {
    for (const { value, low, high } of profile) expect(low <= value && value <= high).toBe(true);
  }
  const neither = finished(overallOf(record, 2, 'gap', 'final', null));
  expect(neither.ahead[1]![0]!.value).toBe(0);
});

function finished(work: Generator<undefined, Overall>): Overall {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
