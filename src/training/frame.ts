/** Everything that a column draws at one iteration, in arrays that can be transferred. */
export interface Frame {
  readonly iteration: number;
  /** π_k [S·N] */
  readonly policy: Float64Array;
  /** π_{k−1} [S·N]; π_0 at iteration 0 */
  readonly previous: Float64Array;
  /** A [S·N] that made the last step; zeros at iteration 0 */
  readonly advantage: Float64Array;
  /** ρ [S] of the last step */
  readonly weight: Float64Array;
  /** [S] 1 where the last step could change the policy */
  readonly known: Uint8Array;
  /** V [S] of π_k, exact */
  readonly value: Float64Array;
  /** States of the last sampled episode, in order; empty without sampling. */
  readonly episode: Int32Array;
  /** The last step's multiplier; null at iteration 0. */
  readonly step: StepRecord | null;
  /** Measures of this iteration [MEASURES]. */
  readonly row: Float64Array;
  /** One row of measures for each iteration since the last frame, [rows·MEASURES]. */
  readonly rows: Float64Array;
  /** True when further steps would change nothing. */
  readonly settled: boolean;
  /** A sentence about the last step that the reader should know, or "". */
  readonly note: string;
  /** What only a physics task has; null in a finite world. There, states are the cells of the slice that is looked at. */
  readonly physics: PhysicsFrame | null;
}

/** A Gaussian policy over a slice, in the box scaled to [−1, 1]: [S·D] each, the mass beyond the box counts at its edge. */
export interface GaussianSlice {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly previousMean: Float64Array;
  readonly previousSpread: Float64Array;
}

/** The last step at one state of the slice with continuous actions: n particles of the old policy, and where their mass went. */
export interface ParticlePlan {
  /** State of the slice. */
  readonly state: number;
  /** [n·D] in [−1, 1], drawn from the old policy */
  readonly particles: Float64Array;
  /** [n] Q less its mean */
  readonly advantage: Float64Array;
  /** [n] the non-parametric new row; the old one is 1/n each */
  readonly target: Float64Array;
  /** [n·n] mass from particle j to particle i, row i */
  readonly plan: Float64Array;
  /** M [n·n] from column j to row i */
  readonly cost: Float64Array;
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

interface PhysicsFrame {
  /** Index of the slice that the frame's states are cells of. */
  readonly slice: number;
  /** With continuous actions; null with discrete ones, whose rows are the frame's policy. */
  readonly gaussian: GaussianSlice | null;
  /** With continuous actions, after the first step. */
  readonly particles: ParticlePlan | null;
  /** With discrete actions: the non-parametric new rows [S·N] that the network was fitted to. */
  readonly target: Float64Array | null;
  /** The last episode that ended, and the best one so far; null before the first. */
  readonly latest: Episode | null;
  readonly best: Episode | null;
}

/** How the last step was made: with the frame's arrays, enough to recompute every state's plan. */
export interface StepRecord {
  readonly beta: number;
  readonly share: number;
  readonly lambda: number;
  /** M [N·N], from column j to row i */
  readonly cost: Float64Array;
}

/** The buffers of a frame, to be handed over instead of copied. Episodes are kept by their session, and copied. */
export function transferables(frame: Frame): ArrayBuffer[] {
  const { gaussian = null, particles = null, target = null } = frame.physics ?? {};
  const arrays = [
    frame.policy,
    frame.previous,
    frame.advantage,
    frame.weight,
    frame.known,
    frame.value,
    frame.episode,
    frame.row,
    frame.rows,
    ...(gaussian === null ? [] : [gaussian.mean, gaussian.spread, gaussian.previousMean, gaussian.previousSpread]),
    ...(particles === null
      ? []
      : [particles.particles, particles.advantage, particles.target, particles.plan, particles.cost]),
    ...(target === null ? [] : [target]),
  ];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
