import { conjugateGradients, dot } from '../../math/conjugate-gradients.ts';
import type { Advised, TrainableNetwork } from './network-rule.ts';

/** Factor of the line search, and its most steps: the defaults of stable-baselines3-contrib. */
export const SHRINK = 0.8;
export const MOST_TRIES = 10;
/** Conjugate gradients and damping, of the same source. */
const CG_STEPS = 15;
const DAMPING = 0.1;
/** Rows of the batch from which the Fisher matrix is taken. */
const FISHER_ROWS = 512;

/** The states of a step. */
type Rows = Pick<Advised, 'head' | 'inputs' | 'size'>;

/**
 * Follows x = F⁻¹g from where a policy network stands: √(2·bound / xᵀg) of it, which is KL = bound in a quadratic model, made
 * shorter until it is taken.
 *
 * @param gradient g, of what is to rise
 * @param takes whether a step is taken, by the outputs [size·out] after it
 * @returns the length; 0 where no step was taken, NaN where there is nothing to follow; the weights are then as they were
 */
export function naturalStep(
  policy: TrainableNetwork,
  rows: Rows,
  gradient: Float32Array,
  bound: number,
  takes: (now: Float32Array) => boolean,
): number {
  const direction = conjugateGradients(fisherProduct(policy, rows), gradient, CG_STEPS, 1e-10);
  const along = dot(direction, gradient);
  if (!(along > 0)) return NaN;
  const weights = policy.weights.slice();
  // xᵀFx = xᵀg where conjugate gradients have converged
  let length = Math.sqrt((2 * bound) / along);
  for (let tries = 0; tries < MOST_TRIES; tries += 1, length *= SHRINK) {
    const far = length;
    policy.follow(weights.map((weight, i) => weight + far * direction[i]!));
    if (takes(policy.forward(rows.inputs, rows.size))) return length;
  }
  policy.follow(weights);
  return 0;
}

/** v ↦ (Jᵀ F J / rows + damping) v, with the Fisher matrix F of the outputs, over evenly spaced rows of the batch. */
export function fisherProduct(
  policy: TrainableNetwork,
  { head, inputs: all, size }: Rows,
): (direction: Float32Array) => Float32Array {
  const wide = policy.inputs;
  const rows = Math.min(FISHER_ROWS, size);
  const inputs = new Float32Array(rows * wide);
  for (let row = 0; row < rows; row += 1) {
    const k = Math.floor((row * size) / rows);
    inputs.set(all.subarray(k * wide, (k + 1) * wide), row * wide);
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
