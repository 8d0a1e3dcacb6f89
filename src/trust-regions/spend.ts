import { positiveRoot } from '../math/root.ts';
import type { Optimum, Problem } from './trust-region.ts';

/** The left side of a constraint at one tilt t = sharpness/β, and sharpness · t · its slope in t. */
export interface Distance {
  cost: number;
  spread: number;
}

/** A path of updates along which the left side rises from `least`, at first as the square of the tilt. */
interface Path {
  readonly measure: (tilt: number, out: Distance) => void;
  readonly least: number;
  readonly sharpness: number;
}

/**
 * The multiplier at which a radius above `least` is spent: the root of distance(t) = δ, found on √(distance − least), which is nearly a
 * straight line in t while steps are small.
 * @param guess a first t, > 0
 */
export function spendAll({ measure, least, sharpness }: Path, radius: number, guess: number): Optimum {
  const out = { cost: 0, spread: 0 };
  const target = Math.sqrt(radius - least);
  const tilt = positiveRoot(
    (t, at) => {
      measure(t, out);
      const root = Math.sqrt(Math.max(0, out.cost - least));
      at[0] = root - target;
      at[1] = root > 0 ? out.spread / (2 * sharpness * t * root) : 0;
    },
    guess,
    target,
  );
  const beta = sharpness / tilt;
  measure(sharpness / beta, out);
  return { beta, share: 0, spent: out.cost, binding: 'tight' };
}

/** Σ_s ρ_s Var_π(A). */
export function variance({ states, actions, policy, advantage, weight }: Problem): number {
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    let mean = 0;
    let square = 0;
    const base = s * actions;
    const origin = advantage[base]!;
    for (let a = base; a < base + actions; a += 1) {
      const value = advantage[a]! - origin;
      mean += policy[a]! * value;
      square += policy[a]! * value * value;
    }
    sum += weight[s]! * Math.max(0, square - mean * mean);
  }
  return sum;
}

/** A tilt at which a distance that begins as t² Var_π(A)/2 is about δ. */
export function guessedTilt(problem: Problem, radius: number): number {
  return Math.sqrt((2 * radius) / Math.max(Number.MIN_VALUE, variance(problem)));
}
