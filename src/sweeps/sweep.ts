import type { Measure } from '../training/measure.ts';
import type { Probe } from './probes.ts';

/** What one value of an axis sets: keys of a link (see `SweepFile.vary`), each with the text or number it is given. */
export type Settings = Readonly<Record<string, string | number>>;

/** One value of an axis. */
export interface AxisValue {
  /** As axes and legends show it. */
  readonly label: string;
  readonly set: Settings;
}

/** What is varied together. */
export interface Axis {
  readonly name: string;
  readonly values: readonly AxisValue[];
}

/** A measure of the session, or one that is computed beside it. */
export type SweepMeasure = Measure | Probe;

/** When a run counts as having arrived. */
export interface Goal {
  /** `gap`: the distance to the optimum has fallen to `share` of the first one. `final`: the return has come within `share` of
   *  the way from the first to the run's own last one (mean of its last tenth). */
  readonly measure: 'gap' | 'final';
  /** in (0, 1) */
  readonly share: number;
}

/** A sweep: every column of a link, at every combination of values of up to two axes, over seeds. */
export interface Sweep {
  readonly title: string;
  readonly about: string;
  /** Fragment of the playground's link that all runs begin with; each of its columns is a series. */
  readonly link: string;
  /** None, one or two. */
  readonly vary: readonly Axis[];
  readonly seeds: { readonly first: number; readonly count: number };
  /** Iterations of every run. */
  readonly iterations: number;
  /** What is kept of every run; the first is what charts show first. */
  readonly measures: readonly SweepMeasure[];
  /** Points kept of a curve, evenly spaced over the iterations, the first and the last included. */
  readonly points: number;
  readonly goal: Goal | null;
}

/** One run of a sweep. */
export interface SweepTask {
  /** Place in the order of the sweep: cells, then series, then seeds. */
  readonly index: number;
  /** Index of the value on each axis. */
  readonly cell: readonly number[];
  /** Column of the link. */
  readonly series: number;
  readonly seed: number;
  /** Fragment that opens this very run in the playground, alone. */
  readonly link: string;
  /** Index of the first run that is this very run, whatever its seed or its cell: the others are not done again. */
  readonly like: number;
}

/** What is kept of one run. Numbers that are none are null, infinite ones "inf" and "-inf" in files. */
export interface TaskResult {
  readonly index: number;
  /** [points] iterations that are kept */
  readonly at: readonly number[];
  /** measure → [points] */
  readonly curves: Readonly<Partial<Record<SweepMeasure, readonly number[]>>>;
  /** measure → smallest and largest over all iterations after the first that have it */
  readonly extremes: Readonly<Partial<Record<SweepMeasure, readonly [number, number]>>>;
  /** Where the goal was first reached; null where it was not, or none is set. */
  readonly reached: { readonly iteration: number; readonly steps: number; readonly milliseconds: number } | null;
  /** Digest of policy and values after the last iteration. */
  readonly digest: string;
  /** Time of all iterations: the one number that is not the same everywhere. */
  readonly milliseconds: number;
  /** Sentence on why the run stopped early, or "". */
  readonly failure: string;
}

/** A sweep with what is known of its runs so far, in order of their index: what Node writes and the page opens. */
export interface SweepRecord {
  readonly sweep: Sweep;
  readonly results: readonly TaskResult[];
  readonly made: Made;
}

/** How a record was made. */
export interface Made {
  readonly command: string;
  /** year-month-day */
  readonly date: string;
  /** of the playground */
  readonly version: string;
  /** Hash of the code that made the numbers; "" where a record is older than that. */
  readonly code: string;
}
