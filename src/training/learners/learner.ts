import type { TrainingSettings } from '../../config/training-fields.ts';
import type { StreamDealer } from '../../math/random.ts';
import type { RunConfig } from '../../methods/registry.ts';
import type { Point } from '../../trust-regions/trust-region.ts';
import type { VectorEnv } from '../experience/vector-env.ts';
import type { CategoricalFrame, Frame, GaussianFrame } from '../frame.ts';
import type { Measures } from '../measure.ts';
import type { SlicePoints } from './slice-points.ts';
import type { Part } from './snapshot.ts';

/** What one iteration is made with. */
export interface IterationSettings {
  readonly iteration: number;
  readonly run: RunConfig;
  readonly training: TrainingSettings;
  /** What the method keeps of earlier steps; the learner does not change it. */
  readonly memory: unknown;
}

/** What one iteration was. */
export interface IterationReport {
  /** Null while only data was collected. */
  readonly point: Point | null;
  /** δ, NaN without one */
  readonly radius: number;
  /** Steps of the simulator beyond those that were acted. */
  readonly ahead: number;
  /** Of the step over the batch, and of the fit. */
  readonly measures: Measures;
  readonly note: string;
}

/** What a learner tells of a slice: its part of a frame. */
export type SliceContent =
  | Pick<CategoricalFrame, 'kind' | 'value' | 'policy' | 'previous' | 'advantage' | 'cost' | 'target'>
  | Pick<GaussianFrame, 'kind' | 'value' | 'gaussian' | 'particles'>;

/** What a frame looks at: the cells of a slice, the one of them whose plan is wanted, and the step that was made. */
export interface Looked {
  readonly points: SlicePoints;
  readonly state: number;
  readonly settings: IterationSettings;
  readonly point: Frame['point'];
}

/** A policy and its critic in training on one task. */
export interface Learner extends Part {
  readonly env: VectorEnv;
  /** One iteration: act, estimate, move mass, fit. Every random number comes from the dealer. */
  readonly iterate: (settings: IterationSettings, dealer: StreamDealer) => IterationReport;
  /** What the policy and its last step look like on a slice. */
  readonly content: (looked: Looked) => SliceContent;
  /** Every number of the policy and the critic, for the digest. */
  readonly numbers: () => { readonly policy: Float32Array; readonly critic: Float32Array };
  /** Whether nothing that a snapshot rests on has been overwritten. */
  readonly keeps: (snapshot: unknown) => boolean;
  readonly dispose: () => void;
}
