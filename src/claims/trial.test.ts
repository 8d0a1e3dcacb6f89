import { describe, expect, it } from 'vitest';
import { claims } from './registry.ts';
import { committedRecord } from './testing-records.ts';
import { judgeTrial, withSeeds } from './trial.ts';
import { taskCount } from '../sweeps/sweep-size.ts';

const scarcity = claims.find(({ id }) => id === 'scarcity')!;
const few = committedRecord('4-few');
const bias = committedRecord('4-bias');
const records = (seeds: number) =>
  new Map([
    ['4-few', withSeeds(few, seeds)],
    ['4-bias', withSeeds(bias, seeds)],
  ]);

describe('a record with fewer seeds', () => {
  it('has the first ones of every cell and column', () => {
    const two = withSeeds(few, 2);
    expect(two.results).toHaveLength(taskCount(two.sweep));
    expect(two.results.map(({ index }) => index)).toEqual(two.results.map((_, n) => n));
    expect(two.results[2]!.digest).toBe(few.results[few.sweep.seeds.count]!.digest);
    expect(withSeeds(few, 99)).toBe(few);
  });
});

describe('a trial', () => {
  it('is not clear with one seed where chance plays a part', () => {
    expect(judgeTrial(scarcity, records(1))).toMatchObject({
      clear: false,
      sentence: expect.stringMatching(/One seed/),
    });
  });

  it('is clear at once where nothing is random', () => {
    const split = new Map([['8-split', committedRecord('8-split')]]);
    const claim = { ...scarcity, experiments: [{ file: '8-split', shows: [], small: { iterations: 1, seeds: 1 } }] };
    expect(judgeTrial(claim, split)).toMatchObject({
      clear: true,
      sentence: expect.stringMatching(/nothing in it is random/),
    });
  });

  it('is clear where seeds do not change what is said', () => {
    const { verdict, clear } = judgeTrial(scarcity, records(4));
    expect(clear).toBe(true);
    expect(verdict.word).toBe('holds under conditions');
  });

  it('is not clear where the last seed turned it', () => {
    const three = withSeeds(bias, 3);
    const results = three.results.map((result) => ({
      ...result,
      curves: {
        ...result.curves,
        // the third seed of WPO, with an error, loses everything
        sampledReturn:
          result.index % 3 === 2 && Math.floor(result.index / 3) === 10
            ? result.curves.sampledReturn!.map(() => -1e9)
            : result.curves.sampledReturn!,
      },
    }));
    const told = judgeTrial(scarcity, new Map([...records(3), ['4-bias', { ...three, results }]]));
    expect(told.verdict.word).toBe('does not hold here');
    expect(told).toMatchObject({ clear: false, sentence: expect.stringMatching(/Not clear yet/) });
  });

  it('says from which seed on it stays', () => {
    const six = withSeeds(bias, 6);
    const results = six.results.map((result) => ({
      ...result,
      curves: {
        ...result.curves,
        // the first seed of WPO, with an error, loses everything: an interquartile mean of four seeds leaves it out
        sampledReturn:
          result.index % 6 === 0 && Math.floor(result.index / 6) === 10
            ? result.curves.sampledReturn!.map(() => -1e9)
            : result.curves.sampledReturn!,
      },
    }));
    const told = judgeTrial(scarcity, new Map([...records(6), ['4-bias', { ...six, results }]]));
    expect(told).toMatchObject({ clear: true, sentence: 'Clear: from 4 seeds on it says the same.' });
  });
});
