import type { FiniteModel } from '../environments/environment.ts';
import type { Evaluator } from './evaluation.ts';

/** What an update needs to know about the old policy. */
export interface Estimate {
  /** A [S·N] */
  readonly advantage: Float64Array;
  /** ρ [S], sums to 1 */
  readonly weight: Float64Array;
  /** [S] 1 where the update may change the policy */
  readonly known: Uint8Array;
}

export function emptyEstimate(model: FiniteModel): Estimate {
  const { states, actions } = model;
  return {
    advantage: new Float64Array(states * actions),
    weight: new Float64Array(states),
    known: new Uint8Array(states),
  };
}

/**
 * Exact advantages A = Q − V with the exact discounted visits as weights.
 *
 * Rounded to ten digits of their largest, so that ties which are exact in theory are ties in floating point too.
 *
 * @param value V [S] of the policy; the evaluator holds that policy prepared
 */
export function exactAdvantage(
  evaluator: Evaluator,
  model: FiniteModel,
  value: Float64Array,
  gamma: number,
  out: Estimate,
): void {
  const { states, actions, start } = model;
  evaluator.actionValues(value, gamma, out.advantage);
  for (let s = 0; s < states; s += 1) {
    for (let a = 0; a < actions; a += 1) out.advantage[s * actions + a] = out.advantage[s * actions + a]! - value[s]!;
  }
  roundAdvantage(out.advantage);
  evaluator.solveVisits(start, out.weight);
  out.known.fill(1);
}

/** A ← round(A/s·10¹⁰)/10¹⁰·s, s = max(1, max|A|). */
export function roundAdvantage(advantage: Float64Array): void {
  let scale = 1;
  for (let i = 0; i < advantage.length; i += 1) scale = Math.max(scale, Math.abs(advantage[i]!));
  for (let i = 0; i < advantage.length; i += 1) {
    // + 0 turns −0 into 0
    advantage[i] = (Math.round((advantage[i]! / scale) * 1e10) / 1e10) * scale + 0;
  }
}

/** A ← A/sd with the standard deviation of A under ρ and π: what `normalised` means where A has mean 0 by itself. */
export function normaliseAdvantage(policy: Float64Array, estimate: Estimate): void {
  const { advantage, weight } = estimate;
  const actions = advantage.length / weight.length;
  let variance = 0;
  for (let s = 0; s < weight.length; s += 1) {
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      variance += weight[s]! * policy[pair]! * advantage[pair]! * advantage[pair]!;
    }
  }
  const deviation = Math.sqrt(variance);
  if (deviation <= 1e-12) return;
  for (let pair = 0; pair < advantage.length; pair += 1) advantage[pair] = advantage[pair]! / deviation;
}
