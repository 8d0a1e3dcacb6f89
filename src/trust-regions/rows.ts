/** What the metrics ask of a row of a problem, and the sums that they share. */
import { ln } from '../math/ln.ts';
import type { Problem } from './trust-region.ts';

/** max A of the row that begins at `base`. */
export function bestOf(advantage: Float64Array, base: number, actions: number): number {
  let best = advantage[base]!;
  for (let a = base + 1; a < base + actions; a += 1) best = Math.max(best, advantage[a]!);
  return best;
}

/** Probabilities below this count as none where they are divided by: their reciprocals, squared, are beyond doubles. */
export const LEAST_MASS = 1e-100;

/** The largest advantage among actions with a probability above `least` in the row that begins at `base`; −∞ where there are none. */
export function bestOnSupport(
  policy: Float64Array,
  advantage: Float64Array,
  base: number,
  actions: number,
  least = 0,
): number {
  let best = -Infinity;
  for (let a = base; a < base + actions; a += 1) {
    const value = advantage[a]!;
    if (value > best && policy[a]! > least) best = value;
  }
  return best;
}

/** Stands for t = ∞: times 0 it is 0, and times any difference of advantages it is out of the exponential's reach. */
const STEEPEST = 1e300;

/** t in [0, ∞] as a number whose product with A − max A is one, so that the best actions keep y = 0. */
export function finiteTilt(t: number): number {
  return Math.min(t, STEEPEST);
}

/** Σ_s ρ_s Σ_a π'_a A_a */
export function expectedAdvantage({ states, actions, advantage, weight }: Problem, next: Float64Array): number {
  let value = 0;
  for (let s = 0; s < states; s += 1) {
    let gained = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) gained += next[pair]! * advantage[pair]!;
    value += weight[s]! * gained;
  }
  return value;
}

/** Σ_s ρ_s H(π(·|s)) in nats, for a policy [S·N] and weights ρ [S]. */
export function meanEntropy(policy: Float64Array, weight: Float64Array, actions: number): number {
  let total = 0;
  for (let s = 0; s < weight.length; s += 1) {
    if (weight[s] === 0) continue;
    let row = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      if (policy[pair]! > 0) row -= policy[pair]! * ln(policy[pair]!);
    }
    total += weight[s]! * row;
  }
  return total;
}

/** Σ_s ρ_s */
export function totalWeight({ weight }: Problem): number {
  let total = 0;
  for (const rho of weight) total += rho;
  return total;
}

/** The largest range of advantages in a state. */
export function rangeOf({ states, actions, advantage }: Problem): number {
  let range = 0;
  for (let s = 0; s < states; s += 1) {
    let least = Infinity;
    let most = -Infinity;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      least = Math.min(least, advantage[pair]!);
      most = Math.max(most, advantage[pair]!);
    }
    range = Math.max(range, most - least);
  }
  return range;
}
