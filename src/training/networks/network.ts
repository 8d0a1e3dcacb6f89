import type { Stream } from '../../math/random.ts';
import { Adam } from './adam.ts';
import { initialWeights, layoutOf, type Layout } from './layout.ts';
import { Mlp } from './mlp.ts';

/** What a network is at one moment. */
export interface NetworkState {
  readonly weights: Float32Array;
  readonly adam: Adam;
}

/** Largest norm of a gradient that a step follows. */
const MOST_NORM = 10;

/** A perceptron in training: its weights, Adam's averages, and its copy on the backend. */
export class Network {
  readonly layout: Layout;
  readonly weights: Float32Array;
  #adam: Adam;
  readonly #net: Mlp;
  readonly #gradient: Float32Array;
  #stale = true;

  constructor(sizes: readonly number[], stream: Stream, lastScale: number) {
    this.layout = layoutOf(sizes);
    this.weights = initialWeights(this.layout, stream, lastScale);
    this.#adam = new Adam(this.layout.length);
    this.#net = new Mlp(this.layout);
    this.#gradient = new Float32Array(this.layout.length);
  }

  /** The outputs [rows·out] for inputs [rows·in]. With `keep`, `learn` may follow. */
  forward(inputs: Float32Array, rows: number, keep = false): Float32Array {
    if (this.#stale) this.#net.load(this.weights);
    this.#stale = false;
    return this.#net.forward(inputs, rows, keep);
  }

  /** One step of Adam against Σ outputs·slopes of the last kept `forward`. */
  learn(slopes: Float32Array, rate: number): void {
    this.#net.backward(slopes, this.#gradient);
    this.#adam.step(this.weights, this.#gradient, rate, MOST_NORM);
    this.#stale = true;
  }

  /** Sets the weights to, or a share of the way towards, others. */
  follow(weights: Float32Array, share = 1): void {
    const own = this.weights;
    if (share === 1) own.set(weights);
    else for (let i = 0; i < own.length; i += 1) own[i] = own[i]! + share * (weights[i]! - own[i]!);
    this.#stale = true;
  }

  snapshot(): NetworkState {
    return { weights: this.weights.slice(), adam: this.#adam.copy() };
  }

  restore({ weights, adam }: NetworkState): void {
    this.follow(weights);
    this.#adam = adam.copy();
  }

  dispose(): void {
    this.#net.dispose();
  }
}
