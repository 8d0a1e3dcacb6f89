import { dot, conjugateGradients } from '../math/conjugate-gradients.ts';
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { ruleFields } from '../trust-regions/multiplier-rules.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { gradientMethod } from './gradient/gradient-method.ts';
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

/** Factor of the line search, and its most steps: the defaults of stable-baselines3-contrib. */
const SHRINK = 0.8;
const MOST_TRIES = 10;
/** Conjugate gradients and damping, of the same source. */
const CG_STEPS = 15;
const DAMPING = 0.1;
/** Rows of the batch from which the Fisher matrix is taken. */
const FISHER_ROWS = 512;

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
  const gradient = policy.gradient(slopes);
  const direction = conjugateGradients(fisherProduct(policy, advised), gradient, CG_STEPS, 1e-10);
  const along = dot(direction, gradient);
  const stay = { beta: Infinity, radius: delta, spent: 0, criticLoss: NaN };
  if (!(along > 0)) return { ...stay, note: NOTHING };
  const weights = policy.weights.slice();
  // xᵀFx = xᵀg where conjugate gradients have converged
  let length = Math.sqrt((2 * delta) / along);
  for (let tries = 0; tries < MOST_TRIES; tries += 1, length *= SHRINK) {
    const far = length;
    policy.follow(weights.map((weight, i) => weight + far * direction[i]!));
    const now = policy.forward(inputs, size);
    const after = logProbabilities(advised, now);
    let gain = 0;
    let divergence = 0;
    for (let k = 0; k < size; k += 1) {
      gain += (exp(after[k]! - before[k]!) - 1) * advantage[k]!;
      divergence += head.divergence(output, now, k * head.outputs) / size;
    }
    if (gain > 0 && divergence <= delta)
      return { beta: 1 / length, radius: delta, spent: divergence, note: '', criticLoss: NaN };
  }
  policy.follow(weights);
  return { ...stay, note: NO_STEP };
}

/** v ↦ (Jᵀ F J / rows + damping) v, with the Fisher matrix F of the outputs, over evenly spaced rows of the batch. */
export function fisherProduct(
  policy: TrainableNetwork,
  { head, inputs: all, size }: Pick<Advised, 'head' | 'inputs' | 'size'>,
): (direction: Float32Array) => Float32Array {
  const wide = policy.inputs;
  const rows = Math.min(FISHER_ROWS, size);
  const inputs = new Float32Array(rows * wide);
  for (let row = 0; row < rows; row += 1) {
    const k = Math.floor((row * size) / rows);
    inputs.set(all.subarray(k * wide, (k + 1) * wide), row * wide);
  }
  const output = policy.forward(inputs, rows, true);
  return (direction) => {
    const change = policy.tangent(direction);
    const curved = new Float32Array(change.length);
    for (let row = 0; row < rows; row += 1) head.fisher(output, row * head.outputs, change, curved);
    for (let i = 0; i < curved.length; i += 1) curved[i] = curved[i]! / rows;
    return policy.gradient(curved).map((slope, i) => slope + DAMPING * direction[i]!);
  };
}
