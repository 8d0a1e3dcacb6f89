/** How a gradient method steps in networks: what it is given, and what it says of itself. */
import type { Step } from '../method.ts';

/**
 * What a row of a policy network's outputs means: a distribution over actions, with the derivatives that policy gradients take.
 * `at` is where the row begins, `from` where the action does.
 */
export interface PolicyHead {
  /** Numbers of a row. */
  readonly outputs: number;
  /** Numbers of an action. */
  readonly actionSize: number;
  readonly draw: (
    output: ArrayLike<number>,
    at: number,
    uniform: () => number,
    normal: () => number,
    action: Float64Array,
    from: number,
  ) => void;
  /** ln π(a), of a density where actions are continuous */
  readonly logProbability: (output: ArrayLike<number>, at: number, action: Float64Array, from: number) => number;
  /** Adds factor · ∂ ln π(a)/∂output. */
  readonly addSlope: (
    output: ArrayLike<number>,
    at: number,
    action: Float64Array,
    from: number,
    factor: number,
    slopes: Float32Array,
  ) => void;
  /** Adds factor · ∂H/∂output. */
  readonly addEntropySlope: (output: ArrayLike<number>, at: number, factor: number, slopes: Float32Array) => void;
  /** KL(old‖now) in nats */
  readonly divergence: (old: ArrayLike<number>, now: ArrayLike<number>, at: number) => number;
  /** Writes the Fisher matrix by the outputs, times a direction. */
  readonly fisher: (output: ArrayLike<number>, at: number, direction: Float32Array, out: Float32Array) => void;
}

/** A network that can be followed along gradients of its outputs. */
export interface TrainableNetwork {
  readonly weights: Float32Array;
  /** Numbers of an input. */
  readonly inputs: number;
  /** The outputs [rows·out] for inputs [rows·in]; with `keep`, what follows is about this call. */
  forward(inputs: Float32Array, rows: number, keep?: boolean): Float32Array;
  /** One step of the optimiser against Σ outputs·slopes, the gradient's norm cut to `mostNorm`. */
  learn(slopes: Float32Array, rate: number, mostNorm?: number): void;
  /** The gradient of Σ outputs·slopes. */
  gradient(slopes: Float32Array): Float32Array;
  /** How the outputs change along a direction of the weights. */
  tangent(direction: Float32Array): Float32Array;
  /** Sets the weights. */
  follow(weights: Float32Array): void;
}

/** A batch of what was done, with what it was worth. */
export interface Advised {
  readonly head: PolicyHead;
  readonly size: number;
  /** [size·in] normalised observations */
  readonly inputs: Float32Array;
  /** [size·actionSize] as drawn, before any clipping */
  readonly action: Float64Array;
  /** [size] λ-returns */
  readonly target: Float64Array;
  /** [size] */
  readonly advantage: Float64Array;
  /**
   * One pass over the batch in shuffled minibatches, a step of the optimiser each.
   * @param slope writes the derivatives of a row's loss; k is its place in the batch, `row` its place among `rows`
   */
  readonly pass: (
    network: TrainableNetwork,
    rate: number,
    mostNorm: number,
    slope: (output: Float32Array, k: number, row: number, slopes: Float32Array, rows: number) => void,
  ) => void;
}

/** How a step in networks was made. */
export interface NetworkStep extends Pick<Step, 'radius' | 'note'> {
  readonly beta: number;
  readonly spent: number;
  /** Mean squared error of the critic, where the step fits it too; else NaN. */
  readonly criticLoss: number;
}

/** A step of a method that has neither multiplier nor constraint. */
export const FREE: NetworkStep = { beta: NaN, radius: NaN, spent: NaN, note: '', criticLoss: NaN };

/** How a gradient method learns in networks. */
export interface NetworkRule<Settings> {
  readonly optimiser: 'adam' | 'rmsprop';
  /** Steps of each environment between two updates: Infinity takes the whole iteration as one batch. */
  readonly stepsBetween: number;
  /** λ of GAE; `setting` is the one that all columns share. */
  readonly trace: number | 'setting';
  /** Whether its step fits the critic, which else is fitted as in the other columns. */
  readonly fitsCritic: boolean;
  step(policy: TrainableNetwork, critic: TrainableNetwork, advised: Advised, settings: Settings): NetworkStep;
}

/** ln π of every action of a batch, by a network's outputs. */
export function logProbabilities({ head, size, action }: Advised, output: ArrayLike<number>): Float64Array {
  const log = new Float64Array(size);
  for (let k = 0; k < size; k += 1) log[k] = head.logProbability(output, k * head.outputs, action, k * head.actionSize);
  return log;
}

/** To mean 0 and standard deviation 1. */
export function normalised(advantage: Float64Array): Float64Array {
  const mean = advantage.reduce((sum, a) => sum + a, 0) / advantage.length;
  const square = advantage.reduce((sum, a) => sum + (a - mean) * (a - mean), 0) / advantage.length;
  return advantage.map((a) => (a - mean) / (Math.sqrt(square) + 1e-8));
}
