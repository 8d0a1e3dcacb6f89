import type { CellStatistic } from '../sweeps/summary.ts';
import type { SweepMeasure } from '../sweeps/sweep.ts';
import type { Evidence } from './evidence.ts';
import type { Drawing } from './pictures/picture.ts';

/** What an experiment says of a claim. */
export type Word = 'not run' | 'holds' | 'holds under conditions' | 'does not hold here' | 'seen';

/** A verdict: its word, the condition under which it holds in a few words, and sentences with the numbers that it rests on. */
export interface Verdict {
  readonly word: Word;
  readonly condition: string;
  readonly sentences: readonly string[];
}

/** What a test found in the numbers; `holds` is null where it only tells what is seen. */
export interface Finding {
  readonly holds: boolean | null;
  /** "" where another test says it. */
  readonly sentence: string;
}

/** One question to the records of some sweeps. */
export interface Test {
  readonly name: string;
  /** The files whose records it reads. */
  readonly needs: readonly string[];
  /** Given the records in that order. @throws RangeError where a record lacks what is asked of it */
  readonly finds: (...evidence: readonly Evidence[]) => Finding;
}

/** A table of a sweep that a claim shows. */
export interface Shown {
  readonly title: string;
  readonly measure: SweepMeasure;
  readonly statistic: CellStatistic;
}

/** How much of a sweep is run in the page, in a few seconds. */
export interface Small {
  readonly iterations: number;
  readonly seeds: number;
  /** Indices of the values that stay on each axis; all without it. */
  readonly keep?: readonly (readonly number[])[];
}

/** A sweep of a claim: its file in public/claims, what is shown of it, and what of it runs in the page. */
interface Experiment {
  readonly file: string;
  readonly shows: readonly Shown[];
  /** Null where even a small version takes minutes. */
  readonly small: Small | null;
}

/** A sentence of the abstract, or what our reader wants beside it, with its experiments. */
export interface Claim {
  readonly id: string;
  readonly title: string;
  /** In the paper's sense. */
  readonly sense: string;
  /** Why it comes out as it does, for a student; words in brackets are explained: "[[movement|how far it moves]]". */
  readonly why: readonly string[];
  readonly drawing: Drawing;
  readonly experiments: readonly Experiment[];
  /** Which of the authors' own logged numbers belong beside it: worlds, and what a row's name contains. */
  readonly authors: { readonly worlds: readonly string[]; readonly names: readonly string[] } | null;
  readonly tests: readonly Test[];
  /** The verdict's word and condition, once every test has been run, of what held. */
  readonly concludes: (held: (test: string) => boolean) => { readonly word: Word; readonly condition: string };
}
