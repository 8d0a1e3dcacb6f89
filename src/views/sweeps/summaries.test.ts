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

function finished(work: Generator<undefined, Overall>): Overall {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
