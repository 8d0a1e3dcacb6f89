import { MOST_NORM } from '../../baselines/gradient.ts';
import { MOST_TRIES, SHRINK } from '../../baselines/trpo.ts';
import type { BaselineSettings, BaselineStep } from '../../baselines/baseline.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import { exp } from '../../math/exp.ts';
import { onePass, type Batch } from './batch.ts';
import { conjugateGradients, dot } from './natural-gradient.ts';
import type { Network } from './network.ts';
import type { PolicyHead } from './policy-head.ts';

/** A batch with what its actions were worth. */
export interface Advised {
  readonly head: PolicyHead;
  readonly batch: Batch;
  /** [size] λ-returns */
  readonly target: Float64Array;
  /** [size] */
  readonly advantage: Float64Array;
}

export interface GradientStep extends BaselineStep {
  /** Of A2C, whose step fits the critic too; else NaN. */
  readonly criticLoss: number;
}

const FREE = { beta: NaN, radius: NaN, spent: NaN, note: '', criticLoss: NaN };

/** Conjugate gradients and damping of TRPO, the defaults of stable-baselines3-contrib. */
const CG_STEPS = 15;
const DAMPING = 0.1;
/** Rows of the batch from which the Fisher matrix is taken. */
const FISHER_ROWS = 512;

/** ln π of every action of the batch, by a network's outputs. */
function logProbabilities({ head, batch }: Advised, output: ArrayLike<number>): Float64Array {
  const log = new Float64Array(batch.size);
  for (let k = 0; k < batch.size; k += 1)
    log[k] = head.logProbability(output, k * head.outputs, batch.action, k * head.actionSize);
  return log;
}

/** To mean 0 and standard deviation 1. */
function normalised(advantage: Float64Array): Float64Array {
  const mean = advantage.reduce((sum, a) => sum + a, 0) / advantage.length;
  const square = advantage.reduce((sum, a) => sum + (a - mean) * (a - mean), 0) / advantage.length;
  return advantage.map((a) => (a - mean) / (Math.sqrt(square) + 1e-8));
}

/** PPO: epochs of minibatches on the clipped surrogate; advantages are normalised over the batch. */
export function stepPpo(
  policy: Network,
  advised: Advised,
  { learningRate, clip, passes, entropyBonus }: BaselineSettings,
  training: Pick<TrainingSettings, 'minibatch'>,
  uniform: () => number,
): GradientStep {
  const { head, batch } = advised;
  const before = logProbabilities(advised, policy.forward(batch.seen, batch.size));
  const advantage = normalised(advised.advantage);
  const slope = (output: Float32Array, k: number, row: number, slopes: Float32Array, rows: number): number => {
    const at = row * head.outputs;
    const from = k * head.actionSize;
    const ratio = exp(head.logProbability(output, at, batch.action, from) - before[k]!);
    const value = advantage[k]!;
    const flat = value > 0 ? ratio > 1 + clip : ratio < 1 - clip;
    if (!flat) head.addSlope(output, at, batch.action, from, (-ratio * value) / rows, slopes);
    if (entropyBonus > 0) head.addEntropySlope(output, at, -entropyBonus / rows, slopes);
    return 0;
  };
  for (let pass = 0; pass < passes; pass += 1) {
    onePass(policy, batch, training, learningRate, uniform, slope, MOST_NORM);
  }
  return FREE;
}

/** A2C: one step of policy and critic on the latest few steps. */
export function stepA2c(
  policy: Network,
  critic: Network,
  { head, batch, target, advantage }: Advised,
  { learningRate, entropyBonus }: BaselineSettings,
): GradientStep {
  const { size } = batch;
  const output = policy.forward(batch.seen, size, true);
  const slopes = new Float32Array(output.length);
  for (let k = 0; k < size; k += 1) {
    const at = k * head.outputs;
    head.addSlope(output, at, batch.action, k * head.actionSize, -advantage[k]! / size, slopes);
    if (entropyBonus > 0) head.addEntropySlope(output, at, -entropyBonus / size, slopes);
  }
  policy.learn(slopes, learningRate, MOST_NORM);
  const value = critic.forward(batch.seen, size, true);
  let loss = 0;
  critic.learn(
    value.map((worth, k) => {
      const error = worth - target[k]!;
      loss += (error * error) / size;
      return error / size;
    }),
    learningRate,
    MOST_NORM,
  );
  return { ...FREE, criticLoss: loss };
}

/** TRPO: the natural gradient by conjugate gradients, cut back until KL(π‖π′) ≤ δ and the surrogate has risen. */
export function stepTrpo(policy: Network, advised: Advised, { delta }: BaselineSettings): GradientStep {
  const { head, batch } = advised;
  const advantage = normalised(advised.advantage);
  const output = policy.forward(batch.seen, batch.size, true);
  const before = logProbabilities(advised, output);
  const slopes = new Float32Array(output.length);
  for (let k = 0; k < batch.size; k += 1) {
    const factor = advantage[k]! / batch.size;
    head.addSlope(output, k * head.outputs, batch.action, k * head.actionSize, factor, slopes);
  }
  const gradient = policy.gradient(slopes);
  const direction = conjugateGradients(fisherProduct(policy, head, batch), gradient, CG_STEPS, 1e-10);
  const along = dot(direction, gradient);
  const stay = { beta: Infinity, radius: delta, spent: 0, criticLoss: NaN };
  if (!(along > 0)) return { ...stay, note: 'No advantage differs: there is nothing to follow.' };
  const weights = policy.weights.slice();
  // xᵀFx = xᵀg where conjugate gradients have converged
  let length = Math.sqrt((2 * delta) / along);
  for (let tries = 0; tries < MOST_TRIES; tries += 1, length *= SHRINK) {
    const step = length;
    policy.follow(weights.map((weight, i) => weight + step * direction[i]!));
    const now = policy.forward(batch.seen, batch.size);
    const after = logProbabilities(advised, now);
    let gain = 0;
    let divergence = 0;
    for (let k = 0; k < batch.size; k += 1) {
      gain += (exp(after[k]! - before[k]!) - 1) * advantage[k]!;
      divergence += head.divergence(output, now, k * head.outputs) / batch.size;
    }
    if (gain > 0 && divergence <= delta)
      return { beta: 1 / length, radius: delta, spent: divergence, note: '', criticLoss: NaN };
  }
  policy.follow(weights);
  return { ...stay, note: 'The line search found no step inside δ that gains: the policy stays.' };
}

/** v ↦ (Jᵀ F J / rows + damping) v, with the Fisher matrix F of the outputs, over evenly spaced rows of the batch. */
export function fisherProduct(
  policy: Network,
  head: PolicyHead,
  { seen, size }: Batch,
): (direction: Float32Array) => Float32Array {
  const wide = policy.layout.sizes[0]!;
  const rows = Math.min(FISHER_ROWS, size);
  const inputs = new Float32Array(rows * wide);
  for (let row = 0; row < rows; row += 1) {
    const k = Math.floor((row * size) / rows);
    inputs.set(seen.subarray(k * wide, (k + 1) * wide), row * wide);
  }
  const output = policy.forward(inputs, rows, true);
  return (direction) => {
    const change = policy.tangent(direction);
    const curved = new Float32Array(change.length);
    for (let row = 0; row < rows; row += 1) head.fisher(output, row * head.outputs, change, curved);
    for (let i = 0; i < curved.length; i += 1) curved[i] = curved[i]! / rows;
    return policy.gradient(curved).map((slope, i) => slope + DAMPING * direction[i]!);
  };
}
