import type { TrainingSettings } from '../../config/training-fields.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import { Normaliser } from '../experience/normaliser.ts';
import { FIRST_STD, outputOfStd } from '../nets/gaussian.ts';
import type { Network } from '../nets/network.ts';
import type { Part } from './snapshot.ts';

/** A policy network and the normaliser by which it sees. */
export class Policy {
  readonly network: Network;
  readonly normaliser: Normaliser;

  constructor(network: Network, observationSize: number) {
    this.network = network;
    this.normaliser = new Normaliser(observationSize);
  }

  /** Outputs [count·out] at observations [count·O]. */
  outputsAt(observations: Float64Array): Float32Array {
    return this.network.forward(this.normaliser.normalised(observations), observations.length / this.normaliser.size);
  }

  /** Becomes what another policy is at this moment. */
  set(other: Policy): void {
    this.network.follow(other.network.weights);
    this.normaliser.set(other.normaliser);
  }
}

/** π_k, fixed for an iteration: a copy of it needs no optimiser. */
export function oldPart({ network, normaliser }: Policy): Part {
  return {
    snapshot: () => ({ weights: network.weights.slice(), normaliser: normaliser.snapshot() }),
    restore: (from) => {
      const { weights, normaliser: seen } = from as { weights: Float32Array; normaliser: Normaliser };
      network.follow(weights);
      normaliser.restore(seen);
    },
  };
}

/** Widths of the hidden layers, with the input's before and the output's behind them. */
export function sizesOf({ observationSize }: PhysicsWorld, training: TrainingSettings, outputs: number): number[] {
  return [observationSize, ...hiddenSizes(training), outputs];
}

export function hiddenSizes({ layers, width }: TrainingSettings): number[] {
  return Array.from({ length: layers }, () => Number(width));
}

/** Biases of a Gaussian policy's outputs [2·D] with which every standard deviation is the first one. */
export function widenAtFirst({ layout, weights }: Network): void {
  const { bias } = layout.offsets.at(-1)!;
  const d = layout.sizes.at(-1)! / 2;
  weights.fill(outputOfStd(FIRST_STD), bias + d, bias + 2 * d);
}
