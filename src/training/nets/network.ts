import type { Stream } from '../../math/random.ts';
import type { TrainableNetwork } from '../../methods/gradient/network-rule.ts';
import { Adam } from './adam.ts';
import { initialWeights, layoutOf, type Layout } from './layout.ts';
import { Mlp } from './mlp.ts';

/** What a network is at one moment. */
export interface NetworkState {
  readonly weights: Float32Array;
  readonly optimiser: Optimiser;
}

/** Largest norm of a gradient that a step follows, where nothing else is said. */
const MOST_NORM = 10;

/** For weights that are overwritten at once. */
const NOTHING_RANDOM: Stream = { uniform: () => 0.5 };

/** What turns gradients into steps: Adam, or another. */
export interface Optimiser {
  /** Moves the weights against the gradient, whose norm is cut to `mostNorm`. */
  readonly step: (weights: Float32Array, gradient: Float32Array, rate: number, mostNorm: number) => void;
  /** A copy that shares nothing. */
  readonly copy: () => Optimiser;
}

/** A perceptron in training: its weights, its optimiser's averages, and its copy on the backend. */
export class Network implements TrainableNetwork {
  readonly layout: Layout;
  readonly weights: Float32Array;
  #optimiser: Optimiser;
  readonly #net: Mlp;
  readonly #gradient: Float32Array;
  #stale = true;

  /** @param optimiser of as many weights as `sizes` make; Adam without it */
  constructor(sizes: readonly number[], stream: Stream, lastScale: number, optimiser?: (length: number) => Optimiser) {
    this.layout = layoutOf(sizes);
    this.weights = initialWeights(this.layout, stream, lastScale);
    this.#optimiser = optimiser?.(this.layout.length) ?? new Adam(this.layout.length);
    this.#net = new Mlp(this.layout);
    this.#gradient = new Float32Array(this.layout.length);
  }

  /** A network of the same weights that nothing trains. */
  twin(): Network {
    const twin = new Network(this.layout.sizes, NOTHING_RANDOM, 0);
    twin.follow(this.weights);
    return twin;
  }

  get inputs(): number {
    return this.layout.sizes[0]!;
  }

  get outputs(): number {
    return this.layout.sizes.at(-1)!;
  }

  /** The outputs [rows·out] for inputs [rows·in]. With `keep`, `learn` may follow. */
  forward(inputs: Float32Array, rows: number, keep = false): Float32Array {
    if (this.#stale) this.#net.load(this.weights);
    this.#stale = false;
    return this.#net.forward(inputs, rows, keep);
  }

  /** One step of the optimiser against Σ outputs·slopes of the last kept `forward`. */
  learn(slopes: Float32Array, rate: number, mostNorm = MOST_NORM): void {
    this.#net.backward(slopes, this.#gradient);
    this.#optimiser.step(this.weights, this.#gradient, rate, mostNorm);
    this.#stale = true;
  }

  /** The gradient of Σ outputs·slopes of the last kept `forward`, which is kept on. */
  gradient(slopes: Float32Array): Float32Array {
    this.#net.backward(slopes, this.#gradient, true);
    return this.#gradient.slice();
  }

  /** How the outputs of the last kept `forward` change along a direction of the weights. */
  tangent(direction: Float32Array): Float32Array {
    return this.#net.tangent(direction);
  }

  /** Sets the weights. */
  follow(weights: Float32Array): void {
    this.weights.set(weights);
    this.#stale = true;
  }

  /** A target network's update (Polyak averaging): a share `rate` of the way towards other weights. */
  track(weights: Float32Array, rate: number): void {
    const own = this.weights;
    for (let i = 0; i < own.length; i += 1) own[i] = own[i]! + rate * (weights[i]! - own[i]!);
    this.#stale = true;
  }

  snapshot(): NetworkState {
    return { weights: this.weights.slice(), optimiser: this.#optimiser.copy() };
  }

  restore(from: unknown): void {
    const { weights, optimiser } = from as NetworkState;
    this.follow(weights);
    this.#optimiser = optimiser.copy();
  }

  dispose(): void {
    this.#net.dispose();
  }
}
