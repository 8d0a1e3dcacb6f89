import { ln } from '../../math/ln.ts';
import type { Point, Problem } from '../../trust-regions/trust-region.ts';

/** Of a step that has no multiplier. */
export const NO_POINT: Point = { beta: NaN, share: NaN };

/** Largest norm of a gradient that PPO and A2C follow, the default of stable-baselines3 (Raffin et al. 2021). */
export const MOST_NORM = 0.5;

/**
 * Writes the gradient by the scores of c Σ_s ρ_s H(π_s) + Σ_s Σ_a worth(pair): worth is Σ_a's term by its own probability's
 * logarithm, ∂/∂ ln π(a|s), so that ∂/∂score_b = worth_b − π_b Σ_a worth_a.
 *
 * @param policy [S·N] at which the gradient is taken
 * @param worth [S·N] in; the gradient out
 */
export function throughSoftmax(
  { states, actions, weight }: Problem,
  policy: Float64Array,
  worth: Float64Array,
  entropyBonus: number,
): void {
  for (let s = 0; s < states; s += 1) {
    let sum = 0;
    let entropy = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      sum += worth[pair]!;
      if (entropyBonus > 0 && policy[pair]! > 0) entropy -= policy[pair]! * ln(policy[pair]!);
    }
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      const p = policy[pair]!;
      worth[pair] = worth[pair]! - p * sum;
      if (entropyBonus > 0 && p > 0) worth[pair] = worth[pair]! - entropyBonus * weight[s]! * p * (ln(p) + entropy);
    }
  }
}

/** Cuts a gradient to a norm. */
export function cutNorm(gradient: Float64Array, most: number): void {
  let square = 0;
  for (let i = 0; i < gradient.length; i += 1) square += gradient[i]! * gradient[i]!;
  const norm = Math.sqrt(square);
  if (norm <= most) return;
  for (let i = 0; i < gradient.length; i += 1) gradient[i] = (gradient[i]! / norm) * most;
}
