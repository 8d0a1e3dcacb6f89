import type { CostSetting } from './action-costs.ts';
import type { Point } from '../trust-regions/trust-region.ts';

/** What a column draws at one iteration, whatever is trained. All arrays can be transferred. */
interface AnyFrame {
  readonly iteration: number;
  /** Where the last step stands on its method's path; null at iteration 0. */
  readonly point: Point | null;
  /** Measures of this iteration [MEASURES]. */
  readonly row: Float64Array;
  /** One row of measures for each iteration since the last frame, [rows·MEASURES]. */
  readonly rows: Float64Array;
  /** True when further steps would change nothing. */
  readonly settled: boolean;
  /** A sentence about the last step that the reader should know, or "". */
  readonly note: string;
}

/** Rows over states, and the step that made them. */
interface Rows {
  /** π_k [S·N] */
  readonly policy: Float64Array;
  /** π_{k−1} [S·N]; π_0 at iteration 0 */
  readonly previous: Float64Array;
  /** A [S·N] that made the last step; zeros at iteration 0 */
  readonly advantage: Float64Array;
  /** The action cost of the last step, and of the next one at iteration 0. */
  readonly cost: CostSetting;
}

/** A table: every state of a finite world. */
export interface TableFrame extends AnyFrame, Rows {
  readonly kind: 'table';
  /** ρ [S] of the last step */
  readonly weight: Float64Array;
  /** [S] 1 where the last step could change the policy */
  readonly known: Uint8Array;
  /** V [S] of π_k, exact */
  readonly value: Float64Array;
}

/** Networks in a physics task: states are the cells of the slice that is looked at. */
interface SliceFrame extends AnyFrame {
  /** Index of the slice. */
  readonly slice: number;
  /** V [S] by the critic */
  readonly value: Float64Array;
  /** The last episode that ended, and the best one so far; null before the first. */
  readonly latest: Episode | null;
  readonly best: Episode | null;
}

/** A network over a few actions. */
export interface CategoricalFrame extends SliceFrame, Rows {
  readonly kind: 'discrete';
  /** The rows [S·N] that the network was fitted to; null where it was fitted to none. */
  readonly target: Float64Array | null;
}

/** A network over an action box. */
export interface GaussianFrame extends SliceFrame {
  readonly kind: 'continuous';
  readonly gaussian: GaussianSlice;
  /** After the first step. */
  readonly particles: ParticlePlan | null;
}

/** Everything that a column draws at one iteration, by what is trained. */
export type Frame = TableFrame | CategoricalFrame | GaussianFrame;

/** A Gaussian policy over a slice, in the box scaled to [−1, 1]: [S·D] each, the mass beyond the box counts at its edge. */
export interface GaussianSlice {
  readonly mean: Float64Array;
  /** standard deviations */
  readonly std: Float64Array;
  readonly previousMean: Float64Array;
  readonly previousStd: Float64Array;
}

/** The last step at one state of the slice with continuous actions: n particles of the old policy, and where their mass went. */
export interface ParticlePlan {
  /** State of the slice. */
  readonly state: number;
  /** [n·D] in [−1, 1], drawn from the old policy */
  readonly particles: Float64Array;
  /** [n] what they are worth, less the mean */
  readonly advantage: Float64Array;
  /** [n] the non-parametric new row; the old one is 1/n each */
  readonly target: Float64Array;
  /** [n·n] mass from particle j to particle i, row i */
  readonly plan: Float64Array;
  /** M [n·n] from column j to row i */
  readonly cost: Float64Array;
  /** [(steps+1)·variables] what the simulator made of the best particle and of the worst, from the state on; null where nothing was simulated. */
  readonly branches: { readonly best: Float64Array; readonly worst: Float64Array } | null;
}

/** One episode as it was acted: what the scene plays. */
export interface Episode {
  /** [steps+1 · variables] states, the first one included */
  readonly states: Float32Array;
  /** Σ rewards */
  readonly total: number;
  /** Steps acted; a recording may hold only the first states. */
  readonly steps: number;
}

/** The buffers of a frame, to be handed over instead of copied. Episodes are kept by their session, and copied. */
export function transferables(frame: Frame): ArrayBuffer[] {
  return [...new Set([frame.row, frame.rows, ...drawn(frame)].map((array) => array.buffer as ArrayBuffer))];
}

function drawn(frame: Frame): (Float64Array | Uint8Array)[] {
  switch (frame.kind) {
    case 'table':
      return [frame.policy, frame.previous, frame.advantage, frame.weight, frame.known, frame.value];
    case 'discrete': {
      const { policy, previous, advantage, value, target } = frame;
      return [policy, previous, advantage, value, ...(target === null ? [] : [target])];
    }
    case 'continuous': {
      const { mean, std, previousMean, previousStd } = frame.gaussian;
      const { particles: p } = frame;
      const ahead = p?.branches ?? null;
      const branches = ahead === null ? [] : [ahead.best, ahead.worst];
      const plan = p === null ? [] : [p.particles, p.advantage, p.target, p.plan, p.cost, ...branches];
      return [mean, std, previousMean, previousStd, frame.value, ...plan];
    }
  }
}
