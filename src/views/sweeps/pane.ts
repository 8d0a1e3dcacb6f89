import type { SweepRunner } from '../../playground/sweep-runner.ts';
import type { Series } from '../../sweeps/series-names.ts';
import type { SweepMeasure, SweepRecord } from '../../sweeps/sweep.ts';

/** What every part of the results is given. */
export interface PaneProps {
  readonly runner: SweepRunner;
  readonly record: SweepRecord;
  readonly series: readonly Series[];
  readonly measure: SweepMeasure;
}
