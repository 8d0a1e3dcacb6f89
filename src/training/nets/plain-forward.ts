import { exp } from '../../math/exp.ts';
import type { Layout } from './layout.ts';

/** tanh x, the same in every engine; relative error about 1e−15 where it matters to a 32-bit float. */
function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const e = exp(2 * x);
  return (e - 1) / (e + 1);
}

/**
 * A perceptron's output for a few inputs, in plain loops: for acting and for pictures, where a call to the backend costs more than
 * the products.
 */
export class PlainForward {
  readonly #layout: Layout;
  readonly #rooms: readonly Float64Array[];

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#rooms = layout.sizes.map((size) => new Float64Array(size));
  }

  get outputs(): number {
    return this.#layout.sizes.at(-1)!;
  }

  /** Writes the output [out] for one input [in]. */
  run(weights: Float32Array, input: ArrayLike<number>, from: number, output: Float64Array, to = 0): void {
    const { sizes, offsets } = this.#layout;
    const first = this.#rooms[0]!;
    for (let i = 0; i < first.length; i += 1) first[i] = input[from + i]!;
    const last = offsets.length - 1;
    for (let l = 0; l <= last; l += 1) {
      const { weight, bias } = offsets[l]!;
      const x = this.#rooms[l]!;
      const y = this.#rooms[l + 1]!;
      const width = sizes[l + 1]!;
      for (let o = 0; o < width; o += 1) y[o] = weights[bias + o]!;
      addProducts(x, weights, weight, y);
      if (l < last) for (let o = 0; o < width; o += 1) y[o] = tanh(y[o]!);
    }
    output.set(this.#rooms[last + 1]!, to);
  }
}

/** y += x · W, W [in·out] from `base` on. Four inputs a pass keep y in registers; the order of the sums is that of one a pass. */
function addProducts(x: Float64Array, weights: Float32Array, base: number, y: Float64Array): void {
  const width = y.length;
  let i = 0;
  let at = base;
  for (; i + 3 < x.length; i += 4, at += 4 * width) {
    const x0 = x[i]!;
    const x1 = x[i + 1]!;
    const x2 = x[i + 2]!;
    const x3 = x[i + 3]!;
    for (let o = 0; o < width; o += 1) {
      const first = y[o]! + x0 * weights[at + o]! + x1 * weights[at + width + o]!;
      y[o] = first + x2 * weights[at + 2 * width + o]! + x3 * weights[at + 3 * width + o]!;
    }
  }
  for (; i < x.length; i += 1, at += width) {
    const value = x[i]!;
    for (let o = 0; o < width; o += 1) y[o] = y[o]! + value * weights[at + o]!;
  }
}
