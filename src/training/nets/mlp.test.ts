import { grads, memory, tensor1d, tensor2d, tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { StreamDealer } from '../../math/random.ts';
import { initialWeights, layoutOf, type Layout } from './layout.ts';
import { Mlp } from './mlp.ts';
import { PlainForward } from './plain-forward.ts';
import { prepareTestBackend } from './testing-backend.ts';

const LAYOUTS = [
  [3, 8, 2],
  [5, 16, 16, 1],
  [4, 12, 12, 12, 3],
];

/** The network in doubles and by JavaScript's own tanh, written anew: outputs for one input. */
function reference({ sizes, offsets }: Layout, weights: ArrayLike<number>, input: readonly number[]): number[] {
  return offsets.reduce<number[]>(
    (x, { weight, bias }, l) => {
      const width = sizes[l + 1]!;
      return Array.from({ length: width }, (_, o) => {
        const sum = x.reduce((total, value, i) => total + value * weights[weight + i * width + o]!, weights[bias + o]!);
        return l < offsets.length - 1 ? Math.tanh(sum) : sum;
      });
    },
    [...input],
  );
}

function made(sizes: readonly number[], rows: number) {
  const dealer = new StreamDealer(7);
  const layout = layoutOf(sizes);
  const weights = initialWeights(layout, dealer.next(), 1);
  const { uniform } = dealer.next();
  for (const { bias } of layout.offsets) weights[bias] = uniform() - 0.5;
  const inputs = Float32Array.from({ length: rows * sizes[0]! }, () => 4 * uniform() - 2);
  const row = (k: number): number[] => [...inputs.subarray(k * sizes[0]!, (k + 1) * sizes[0]!)];
  return { layout, weights, inputs, row, uniform };
}

beforeAll(prepareTestBackend);

describe('a perceptron on the backend', () => {
  it.each(LAYOUTS.flatMap((sizes) => [1, 3, 256].map((rows) => [sizes, rows] as const)))(
    'gives what plain sums give (%j, %i rows)',
    (sizes, rows) => {
      const { layout, weights, inputs, row } = made(sizes, rows);
      const net = new Mlp(layout);
      net.load(weights);
      const outputs = net.forward(inputs, rows);
      const wide = sizes.at(-1)!;
      expect(outputs).toHaveLength(rows * wide);
      for (let k = 0; k < rows; k += 1) {
        reference(layout, weights, row(k)).forEach((value, o) => expect(outputs[k * wide + o]).toBeCloseTo(value, 5));
      }
      net.dispose();
    },
  );

  it.each(LAYOUTS.map((sizes) => [sizes]))('knows the slope of its outputs by every weight (%j)', (sizes) => {
    const rows = 5;
    const { layout, weights, inputs, row, uniform } = made(sizes, rows);
    const wide = sizes.at(-1)!;
    const slopes = Float32Array.from({ length: rows * wide }, () => uniform() - 0.5);
    const net = new Mlp(layout);
    net.load(weights);
    net.forward(inputs, rows, true);
    const gradient = new Float32Array(layout.length);
    net.backward(slopes, gradient);
    net.dispose();
    const loss = (at: Float64Array): number => {
      let sum = 0;
      for (let k = 0; k < rows; k += 1) {
        reference(layout, at, row(k)).forEach((value, o) => (sum += value * slopes[k * wide + o]!));
      }
      return sum;
    };
    const point = Float64Array.from(weights);
    for (let i = 0; i < layout.length; i += 1) {
      const own = point[i]!;
      point[i] = own + 1e-5;
      const above = loss(point);
      point[i] = own - 1e-5;
      const below = loss(point);
      point[i] = own;
      expect(gradient[i], `weight ${i}`).toBeCloseTo((above - below) / 2e-5, 4);
    }
  });

  it('has the gradient that TensorFlow.js records on its own tape', () => {
    const rows = 64;
    const { layout, weights, inputs, uniform } = made([5, 16, 16, 2], rows);
    const slopes = Float32Array.from({ length: rows * 2 }, () => uniform() - 0.5);
    const net = new Mlp(layout);
    net.load(weights);
    net.forward(inputs, rows, true);
    const gradient = new Float32Array(layout.length);
    net.backward(slopes, gradient);
    net.dispose();
    const taped = tidy(() => {
      const parts = layout.offsets.flatMap(({ weight, bias }, l): Tensor[] => {
        const shape: [number, number] = [layout.sizes[l]!, layout.sizes[l + 1]!];
        return [tensor2d(weights.slice(weight, bias), shape), tensor1d(weights.slice(bias, bias + shape[1]))];
      });
      const loss = (...own: Tensor[]): Tensor => {
        let x: Tensor2D = tensor2d(inputs, [rows, 5]);
        for (let l = 0; l < 3; l += 1) {
          const z = x.matMul(own[2 * l] as Tensor2D).add(own[2 * l + 1]!) as Tensor2D;
          x = l < 2 ? z.tanh() : z;
        }
        return x.mul(tensor2d(slopes, [rows, 2])).sum();
      };
      return grads(loss)(parts).flatMap((part) => [...part.dataSync()]);
    });
    const largest = Math.max(...taped.map(Math.abs));
    taped.forEach((slope, i) => expect(Math.abs(gradient[i]! - slope) / largest, `weight ${i}`).toBeLessThan(1e-6));
  });

  it('reads only the rows that are asked for', () => {
    const { layout, weights, inputs } = made([3, 8, 2], 5);
    const net = new Mlp(layout);
    net.load(weights);
    expect(net.forward(inputs, 2)).toEqual(net.forward(inputs.slice(0, 6), 2));
    net.dispose();
  });

  it('gives back what a kept pass holds, whether or not the way back followed', () => {
    const before = memory().numTensors;
    const { layout, weights, inputs } = made([3, 8, 8, 2], 4);
    const net = new Mlp(layout);
    net.load(weights);
    const loaded = memory().numTensors;
    net.forward(inputs, 4);
    expect(memory().numTensors).toBe(loaded);
    net.forward(inputs, 4, true);
    expect(memory().numTensors).toBeGreaterThan(loaded);
    net.dispose();
    net.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('holds no more tensors after two hundred rounds than after one, and none when it is disposed of', () => {
    const before = memory().numTensors;
    const { layout, weights, inputs } = made([5, 16, 16, 1], 32);
    const net = new Mlp(layout);
    const gradient = new Float32Array(layout.length);
    const round = (): number => {
      net.load(weights);
      net.forward(inputs, 32);
      net.forward(inputs, 32, true);
      net.forward(inputs, 32, true);
      net.backward(new Float32Array(32).fill(1), gradient);
      return memory().numTensors;
    };
    const first = round();
    for (let n = 0; n < 200; n += 1) expect(round()).toBe(first);
    net.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('a perceptron in plain loops', () => {
  it.each(LAYOUTS.map((sizes) => [sizes]))('gives the same (%j)', (sizes) => {
    const { layout, weights, inputs, row } = made(sizes, 4);
    const plain = new PlainForward(layout);
    const wide = sizes.at(-1)!;
    const outputs = new Float64Array(4 * wide);
    for (let k = 0; k < 4; k += 1) plain.run(weights, inputs, k * sizes[0]!, outputs, k * wide);
    for (let k = 0; k < 4; k += 1) {
      reference(layout, weights, row(k)).forEach((value, o) => expect(outputs[k * wide + o]).toBeCloseTo(value, 12));
    }
    expect(plain.outputs).toBe(wide);
  });
});
