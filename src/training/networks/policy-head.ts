import { drawCategorical } from '../../math/categorical.ts';
import { ln } from '../../math/ln.ts';
import { meanOf, spreadOf, spreadSlope } from './gaussian.ts';
import { softmax } from './softmax.ts';

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

/** Softmax over n actions. */
export function categoricalHead(n: number): PolicyHead {
  const row = new Float64Array(n);
  const other = new Float64Array(n);
  const scores = new Float64Array(n);
  const into = (output: ArrayLike<number>, at: number, out: Float64Array): void => {
    for (let a = 0; a < n; a += 1) scores[a] = output[at + a]!;
    softmax(scores, 0, n, out, 0);
  };
  return {
    outputs: n,
    actionSize: 1,
    draw(output, at, uniform, _, action, from) {
      into(output, at, row);
      action[from] = drawCategorical(row, 0, n, uniform());
    },
    logProbability(output, at, action, from) {
      into(output, at, row);
      return ln(row[action[from]!]!);
    },
    addSlope(output, at, action, from, factor, slopes) {
      into(output, at, row);
      for (let a = 0; a < n; a += 1) {
        slopes[at + a] = slopes[at + a]! + factor * ((a === action[from] ? 1 : 0) - row[a]!);
      }
    },
    addEntropySlope(output, at, factor, slopes) {
      into(output, at, row);
      let entropy = 0;
      for (let a = 0; a < n; a += 1) if (row[a]! > 0) entropy -= row[a]! * ln(row[a]!);
      for (let a = 0; a < n; a += 1) {
        if (row[a]! > 0) slopes[at + a] = slopes[at + a]! - factor * row[a]! * (ln(row[a]!) + entropy);
      }
    },
    divergence(old, now, at) {
      into(old, at, row);
      into(now, at, other);
      let sum = 0;
      for (let a = 0; a < n; a += 1) if (row[a]! > 0) sum += row[a]! * (ln(row[a]!) - ln(other[a]!));
      return sum;
    },
    fisher(output, at, direction, out) {
      into(output, at, row);
      let mean = 0;
      for (let a = 0; a < n; a += 1) mean += row[a]! * direction[at + a]!;
      for (let a = 0; a < n; a += 1) out[at + a] = row[a]! * (direction[at + a]! - mean);
    },
  };
}

/** A Gaussian with d independent components, drawn before it is clipped to the box: outputs as `gaussian.ts` reads them. */
export function gaussianHead(d: number): PolicyHead {
  return {
    outputs: 2 * d,
    actionSize: d,
    draw(output, at, _, normal, action, from) {
      for (let i = 0; i < d; i += 1)
        action[from + i] = meanOf(output[at + i]!) + spreadOf(output[at + d + i]!) * normal();
    },
    logProbability(output, at, action, from) {
      let sum = 0;
      for (let i = 0; i < d; i += 1) {
        const spread = spreadOf(output[at + d + i]!);
        const apart = (action[from + i]! - meanOf(output[at + i]!)) / spread;
        sum -= (apart * apart) / 2 + ln(spread) + HALF_LN_2PI;
      }
      return sum;
    },
    addSlope(output, at, action, from, factor, slopes) {
      for (let i = 0; i < d; i += 1) {
        const mean = meanOf(output[at + i]!);
        const spread = spreadOf(output[at + d + i]!);
        const apart = (action[from + i]! - mean) / spread;
        slopes[at + i] = slopes[at + i]! + (factor * apart * (1 - mean * mean)) / spread;
        const wider = spreadSlope(output[at + d + i]!);
        slopes[at + d + i] = slopes[at + d + i]! + factor * (apart * apart - 1) * wider;
      }
    },
    addEntropySlope(output, at, factor, slopes) {
      for (let i = at + d; i < at + 2 * d; i += 1) slopes[i] = slopes[i]! + factor * spreadSlope(output[i]!);
    },
    divergence(old, now, at) {
      let sum = 0;
      for (let i = 0; i < d; i += 1) {
        const ratio = spreadOf(old[at + d + i]!) / spreadOf(now[at + d + i]!);
        const apart = (meanOf(old[at + i]!) - meanOf(now[at + i]!)) / spreadOf(now[at + d + i]!);
        sum += (ratio * ratio + apart * apart - 1) / 2 - ln(ratio);
      }
      return sum;
    },
    fisher(output, at, direction, out) {
      for (let i = 0; i < d; i += 1) {
        const mean = meanOf(output[at + i]!);
        const steep = (1 - mean * mean) / spreadOf(output[at + d + i]!);
        out[at + i] = steep * steep * direction[at + i]!;
        const wider = spreadSlope(output[at + d + i]!);
        out[at + d + i] = 2 * wider * wider * direction[at + d + i]!;
      }
    },
  };
}

const HALF_LN_2PI = 0.5 * ln(2 * Math.PI);
