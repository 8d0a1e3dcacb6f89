import type { RunSettings } from '../../config/run-fields.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import type { StreamDealer } from '../../math/random.ts';
import type { StepRecord } from '../frame.ts';
import type { Actors } from './actors.ts';
import type { SlicePoints, SliceView } from './slice.ts';

/** What one iteration is made with. */
export interface IterationSettings {
  readonly iteration: number;
  readonly run: RunSettings;
  readonly training: TrainingSettings;
  readonly lambda: number;
  readonly lastOptimum: { readonly beta: number; readonly iteration: number } | null;
}

/** What one iteration was: the multiplier, and the measures of the fitted step over the batch. */
export interface IterationReport {
  /** Null while only data was collected. */
  readonly step: StepRecord | null;
  /** δ, NaN without one */
  readonly radius: number;
  /** left side of the constraint, of the target */
  readonly spent: number;
  /** transport cost of the target's plan */
  readonly transport: number;
  /** of the fitted step */
  readonly variation: number;
  readonly kl: number;
  readonly wasserstein: number;
  readonly sinkhorn: number;
  /** of the fitted policy, in nats */
  readonly entropy: number;
  /** mean squared error of the critic, in units of the value scale squared */
  readonly criticLoss: number;
  /** how far the fitted policy is from its target */
  readonly fitError: number;
  readonly note: string;
}

/** A policy and its critic in training on one task. */
export interface Learner {
  readonly actors: Actors;
  /** One iteration: act, estimate, move mass, fit. Every random number comes from the dealer. */
  readonly iterate: (settings: IterationSettings, dealer: StreamDealer) => IterationReport;
  /** What the policy and its last step look like on a slice. @param state the cell whose plan is wanted */
  readonly view: (
    points: SlicePoints,
    state: number,
    settings: IterationSettings,
    step: StepRecord | null,
  ) => SliceView;
  /** Every number of the policy and the critic, for the digest. */
  readonly numbers: () => { readonly policy: Float32Array; readonly critic: Float32Array };
  readonly snapshot: () => unknown;
  /** Whether nothing that a snapshot rests on has been overwritten. */
  readonly keeps: (snapshot: unknown) => boolean;
  /** Goes back to a snapshot of this learner that it keeps. */
  readonly restore: (snapshot: unknown) => void;
  readonly dispose: () => void;
}
