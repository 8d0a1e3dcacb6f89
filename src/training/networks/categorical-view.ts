import type { PlainForward } from './layout.ts';
import type { ObservationScale } from './observations.ts';
import type { SlicePoints } from './slice.ts';
import { softmax } from './softmax.ts';

/** What a view of a categorical policy is made from. */
interface Parts {
  readonly plain: PlainForward;
  readonly plainCritic: PlainForward;
  readonly weights: Float32Array;
  readonly old: Float32Array;
  readonly critic: Float32Array;
  readonly scale: ObservationScale;
  /** By which the old policy saw. */
  readonly oldScale: ObservationScale;
  readonly valueScale: number;
}

/** New and old rows [S·N] over a slice, and V [S] by the critic. */
export function categoricalRows(
  { plain, plainCritic, weights, old, critic, scale, oldScale, valueScale }: Parts,
  { count, observations }: SlicePoints,
): { readonly policy: Float64Array; readonly previous: Float64Array; readonly value: Float64Array } {
  const n = plain.outputs;
  const wide = scale.size;
  const policy = new Float64Array(count * n);
  const previous = new Float64Array(count * n);
  const value = new Float64Array(count);
  const seen = new Float64Array(wide);
  const scores = new Float64Array(n);
  const worth = new Float64Array(1);
  for (let s = 0; s < count; s += 1) {
    scale.write(observations, s * wide, seen, 0);
    plain.run(weights, seen, 0, scores);
    softmax(scores, 0, n, policy, s * n);
    plainCritic.run(critic, seen, 0, worth);
    value[s] = worth[0]! * valueScale;
    oldScale.write(observations, s * wide, seen, 0);
    plain.run(old, seen, 0, scores);
    softmax(scores, 0, n, previous, s * n);
  }
  return { policy, previous, value };
}
