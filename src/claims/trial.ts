import type { SweepRecord, TaskResult } from '../sweeps/sweep.ts';
import type { Claim, Verdict } from './claim.ts';
import { judge } from './judge.ts';

/** The runs of a record's first seeds. */
export function withSeeds(record: SweepRecord, seeds: number): SweepRecord {
  const { first, count } = record.sweep.seeds;
  if (seeds >= count) return record;
  const results = record.results.flatMap((result): TaskResult[] => {
    const seed = result.index % count;
    if (seed >= seeds) return [];
    return [{ ...result, index: ((result.index - seed) / count) * seeds + seed }];
  });
  return { ...record, sweep: { ...record.sweep, seeds: { first, count: seeds } }, results };
}

/** What a trial comes to, and whether more seeds would be likely to say the same. */
export interface TrialVerdict {
  readonly verdict: Verdict;
  readonly clear: boolean;
  /** Why it is clear or not, in a sentence. */
  readonly sentence: string;
}

const same = (one: Verdict, other: Verdict): boolean => one.word === other.word && one.condition === other.condition;

/** Judges whole small records with one seed, with two, and so on: the picture has become clear once the verdict stays. @param taken records that are not run anew */
export function judgeTrial(
  claim: Claim,
  records: ReadonlyMap<string, SweepRecord>,
  taken: ReadonlyMap<string, SweepRecord> = new Map(),
): TrialVerdict {
  const seeds = Math.max(...[...records.values()].map(({ sweep }) => sweep.seeds.count));
  const verdicts = Array.from({ length: seeds }, (_, n) =>
    judge(
      claim,
      new Map([...taken, ...[...records].map(([file, record]) => [file, withSeeds(record, n + 1)] as const)]),
    ),
  );
  const verdict = verdicts.at(-1)!;
  if (seeds === 1) {
    const random = claim.experiments.some(({ small }) => small !== null && small.seeds > 1);
    return random
      ? { verdict, clear: false, sentence: 'One seed may be chance: try two or more.' }
      : { verdict, clear: true, sentence: 'Clear: nothing in it is random, so one run each is enough.' };
  }
  const since = verdicts.findLastIndex((other) => !same(other, verdict)) + 1;
  if (since === 0)
    return { verdict, clear: true, sentence: `Clear: with every number of seeds from 1 to ${seeds} it says the same.` };
  if (since < seeds - 1)
    return { verdict, clear: true, sentence: `Clear: from ${since + 1} seeds on it says the same.` };
  return { verdict, clear: false, sentence: `Not clear yet: the last seed changed it. More seeds may settle it.` };
}
