import { wholePower } from '../math/whole-power.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { softmaxRows, type Baseline, type BaselineSettings, type BaselineStep, type Scores } from './baseline.ts';
import { cutNorm, MOST_NORM, throughSoftmax } from './gradient.ts';

/**
 * Proximal Policy Optimization (Schulman et al. 2017, arXiv 1707.06347): ascends
 * Σ_s ρ_s Σ_a π(a|s) min(r A, clip(r, 1−ε, 1+ε) A), r = π′/π, with Adam, several times on the same batch. Here the batch is
 * the expectation itself: every state and action with its weight.
 */
export const ppo: Baseline = {
  label: 'PPO',
  short: 'PPO',
  summary:
    'Gradient steps on a surrogate that stops paying once the ratio π′/π has left 1 ± ε: nothing else bounds the step.',
  derivesPlan: true,
  usesLambda: false,
  memoryless: false,
  reads: ['learningRate', 'clip', 'passes', 'entropyBonus'],
  improve,
};

function improve(
  problem: Problem,
  known: Uint8Array,
  { learningRate, clip, passes, entropyBonus }: BaselineSettings,
  memory: Scores,
  next: Float64Array,
): BaselineStep {
  const gradient = new Float64Array(next.length);
  next.set(problem.policy);
  for (let pass = 0; pass < passes; pass += 1) {
    clippedGradient(problem, next, clip, entropyBonus, gradient);
    cutNorm(gradient, MOST_NORM);
    ascendAdam(memory, gradient, known, problem.actions, learningRate);
    softmaxRows(memory.scores, problem.actions, next);
  }
  return { beta: NaN, radius: NaN, spent: NaN, note: '' };
}

/** Σ_s ρ_s Σ_a min(π′ A, clip(π′, π(1−ε), π(1+ε)) A) + c Σ_s ρ_s H(π′_s), what PPO ascends; the entropy is left to the gradient's test. */
export function clippedObjective(
  { states, actions, policy, advantage, weight }: Problem,
  next: Float64Array,
  clip: number,
): number {
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      const old = policy[pair]!;
      const kept = Math.min(old * (1 + clip), Math.max(old * (1 - clip), next[pair]!));
      sum += weight[s]! * Math.min(next[pair]! * advantage[pair]!, kept * advantage[pair]!);
    }
  }
  return sum;
}

/** Writes the gradient of the clipped objective and c Σ ρ H by the scores [S·N] of `next`. */
export function clippedGradient(
  problem: Problem,
  next: Float64Array,
  clip: number,
  entropyBonus: number,
  gradient: Float64Array,
): void {
  const { states, actions, policy, advantage, weight } = problem;
  for (let s = 0; s < states; s += 1) {
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
      const value = advantage[pair]!;
      const old = policy[pair]!;
      // beyond the clip on the side that A pushes to, the objective is flat
      const flat = value > 0 ? next[pair]! > old * (1 + clip) : next[pair]! < old * (1 - clip);
      gradient[pair] = flat ? 0 : weight[s]! * value * next[pair]!;
    }
  }
  throughSoftmax(problem, next, gradient, entropyBonus);
}

/** One step of Adam (Kingma and Ba 2015, arXiv 1412.6980; β₁ = .9, β₂ = .999, ε = 1e−5) uphill, in the rows that are known. */
function ascendAdam(memory: Scores, gradient: Float64Array, known: Uint8Array, actions: number, rate: number): void {
  memory.steps += 1;
  const { scores, first, second, steps } = memory;
  const fade1 = 1 - wholePower(0.9, steps);
  const fade2 = 1 - wholePower(0.999, steps);
  for (let pair = 0; pair < gradient.length; pair += 1) {
    if (known[Math.floor(pair / actions)] === 0) continue;
    const slope = gradient[pair]!;
    const m = 0.9 * first[pair]! + 0.1 * slope;
    const v = 0.999 * second[pair]! + 0.001 * slope * slope;
    first[pair] = m;
    second[pair] = v;
    scores[pair] = scores[pair]! + (rate * (m / fade1)) / (Math.sqrt(v / fade2) + 1e-5);
  }
}
