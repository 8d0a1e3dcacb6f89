import type { Stream } from '../../math/random.ts';

/** Where the weights of a perceptron lie in one flat array: layer by layer, weight [in·out] row-major, then bias [out]. */
export interface Layout {
  /** Widths, input first. */
  readonly sizes: readonly number[];
  readonly offsets: readonly { readonly weight: number; readonly bias: number }[];
  /** Number of weights in all. */
  readonly length: number;
}

export function layoutOf(sizes: readonly number[]): Layout {
  let length = 0;
  const offsets = sizes.slice(1).map((out, l) => {
    const weight = length;
    const bias = weight + sizes[l]! * out;
    length = bias + out;
    return { weight, bias };
  });
  return { sizes, offsets, length };
}

/** Uniform weights of variance 1/in (LeCun et al. 1998), biases 0; the last layer scaled, so that it starts near 0. */
export function initialWeights({ sizes, offsets, length }: Layout, stream: Stream, lastScale: number): Float32Array {
  const weights = new Float32Array(length);
  offsets.forEach(({ weight, bias }, l) => {
    const bound = Math.sqrt(3 / sizes[l]!) * (l === offsets.length - 1 ? lastScale : 1);
    for (let i = weight; i < bias; i += 1) weights[i] = (2 * stream.uniform() - 1) * bound;
  });
  return weights;
}
