import { exp } from '../../math/exp.ts';
import { ln } from '../../math/ln.ts';

/** Bounds of the standard deviation, in half-widths of the box. */
const LEAST_STD = 0.05;
const MOST_STD = 1;
/** Standard deviation with which a policy begins, in half-widths of the box. */
export const FIRST_STD = 0.5;
const LOW = ln(LEAST_STD);
const RANGE = ln(MOST_STD) - LOW;

/** Mean and standard deviation of a Gaussian from a network's two outputs: bounded both, by tanh and by a logistic curve. */
export function meanOf(output: number): number {
  const e = exp(-2 * Math.abs(output));
  const t = (1 - e) / (1 + e);
  return output < 0 ? -t : t;
}

function logistic(x: number): number {
  const e = exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

export function stdOf(output: number): number {
  return exp(LOW + RANGE * logistic(output));
}

/** d ln σ / d output */
export function logStdSlope(output: number): number {
  const p = logistic(output);
  return RANGE * p * (1 - p);
}

/** The output that gives a standard deviation. */
export function outputOfStd(std: number): number {
  const p = (ln(std) - LOW) / RANGE;
  return ln(p / (1 - p));
}
