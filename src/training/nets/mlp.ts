import {
  _FusedMatMul,
  Add,
  engine,
  Multiply,
  scalar,
  Square,
  Sub,
  Sum,
  tensor1d,
  tensor3d,
  tidy,
  Transpose,
} from '@tensorflow/tfjs-core';
import type { NamedAttrMap, Scalar, Tensor, Tensor1D, Tensor3D } from '@tensorflow/tfjs-core';
import type { Layout } from './layout.ts';

/** One layer's weights: plain [in·out], and as the backend multiplies by them, doubled where a tanh follows. */
interface Layer {
  readonly plain: Float32Array;
  readonly weight: Tensor3D;
  readonly bias: Tensor1D;
}

/** One kernel of the backend. Operations around it would reshape, check and prepare a tape: half of the time of small networks. */
function run(kernel: string, inputs: Record<string, Tensor>, attributes: NamedAttrMap = {}): Tensor3D {
  return engine().runKernel(kernel, inputs, attributes);
}

/** f(a · b + bias) of matrices [1, rows, ·]. */
function product(a: Tensor, b: Tensor, bias?: Tensor, activation: 'linear' | 'sigmoid' = 'linear'): Tensor3D {
  const inputs = bias === undefined ? { a, b } : { a, b, bias };
  return run(_FusedMatMul, inputs, { transposeA: false, transposeB: false, activation });
}

function twice(values: Float32Array): Float32Array {
  const doubled = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 1) doubled[i] = 2 * values[i]!;
  return doubled;
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
  #inputs: Tensor3D[] = [];
  #one: Scalar | null = null;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Takes new weights, flat as the layout says. */
  load(weights: Float32Array): void {
    this.#disposeLayers();
    this.#one ??= scalar(1);
    const { sizes, offsets } = this.layout;
    this.#layers = offsets.map(({ weight, bias }, l) => {
      const [deep, wide] = [sizes[l]!, sizes[l + 1]!];
      const plain = weights.slice(weight, bias);
      const offset = weights.slice(bias, bias + wide);
      // tanh z = 2σ(2z) − 1: the backend has a fast σ and a slow tanh; to double is exact
      const hidden = l < offsets.length - 1;
      return {
        plain,
        weight: tensor3d(hidden ? twice(plain) : plain, [1, deep, wide]),
        bias: tensor1d(hidden ? twice(offset) : offset),
      };
    });
  }

  /** The outputs [rows·out] for inputs [rows·in]; with `keep`, `backward` may follow. */
  forward(inputs: Float32Array, rows: number, keep = false): Float32Array {
    const last = this.#layers.length - 1;
    const wide = this.layout.sizes[0]!;
    const kept: Tensor3D[] = [];
    let x = tensor3d(inputs.length === rows * wide ? inputs : inputs.slice(0, rows * wide), [1, rows, wide]);
    this.#layers.forEach(({ weight, bias }, l) => {
      kept.push(x);
      if (l === last) x = product(x, weight, bias);
      else {
        const a = product(x, weight, bias, 'sigmoid');
        const b = run(Add, { a, b: a });
        x = run(Sub, { a: b, b: this.#one! });
        a.dispose();
        b.dispose();
      }
    });
    const output = x.dataSync<'float32'>();
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
    let slope = tensor3d(slopes, [1, slopes.length / sizes[last + 1]!, sizes[last + 1]!]);
    for (let l = last; l >= 0; l -= 1) {
      const input = this.#inputs[l]!;
      const [weight, bias, next] = tidy((): Tensor[] => [
        product(run(Transpose, { x: input }, { perm: [0, 2, 1] }), slope),
        run(Sum, { x: slope }, { axis: [1], keepDims: false }),
        ...(l > 0 ? [run(Multiply, { a: product(slope, this.#transposed(l)), b: this.#slopeOfTanh(input) })] : []),
      ]);
      gradient.set(weight!.dataSync(), offsets[l]!.weight);
      gradient.set(bias!.dataSync(), offsets[l]!.bias);
      weight!.dispose();
      bias!.dispose();
      slope.dispose();
      slope = next as Tensor3D;
    }
    if (!keep) this.#disposeInputs();
  }

  /** How the outputs [rows·out] of the last kept `forward` change along a direction of the weights: J · direction. */
  tangent(direction: Float32Array): Float32Array {
    const { sizes, offsets } = this.layout;
    const moved = tidy(() => {
      let change: Tensor3D | null = null;
      offsets.forEach(({ weight, bias }, l) => {
        const [deep, wide] = [sizes[l]!, sizes[l + 1]!];
        const own = tensor3d(direction.slice(weight, bias), [1, deep, wide]);
        const first = run(Add, { a: product(this.#inputs[l]!, own), b: tensor1d(direction.slice(bias, bias + wide)) });
        const z: Tensor3D =
          change === null
            ? first
            : run(Add, { a: first, b: product(change, tensor3d(this.#layers[l]!.plain, [1, deep, wide])) });
        // the input of the next layer is this one's tanh
        change = l < offsets.length - 1 ? run(Multiply, { a: z, b: this.#slopeOfTanh(this.#inputs[l + 1]!) }) : z;
      });
      return change!;
    });
    const output = moved.dataSync<'float32'>();
    moved.dispose();
    return output;
  }

  dispose(): void {
    this.#disposeLayers();
    this.#disposeInputs();
    this.#one?.dispose();
    this.#one = null;
  }

  /** tanh′ z = 1 − tanh² z */
  #slopeOfTanh(tanh: Tensor): Tensor3D {
    return run(Sub, { a: this.#one!, b: run(Square, { x: tanh }) });
  }

  /** A layer's weights, outputs first. */
  #transposed(l: number): Tensor3D {
    const [deep, wide] = [this.layout.sizes[l]!, this.layout.sizes[l + 1]!];
    const { plain } = this.#layers[l]!;
    const turned = new Float32Array(plain.length);
    for (let i = 0; i < deep; i += 1) for (let o = 0; o < wide; o += 1) turned[o * deep + i] = plain[i * wide + o]!;
    return tensor3d(turned, [1, wide, deep]);
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
