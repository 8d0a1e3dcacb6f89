import type { GaussianSlice } from '../frame.ts';
import { meanOf, stdOf } from '../nets/gaussian.ts';

/** Means and standard deviations [S·D] of a policy and of the one before it, from their outputs [S·2D]. */
export function gaussianSlice(now: Float32Array, old: Float32Array, d: number): GaussianSlice {
  const after = split(now, d);
  const before = split(old, d);
  return { mean: after.mean, std: after.std, previousMean: before.mean, previousStd: before.std };
}

function split(outputs: Float32Array, d: number): { readonly mean: Float64Array; readonly std: Float64Array } {
  const mean = new Float64Array(outputs.length / 2);
  const std = new Float64Array(outputs.length / 2);
  for (let i = 0; i < mean.length; i += 1) {
    const at = Math.floor(i / d) * 2 * d + (i % d);
    mean[i] = meanOf(outputs[at]!);
    std[i] = stdOf(outputs[at + d]!);
  }
  return { mean, std };
}
