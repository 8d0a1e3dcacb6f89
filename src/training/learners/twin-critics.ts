import type { TrainingSettings } from '../../config/training-fields.ts';
import type { StreamDealer } from '../../math/random.ts';
import type { Transitions } from '../experience/minibatch.ts';
import { Network, type NetworkState } from '../nets/network.ts';
import type { Part } from './snapshot.ts';

interface Critic {
  readonly own: Network;
  readonly target: Network;
}

/** Rate at which target networks track their own (Polyak averaging). */
const TRACK = 0.01;

/**
 * Twin Q-critics with target networks (Fujimoto et al. 2018, arXiv 1802.09477): what an action is worth is the lesser of two
 * opinions. Values are in units of their own.
 */
export class TwinCritics implements Part {
  /** What one unit is worth; 0 until the random steps at first are over. */
  unit = 0;
  readonly #critics: readonly Critic[];
  readonly #observationSize: number;
  readonly #actionSize: number;

  constructor(observationSize: number, actionSize: number, hidden: readonly number[], dealer: StreamDealer) {
    this.#observationSize = observationSize;
    this.#actionSize = actionSize;
    const sizes = [observationSize + actionSize, ...hidden, 1];
    this.#critics = [0, 1].map(() => {
      const own = new Network(sizes, dealer.next(), 0.1);
      const target = new Network(sizes, dealer.next(), 0.1);
      target.follow(own.weights);
      return { own, target };
    });
  }

  /** The lesser Q [rows] of actions [rows·D] at normalised observations [rows·O]. */
  value(observations: Float32Array, action: Float32Array, rows: number): Float32Array {
    return this.#lesser(this.#inputs(observations, action, rows), rows, 'own');
  }

  /**
   * One gradient step of both critics towards r + γⁿ Q⁻(s′, a′).
   * @param following [count·D] actions of the policy where the transitions ended
   * @returns the mean squared error of both
   */
  learn(batch: Transitions, following: Float32Array, { criticRate }: TrainingSettings): number {
    const { count } = batch;
    const ahead = this.#lesser(this.#inputs(batch.nextInputs, following, count), count, 'target');
    const inputs = this.#inputs(batch.inputs, batch.action, count);
    let loss = 0;
    for (const { own, target } of this.#critics) {
      const value = own.forward(inputs, count, true);
      const slopes = new Float32Array(count);
      for (let b = 0; b < count; b += 1) {
        const error = value[b]! - (batch.reward[b]! / this.unit + batch.discount[b]! * ahead[b]!);
        slopes[b] = error / count;
        loss += (error * error) / (2 * count);
      }
      own.learn(slopes, criticRate);
      target.track(own.weights, TRACK);
    }
    return loss;
  }

  #lesser(inputs: Float32Array, rows: number, which: keyof Critic): Float32Array {
    const [first, second] = this.#critics.map((critic) => critic[which].forward(inputs, rows)) as [
      Float32Array,
      Float32Array,
    ];
    for (let row = 0; row < rows; row += 1) first[row] = Math.min(first[row]!, second[row]!);
    return first;
  }

  #inputs(observations: Float32Array, action: Float32Array, rows: number): Float32Array {
    const o = this.#observationSize;
    const d = this.#actionSize;
    const inputs = new Float32Array(rows * (o + d));
    // plain loops: to make a view of each row takes longer than to copy it
    for (let row = 0, at = 0; row < rows; row += 1) {
      for (let i = row * o; i < (row + 1) * o; i += 1, at += 1) inputs[at] = observations[i]!;
      for (let i = row * d; i < (row + 1) * d; i += 1, at += 1) inputs[at] = action[i]!;
    }
    return inputs;
  }

  /** Weights of the first critic. */
  get weights(): Float32Array {
    return this.#critics[0]!.own.weights;
  }

  snapshot(): unknown {
    return {
      unit: this.unit,
      critics: this.#critics.map(({ own, target }) => ({ own: own.snapshot(), target: target.snapshot() })),
    };
  }

  restore(from: unknown): void {
    const { unit, critics } = from as { unit: number; critics: readonly Record<keyof Critic, NetworkState>[] };
    this.unit = unit;
    this.#critics.forEach(({ own, target }, c) => {
      own.restore(critics[c]!.own);
      target.restore(critics[c]!.target);
    });
  }

  dispose(): void {
    for (const { own, target } of this.#critics) {
      own.dispose();
      target.dispose();
    }
  }
}
