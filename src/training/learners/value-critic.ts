import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Stream } from '../../math/random.ts';
import { onePass, type Batch } from '../experience/batch.ts';
import { Network, type Optimiser } from '../nets/network.ts';
import type { Making } from './network-learner.ts';
import { sizesOf } from './policy.ts';
import type { Part } from './snapshot.ts';

/** Times that the critic's targets are made anew in one iteration. */
const ROUNDS = 2;

/** A V-critic of a task's size. */
export function valueCritic(
  { world, training, dealer }: Making,
  optimiser?: (length: number) => Optimiser,
): ValueCritic {
  return new ValueCritic(new Network(sizesOf(world, training, 1), dealer.next(), 0.1, optimiser));
}

/** V by a network, in units of its own: what networks give is near 1 whatever rewards are. */
export class ValueCritic implements Part {
  readonly network: Network;
  /** What one unit is worth; 0 until the first rewards are known. */
  unit = 0;

  constructor(network: Network) {
    this.network = network;
  }

  get weights(): Float32Array {
    return this.network.weights;
  }

  /** Takes the unit from the first batch: a fifth of what its root mean square reward would make if it came for ever. */
  prepare({ reward, size }: Batch, gamma: number): void {
    if (this.unit !== 0) return;
    const square = reward.reduce((sum, r) => sum + r * r, 0) / size;
    this.unit = Math.max(Math.sqrt(square), 1e-3) / (1 - gamma) / 5;
  }

  /** V [rows] in units of reward, at normalised observations. */
  valueAt(inputs: Float32Array, rows: number): Float64Array {
    return Float64Array.from(this.network.forward(inputs, rows), (value) => value * this.unit);
  }

  /** λ-returns of a batch [size], in the critic's units. */
  returns(batch: Batch, gamma: number, trace: number): Float64Array {
    return lambdaReturns(batch, this.network.forward(batch.nextInputs, batch.size), gamma, trace, this.unit);
  }

  /** Fits V to λ-returns; gives the last epoch's mean squared error. */
  fit(batch: Batch, training: TrainingSettings, { uniform }: Stream): number {
    const { gamma, gaeLambda, criticRate: rate, minibatch } = training;
    let loss = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const target = this.returns(batch, gamma, gaeLambda);
      for (let epoch = 0; epoch < training.epochs; epoch += 1) {
        loss = onePass(this.network, batch, { minibatch, rate }, uniform, (output, k, at, slopes, rows) => {
          const error = output[at]! - target[k]!;
          slopes[at] = error / rows;
          return error * error;
        });
      }
    }
    return loss;
  }

  dispose(): void {
    this.network.dispose();
  }

  snapshot(): unknown {
    return { network: this.network.snapshot(), unit: this.unit };
  }

  restore(from: unknown): void {
    const { network, unit } = from as { readonly network: unknown; readonly unit: number };
    this.network.restore(network);
    this.unit = unit;
  }
}

/** λ-returns [size] in units of `unit`: (1−λ) Σ_n λⁿ of n-step returns, cut off where the batch or an episode is. */
function lambdaReturns(
  { size, reward, ending, environments }: Pick<Batch, 'size' | 'reward' | 'ending' | 'environments'>,
  valueAfter: ArrayLike<number>,
  gamma: number,
  trace: number,
  unit: number,
): Float64Array {
  const target = new Float64Array(size);
  for (let k = size - 1; k >= 0; k -= 1) {
    const last = k + environments >= size || ending[k] === 2;
    const ahead = last ? valueAfter[k]! : (1 - trace) * valueAfter[k]! + trace * target[k + environments]!;
    target[k] = reward[k]! / unit + (ending[k] === 1 ? 0 : gamma * ahead);
  }
  return target;
}
