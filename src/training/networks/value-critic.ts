import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Stream } from '../../math/random.ts';
import { onePass, type Batch } from './batch.ts';
import type { Network } from './network.ts';

/** Times that the critic's targets are made anew in one iteration. */
const ROUNDS = 2;

/**
 * What one unit of a critic is worth: a fifth of what the batch's root mean square reward would make if it came for ever.
 */
export function unitOfValue({ reward, size }: Batch, gamma: number): number {
  const square = reward.reduce((sum, r) => sum + r * r, 0) / size;
  return Math.max(Math.sqrt(square), 1e-3) / (1 - gamma) / 5;
}

/** λ-returns [size], in units of the value scale: (1−λ) Σ_n λⁿ of n-step returns, cut off where the batch or an episode is. */
export function lambdaReturns(
  { size, reward, ending, environments }: Batch,
  valueAfter: ArrayLike<number>,
  gamma: number,
  trace: number,
  valueScale: number,
): Float64Array {
  const target = new Float64Array(size);
  for (let k = size - 1; k >= 0; k -= 1) {
    const last = k + environments >= size || ending[k] === 2;
    const ahead = last ? valueAfter[k]! : (1 - trace) * valueAfter[k]! + trace * target[k + environments]!;
    target[k] = reward[k]! / valueScale + (ending[k] === 1 ? 0 : gamma * ahead);
  }
  return target;
}

/** Fits V to λ-returns; gives the last epoch's mean squared error. */
export function fitValues(
  critic: Network,
  batch: Batch,
  training: TrainingSettings,
  valueScale: number,
  { uniform }: Stream,
): number {
  const { gamma, gaeLambda } = training;
  let loss = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const after = critic.forward(batch.seenNext, batch.size);
    const target = lambdaReturns(batch, after, gamma, gaeLambda, valueScale);
    for (let epoch = 0; epoch < training.epochs; epoch += 1) {
      loss = onePass(critic, batch, training, training.criticRate, uniform, (output, k, at, slopes, rows) => {
        const error = output[at]! - target[k]!;
        slopes[at] = error / rows;
        return error * error;
      });
    }
  }
  return loss;
}
