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
}

/** How the last step was made: with the frame's arrays, enough to recompute every state's plan. */
export interface StepRecord {
  readonly beta: number;
  readonly share: number;
  readonly lambda: number;
  /** M [N·N], from column j to row i */
  readonly cost: Float64Array;
}

/** The buffers of a frame, to be handed over instead of copied. */
export function transferables(frame: Frame): ArrayBuffer[] {
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
  ];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
