import {
  add,
  fused,
  matMul,
  mul,
  sigmoid,
  square,
  sub,
  sum,
  tensor1d,
  tensor2d,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Layout } from './layout.ts';

/** One layer's weights on the backend. */
interface Layer {
  readonly weight: Tensor2D;
  readonly bias: Tensor1D;
}

/**
 * A perceptron with tanh hidden layers and a linear output, on TensorFlow.js. Numbers come and go as plain arrays: what is done
 * with them (losses, trust regions, Adam) is done outside, and only the matrix products here.
 *
 * Backpropagation is written out: two products a layer, where a tape would record tens of small operations. Transposed operands
 * are made first, because the backend's fast product takes none.
 */
export class Mlp {
  readonly layout: Layout;
  #layers: Layer[] = [];
  /** The input of each layer in the last `forward` that was kept. */
  #inputs: Tensor2D[] = [];

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Takes new weights, flat as the layout says. */
  load(weights: Float32Array): void {
    this.#disposeLayers();
    const { sizes, offsets } = this.layout;
    this.#layers = offsets.map(({ weight, bias }, l) => {
      const wide = sizes[l + 1]!;
      return {
        weight: tensor2d(weights.slice(weight, bias), [sizes[l]!, wide]),
        bias: tensor1d(weights.slice(bias, bias + wide)),
      };
    });
  }

  /** The outputs [rows·out] for inputs [rows·in]; with `keep`, `backward` may follow. */
  forward(inputs: Float32Array, rows: number, keep = false): Float32Array {
    const last = this.#layers.length - 1;
    const kept: Tensor2D[] = [];
    let x = tensor2d(
      inputs.length === rows * this.layout.sizes[0]! ? inputs : inputs.slice(0, rows * this.layout.sizes[0]!),
      [rows, this.layout.sizes[0]!],
    );
    this.#layers.forEach(({ weight, bias }, l) => {
      const y = tidy((): Tensor => {
        const z: Tensor = fused.matMul({ a: x, b: weight, bias });
        // tanh z = 2σ(2z) − 1: the backend has a fast σ and a slow tanh
        return l < last ? sub(mul(sigmoid(mul(z, 2)), 2), 1) : z;
      });
      kept.push(x);
      x = y as Tensor2D;
    });
    const output = x.dataSync() as Float32Array;
    x.dispose();
    if (keep) {
      this.#disposeInputs();
      this.#inputs = kept;
    } else for (const tensor of kept) tensor.dispose();
    return output;
  }

  /**
   * Writes the gradient of Σ outputs·slopes by the weights, flat as the layout says.
   * @param slopes [rows·out] derivative of a loss by each output of the last kept `forward`
   * @param keep whether another `backward` or `tangent` of the same `forward` may follow
   */
  backward(slopes: Float32Array, gradient: Float32Array, keep = false): void {
    const { sizes, offsets } = this.layout;
    const last = this.#layers.length - 1;
    let slope = tensor2d(slopes, [slopes.length / sizes[last + 1]!, sizes[last + 1]!]);
    for (let l = last; l >= 0; l -= 1) {
      const input = this.#inputs[l]!;
      const [weight, bias, next] = tidy((): Tensor[] => [
        matMul(transpose(input), slope),
        sum(slope, 0),
        ...(l > 0 ? [mul(matMul(slope, transpose(this.#layers[l]!.weight)), sub(1, square(input)))] : []),
      ]);
      gradient.set(weight!.dataSync(), offsets[l]!.weight);
      gradient.set(bias!.dataSync(), offsets[l]!.bias);
      weight!.dispose();
      bias!.dispose();
      slope.dispose();
      slope = next as Tensor2D;
    }
    if (!keep) this.#disposeInputs();
  }

  /** How the outputs [rows·out] of the last kept `forward` change along a direction of the weights: J · direction. */
  tangent(direction: Float32Array): Float32Array {
    const { sizes, offsets } = this.layout;
    const moved = tidy(() => {
      let change: Tensor | null = null;
      offsets.forEach(({ weight, bias }, l) => {
        const wide = sizes[l + 1]!;
        const input = this.#inputs[l]!;
        const own = tensor2d(direction.slice(weight, bias), [sizes[l]!, wide]);
        const first: Tensor = add(matMul(input, own), tensor1d(direction.slice(bias, bias + wide)));
        const z: Tensor = change === null ? first : add(first, matMul(change as Tensor2D, this.#layers[l]!.weight));
        // the input of the next layer is this one's tanh
        change = l < offsets.length - 1 ? mul(z, sub(1, square(this.#inputs[l + 1]!))) : z;
      });
      return change!;
    });
    const output = moved.dataSync() as Float32Array;
    moved.dispose();
    return output;
  }

  dispose(): void {
    this.#disposeLayers();
    this.#disposeInputs();
  }

  #disposeLayers(): void {
    for (const { weight, bias } of this.#layers) {
      weight.dispose();
      bias.dispose();
    }
    this.#layers = [];
  }

  #disposeInputs(): void {
    for (const tensor of this.#inputs) tensor.dispose();
    this.#inputs = [];
  }
}
