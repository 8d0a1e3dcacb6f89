import type { Problem } from '../trust-regions/trust-region.ts';
import { softmaxRows, type Baseline, type BaselineSettings, type BaselineStep, type Scores } from './baseline.ts';
import { cutNorm, MOST_NORM, throughSoftmax } from './gradient.ts';

/** Fading of RMSprop's squares, and what keeps it from dividing by 0: A2C's usual ones. */
export const FADE = 0.99;
export const LEAST = 1e-5;

/**
 * Advantage actor–critic (A2C: Mnih et al. 2016, arXiv 1602.01783, synchronous): one step of RMSprop up the policy gradient
 * Σ_s ρ_s Σ_a π(a|s) A(s,a) ∇ ln π(a|s). Nothing bounds how far the policy moves but the step size.
 */
export const a2c: Baseline = {
  label: 'A2C',
  short: 'A2C',
  summary: 'One step up the policy gradient: only the step size bounds it.',
  derivesPlan: true,
  usesLambda: false,
  memoryless: false,
  reads: ['learningRate', 'entropyBonus'],
  improve,
};

function improve(
  problem: Problem,
  known: Uint8Array,
  { learningRate, entropyBonus }: BaselineSettings,
  memory: Scores,
  next: Float64Array,
): BaselineStep {
  const gradient = new Float64Array(next.length);
  policyGradient(problem, entropyBonus, gradient);
  cutNorm(gradient, MOST_NORM);
  memory.steps += 1;
  const { scores, second } = memory;
  for (let pair = 0; pair < gradient.length; pair += 1) {
    if (known[Math.floor(pair / problem.actions)] === 0) continue;
    const slope = gradient[pair]!;
    second[pair] = FADE * second[pair]! + (1 - FADE) * slope * slope;
    scores[pair] = scores[pair]! + (learningRate * slope) / (Math.sqrt(second[pair]!) + LEAST);
  }
  softmaxRows(scores, problem.actions, next);
  return { beta: NaN, radius: NaN, spent: NaN, note: '' };
}

/** Writes the gradient of Σ_s ρ_s (Σ_a π A + c H(π_s)) by the scores [S·N], at the problem's policy. */
export function policyGradient(problem: Problem, entropyBonus: number, gradient: Float64Array): void {
  const { states, actions, policy, advantage, weight } = problem;
  for (let s = 0; s < states; s += 1) {
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1)
      gradient[pair] = weight[s]! * policy[pair]! * advantage[pair]!;
  }
  throughSoftmax(problem, policy, gradient, entropyBonus);
}
