import { drawCategorical } from '../../math/categorical.ts';
import { ln } from '../../math/ln.ts';
import type { PolicyHead } from '../../methods/gradient/network-rule.ts';
import { logStdSlope, meanOf, stdOf } from './gaussian.ts';
import { softmax } from './softmax.ts';

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
      for (let i = 0; i < d; i += 1) action[from + i] = meanOf(output[at + i]!) + stdOf(output[at + d + i]!) * normal();
    },
    logProbability(output, at, action, from) {
      let sum = 0;
      for (let i = 0; i < d; i += 1) {
        const std = stdOf(output[at + d + i]!);
        const apart = (action[from + i]! - meanOf(output[at + i]!)) / std;
        sum -= (apart * apart) / 2 + ln(std) + HALF_LN_2PI;
      }
      return sum;
    },
    addSlope(output, at, action, from, factor, slopes) {
      for (let i = 0; i < d; i += 1) {
        const mean = meanOf(output[at + i]!);
        const std = stdOf(output[at + d + i]!);
        const apart = (action[from + i]! - mean) / std;
        slopes[at + i] = slopes[at + i]! + (factor * apart * (1 - mean * mean)) / std;
        const wider = logStdSlope(output[at + d + i]!);
        slopes[at + d + i] = slopes[at + d + i]! + factor * (apart * apart - 1) * wider;
      }
    },
    addEntropySlope(output, at, factor, slopes) {
      for (let i = at + d; i < at + 2 * d; i += 1) slopes[i] = slopes[i]! + factor * logStdSlope(output[i]!);
    },
    divergence(old, now, at) {
      let sum = 0;
      for (let i = 0; i < d; i += 1) {
        const ratio = stdOf(old[at + d + i]!) / stdOf(now[at + d + i]!);
        const apart = (meanOf(old[at + i]!) - meanOf(now[at + i]!)) / stdOf(now[at + d + i]!);
        sum += (ratio * ratio + apart * apart - 1) / 2 - ln(ratio);
      }
      return sum;
    },
    fisher(output, at, direction, out) {
      for (let i = 0; i < d; i += 1) {
        const mean = meanOf(output[at + i]!);
        const steep = (1 - mean * mean) / stdOf(output[at + d + i]!);
        out[at + i] = steep * steep * direction[at + i]!;
        const wider = logStdSlope(output[at + d + i]!);
        out[at + d + i] = 2 * wider * wider * direction[at + d + i]!;
      }
    },
  };
}

const HALF_LN_2PI = 0.5 * ln(2 * Math.PI);
