import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { ruleFields } from '../trust-regions/multiplier-rules.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { gradientMethod } from './gradient/gradient-method.ts';
import { MOST_TRIES, naturalStep, SHRINK } from './gradient/natural-step.ts';
import {
  logProbabilities,
  normalised,
  type Advised,
  type NetworkStep,
  type TrainableNetwork,
} from './gradient/network-rule.ts';
import { softmaxRows, type Scores } from './gradient/softmax-policy.ts';
import type { Situation, Step } from './method.ts';
import { tilt } from './tilt-formula.ts';

const NOTHING = 'No advantage differs: there is nothing to follow.';
const NO_STEP = 'The line search found no step inside δ that gains: the policy stays.';

/**
 * Trust Region Policy Optimization (Schulman et al. 2015, arXiv 1502.05477).
 *
 * Σ_s ρ_s KL(π(·|s) ‖ π′(·|s)) ≤ δ, the divergence the other way round than in the KL method, and its multiplier from a quadratic
 * model: the natural gradient of Σ ρ π′ A by a softmax's scores is A itself, exactly, so the step is π′ ∝ π e^{αA} with
 * α = √(2δ / Σ_s ρ_s Var_π A), made shorter until the divergence is inside δ and Σ ρ π′ A has risen. In networks the same step
 * is taken by conjugate gradients.
 */
export const trpo = gradientMethod({
  label: 'TRPO',
  short: 'TRPO',
  summary:
    'A natural-gradient step, cut back until KL(π‖π′) ≤ δ: its length comes from a quadratic model of the divergence.',
  look: { hue: 'brown', dash: [10, 3, 2, 3], mark: 'triangle' },
  scores: { kind: 'factors', title: 'old × exp(A/β)/Z = new' },
  formula: tilt,
  ofParticles: 'TRPO moves the network itself; particles weigh what it has made likelier (derived).',
  fields: { delta: ruleFields.delta },
  repeats: () => true,
  step,
  mover: {
    kind: 'gradient',
    network: {
      optimiser: 'adam',
      stepsBetween: Infinity,
      trace: 'setting',
      fitsCritic: false,
      step: (policy, _, advised, settings) => stepNetwork(policy, advised, settings),
    },
  },
});

function step(
  { problem, known }: Situation,
  { delta }: { readonly delta: number },
  memory: Scores,
  next: Float64Array,
): Step {
  const variance = weightedVariance(problem, known);
  const stay = (note: string): Step => {
    next.set(problem.policy);
    return { point: { beta: Infinity, share: NaN }, radius: delta, spent: () => 0, note };
  };
  if (!(variance > 0)) return stay(NOTHING);
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
    return { point: { beta: 1 / length, share: NaN }, radius: delta, spent: () => divergence, note: '' };
  }
  return stay(NO_STEP);
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

/** The natural gradient by conjugate gradients, cut back until KL(π‖π′) ≤ δ and the surrogate has risen. */
function stepNetwork(policy: TrainableNetwork, advised: Advised, { delta }: { readonly delta: number }): NetworkStep {
  const { head, size, inputs, action } = advised;
  const advantage = normalised(advised.advantage);
  const output = policy.forward(inputs, size, true);
  const before = logProbabilities(advised, output);
  const slopes = new Float32Array(output.length);
  for (let k = 0; k < size; k += 1) {
    const factor = advantage[k]! / size;
    head.addSlope(output, k * head.outputs, action, k * head.actionSize, factor, slopes);
  }
  let spent = 0;
  const length = naturalStep(policy, advised, policy.gradient(slopes), delta, (now) => {
    const after = logProbabilities(advised, now);
    let gain = 0;
    let divergence = 0;
    for (let k = 0; k < size; k += 1) {
      gain += (exp(after[k]! - before[k]!) - 1) * advantage[k]!;
      divergence += head.divergence(output, now, k * head.outputs) / size;
    }
    spent = divergence;
    return gain > 0 && divergence <= delta;
  });
  if (length > 0) return { beta: 1 / length, radius: delta, spent, note: '', criticLoss: NaN };
  const note = Number.isNaN(length) ? NOTHING : NO_STEP;
  return { beta: Infinity, radius: delta, spent: 0, criticLoss: NaN, note };
}
