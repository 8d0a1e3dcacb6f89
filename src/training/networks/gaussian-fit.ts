import type { TrainingSettings } from '../../config/training-fields.ts';
import { ln } from '../../math/ln.ts';
import { meanOf, spreadOf, spreadSlope } from './gaussian.ts';
import type { Network } from './network.ts';

/** What keeps the fit near the old policy: two multipliers, for the mean and for the spread. */
export interface FitPenalty {
  mean: number;
  spread: number;
}

/** Factor by which a penalty follows its bound at each step. */
const FOLLOW = 1.05;
const LEAST = 1e-4;
const MOST = 1e4;

const followed = (penalty: number, divergence: number, bound: number): number =>
  Math.min(MOST, Math.max(LEAST, divergence > bound ? penalty * FOLLOW : penalty / FOLLOW));

/**
 * One gradient step that fits a Gaussian policy to weighted particles, as MPO's M-step does (Abdolmaleki et al. 2018,
 * arXiv 1806.06920): the weighted likelihood with mean and spread decoupled (each is fitted with the other one old), less
 * penalties on how far each has moved from the old policy, which rise and fall so as to keep KL within its bound.
 *
 * @param old [S·2D] the old policy's network at these states
 * @param drawn [S·n·D] particles
 * @param target [S·n] their new weights, each row summing to 1
 */
export function fitGaussian(
  network: Network,
  seen: Float32Array,
  old: ArrayLike<number>,
  drawn: Float64Array,
  target: Float64Array,
  penalty: FitPenalty,
  { meanBound, spreadBound, policyRate }: TrainingSettings,
): void {
  const states = seen.length / network.layout.sizes[0]!;
  const d = network.layout.sizes.at(-1)! / 2;
  const n = target.length / states;
  const output = network.forward(seen, states, true);
  const slopes = new Float32Array(output.length);
  let meanMoved = 0;
  let spreadMoved = 0;
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const atMean = s * 2 * d + part;
      const atSpread = atMean + d;
      const oldMean = meanOf(old[atMean]!);
      const oldSpread = spreadOf(old[atSpread]!);
      const mean = meanOf(output[atMean]!);
      const spread = spreadOf(output[atSpread]!);
      let first = 0;
      let second = 0;
      for (let i = 0; i < n; i += 1) {
        const from = drawn[(s * n + i) * d + part]!;
        first += target[s * n + i]! * from;
        second += target[s * n + i]! * (from - oldMean) * (from - oldMean);
      }
      const was = oldSpread * oldSpread;
      const is = spread * spread;
      const meanSlope = (mean - first + penalty.mean * (mean - oldMean)) / was;
      const spreadPull = 1 - second / is + penalty.spread * (1 - was / is);
      slopes[atMean] = (meanSlope * (1 - mean * mean)) / states;
      slopes[atSpread] = (spreadPull * spreadSlope(output[atSpread]!)) / states;
      meanMoved += ((mean - oldMean) * (mean - oldMean)) / (2 * was * states);
      spreadMoved += (ln(spread / oldSpread) + was / (2 * is) - 0.5) / states;
    }
  }
  network.learn(slopes, policyRate);
  penalty.mean = followed(penalty.mean, meanMoved, meanBound);
  penalty.spread = followed(penalty.spread, spreadMoved, spreadBound);
}

/** Σ_s KL(π′‖π)/S between Gaussians given by network outputs [S·2D], in nats; clipping to the box can only lessen it. */
export function meanGaussianDivergence(now: ArrayLike<number>, old: ArrayLike<number>, states: number): number {
  const d = now.length / states / 2;
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const at = s * 2 * d + part;
      const spread = spreadOf(now[at + d]!);
      const oldSpread = spreadOf(old[at + d]!);
      const apart = (meanOf(now[at]!) - meanOf(old[at]!)) / oldSpread;
      const ratio = spread / oldSpread;
      sum += (ratio * ratio + apart * apart - 1) / 2 - ln(ratio);
    }
  }
  return sum / states;
}

/** Differential entropy of the Gaussians before clipping, a component, in nats; the box has half-width 1. */
export function meanGaussianEntropy(output: ArrayLike<number>, states: number): number {
  const d = output.length / states / 2;
  let sum = 0;
  for (let s = 0; s < states; s += 1)
    for (let part = 0; part < d; part += 1) sum += ln(spreadOf(output[s * 2 * d + d + part]!));
  return sum / (states * d) + 0.5 * ln(2 * Math.PI) + 0.5;
}
