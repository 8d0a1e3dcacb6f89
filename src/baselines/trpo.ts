import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { softmaxRows, type Baseline, type BaselineSettings, type BaselineStep, type Scores } from './baseline.ts';

/** Factor of the line search, and its most steps: the defaults of stable-baselines3-contrib. */
export const SHRINK = 0.8;
export const MOST_TRIES = 10;

/**
 * Trust Region Policy Optimization (Schulman et al. 2015, arXiv 1502.05477).
 *
 * Σ_s ρ_s KL(π(·|s) ‖ π′(·|s)) ≤ δ, the divergence the other way round than in the KL method, and its multiplier from a quadratic
 * model: the natural gradient of Σ ρ π′ A by a softmax's scores is A itself, exactly, so the step is π′ ∝ π e^{αA} with
 * α = √(2δ / Σ_s ρ_s Var_π A), made shorter until the divergence is inside δ and Σ ρ π′ A has risen. In networks the same step
 * is taken by conjugate gradients.
 */
export const trpo: Baseline = {
  label: 'TRPO',
  short: 'TRPO',
  summary:
    'A natural-gradient step, cut back until KL(π‖π′) ≤ δ: its length comes from a quadratic model of the divergence.',
  derivesPlan: true,
  usesLambda: false,
  memoryless: true,
  reads: ['delta'],
  improve,
};

function improve(
  problem: Problem,
  known: Uint8Array,
  { delta }: BaselineSettings,
  memory: Scores,
  next: Float64Array,
): BaselineStep {
  const variance = weightedVariance(problem, known);
  const stay = (note: string): BaselineStep => {
    next.set(problem.policy);
    return { beta: Infinity, radius: delta, spent: 0, note };
  };
  if (!(variance > 0)) return stay('No advantage differs: there is nothing to follow.');
  let length = Math.sqrt((2 * delta) / variance);
  for (let tries = 0; tries < MOST_TRIES; tries += 1, length *= SHRINK) {
    const { divergence, gain } = tilted(problem, known, length);
    if (!(divergence <= delta) || !(gain > 0)) continue;
    const { states, actions, advantage } = problem;
    for (let s = 0; s < states; s += 1) {
      if (known[s] === 0) continue;
      for (let pair = s * actions; pair < (s + 1) * actions; pair += 1)
        memory.scores[pair] = memory.scores[pair]! + length * advantage[pair]!;
    }
    memory.steps += 1;
    softmaxRows(memory.scores, actions, next);
    return { beta: 1 / length, radius: delta, spent: divergence, note: '' };
  }
  return stay('The line search found no step inside δ that gains: the policy stays.');
}

/** gᵀF⁻¹g: Σ_s ρ_s Var_π(A) over the states that are known. */
function weightedVariance({ states, actions, policy, advantage, weight }: Problem, known: Uint8Array): number {
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    if (known[s] === 0) continue;
    let mean = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) mean += policy[pair]! * advantage[pair]!;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      const apart = advantage[pair]! - mean;
      sum += weight[s]! * policy[pair]! * apart * apart;
    }
  }
  return sum;
}

/** Σ ρ KL(π‖π′) = Σ ρ (ln Σ π e^{αA} − α ⟨A⟩) and Σ ρ (⟨A⟩′ − ⟨A⟩) of the step π′ ∝ π e^{αA}. */
function tilted(
  { states, actions, policy, advantage, weight }: Problem,
  known: Uint8Array,
  length: number,
): { divergence: number; gain: number } {
  let divergence = 0;
  let gain = 0;
  for (let s = 0; s < states; s += 1) {
    if (known[s] === 0) continue;
    const base = s * actions;
    let best = -Infinity;
    for (let pair = base; pair < base + actions; pair += 1)
      if (policy[pair]! > 0) best = Math.max(best, advantage[pair]!);
    let total = 0;
    let before = 0;
    let after = 0;
    for (let pair = base; pair < base + actions; pair += 1) {
      const below = advantage[pair]! - best;
      const mass = policy[pair]! > 0 ? policy[pair]! * exp(length * below) : 0;
      total += mass;
      before += policy[pair]! * below;
      after += mass * below;
    }
    divergence += weight[s]! * (ln(total) - length * before);
    gain += weight[s]! * (after / total - before);
  }
  return { divergence, gain };
}
