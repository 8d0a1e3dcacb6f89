import type { TrainingSettings } from '../../config/training-fields.ts';
import { ln } from '../../math/ln.ts';
import { logStdSlope, meanOf, stdOf } from '../nets/gaussian.ts';
import type { Network } from '../nets/network.ts';

/** What keeps the fit near the old policy: two multipliers, for the mean and for the standard deviation. */
export interface FitPenalty {
  mean: number;
  std: number;
}

/** Particles at some states, with the weights that the fit is to give them. */
interface Weighted {
  /** [S·O] normalised observations */
  readonly inputs: Float32Array;
  /** [S·2D] outputs of the old policy */
  readonly old: ArrayLike<number>;
  /** [S·n·D] as drawn from it */
  readonly drawn: Float64Array;
  /** [S·n] their new weights, each row summing to 1 */
  readonly target: Float64Array;
}

/** Factor by which a penalty follows its bound at each step. */
const ADAPT = 1.05;
const LEAST = 1e-4;
const MOST = 1e4;

const adapted = (penalty: number, divergence: number, bound: number): number =>
  Math.min(MOST, Math.max(LEAST, divergence > bound ? penalty * ADAPT : penalty / ADAPT));

/**
 * One gradient step that fits a Gaussian policy to weighted particles, as MPO's M-step does (Abdolmaleki et al. 2018,
 * arXiv 1806.06920): the weighted likelihood with mean and standard deviation decoupled (each is fitted with the other one old), less
 * penalties on how far each has moved from the old policy, which rise and fall so as to keep KL within its bound.
 */
export function fitGaussian(
  network: Network,
  { inputs, old, drawn, target }: Weighted,
  penalty: FitPenalty,
  { meanBound, spreadBound, policyRate }: TrainingSettings,
): void {
  const states = inputs.length / network.inputs;
  const d = network.outputs / 2;
  const n = target.length / states;
  const output = network.forward(inputs, states, true);
  const slopes = new Float32Array(output.length);
  let meanMoved = 0;
  let stdMoved = 0;
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const atMean = s * 2 * d + part;
      const atStd = atMean + d;
      const oldMean = meanOf(old[atMean]!);
      const oldStd = stdOf(old[atStd]!);
      const mean = meanOf(output[atMean]!);
      const std = stdOf(output[atStd]!);
      let first = 0;
      let second = 0;
      for (let i = 0; i < n; i += 1) {
        const from = drawn[(s * n + i) * d + part]!;
        first += target[s * n + i]! * from;
        second += target[s * n + i]! * (from - oldMean) * (from - oldMean);
      }
      const was = oldStd * oldStd;
      const is = std * std;
      const meanSlope = (mean - first + penalty.mean * (mean - oldMean)) / was;
      const stdPull = 1 - second / is + penalty.std * (1 - was / is);
      slopes[atMean] = (meanSlope * (1 - mean * mean)) / states;
      slopes[atStd] = (stdPull * logStdSlope(output[atStd]!)) / states;
      meanMoved += ((mean - oldMean) * (mean - oldMean)) / (2 * was * states);
      stdMoved += (ln(std / oldStd) + was / (2 * is) - 0.5) / states;
    }
  }
  network.learn(slopes, policyRate);
  penalty.mean = adapted(penalty.mean, meanMoved, meanBound);
  penalty.std = adapted(penalty.std, stdMoved, spreadBound);
}

/** Σ_s KL(π′‖π)/S between Gaussians given by network outputs [S·2D], in nats; clipping to the box can only lessen it. */
export function meanGaussianDivergence(now: ArrayLike<number>, old: ArrayLike<number>, states: number): number {
  const d = now.length / states / 2;
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const at = s * 2 * d + part;
      const std = stdOf(now[at + d]!);
      const oldStd = stdOf(old[at + d]!);
      const apart = (meanOf(now[at]!) - meanOf(old[at]!)) / oldStd;
      const ratio = std / oldStd;
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
    for (let part = 0; part < d; part += 1) sum += ln(stdOf(output[s * 2 * d + d + part]!));
  return sum / (states * d) + 0.5 * ln(2 * Math.PI) + 0.5;
}
