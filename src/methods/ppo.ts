import type { NumberField } from '../field.ts';
import { exp } from '../math/exp.ts';
import { wholePower } from '../math/whole-power.ts';
import type { Problem } from '../trust-regions/trust-region.ts';
import { gradientMethod, optimiserFields } from './gradient/gradient-method.ts';
import {
  FREE,
  logProbabilities,
  normalised,
  type Advised,
  type NetworkStep,
  type TrainableNetwork,
} from './gradient/network-rule.ts';
import { softmaxRows, type Scores } from './gradient/softmax-policy.ts';
import { cutNorm, MOST_NORM, NO_POINT, throughSoftmax } from './gradient/surrogate.ts';
import type { Situation, Step } from './method.ts';
import { ratio } from './tilt-formula.ts';

const clipField: NumberField = {
  kind: 'number',
  label: 'clip range',
  symbol: 'ε',
  default: 0.2,
  min: 0.01,
  max: 1,
  step: 0.01,
  scale: 'linear',
  help: 'PPO’s surrogate stops paying once π′/π has left 1 ± ε.',
};

const passesField: NumberField = {
  kind: 'number',
  label: 'epochs',
  symbol: 'E',
  default: 10,
  min: 1,
  max: 100,
  step: 40,
  scale: 'log',
  integer: true,
  help: 'Times that PPO goes through one batch.',
};

interface PpoSettings {
  readonly learningRate: number;
  /** ε of the clipped ratio */
  readonly clip: number;
  /** Gradient steps on one batch. */
  readonly passes: number;
  readonly entropyBonus: number;
}

/**
 * Proximal Policy Optimization (Schulman et al. 2017, arXiv 1707.06347): ascends
 * Σ_s ρ_s Σ_a π(a|s) min(r A, clip(r, 1−ε, 1+ε) A), r = π′/π, with Adam, several times on the same batch. In a table the batch is
 * the expectation itself: every state and action with its weight.
 */
export const ppo = gradientMethod({
  label: 'PPO',
  short: 'PPO',
  summary:
    'Gradient steps on a surrogate that stops paying once the ratio π′/π has left 1 ± ε: nothing else bounds the step.',
  look: { hue: 'purple', dash: [5, 2, 1.5, 2], mark: 'cross' },
  scores: { kind: 'factors', title: 'old × ratio = new' },
  formula: ratio,
  ofParticles: 'PPO moves the network itself; particles weigh what it has made likelier (derived).',
  fields: {
    learningRate: optimiserFields.learningRate,
    clip: clipField,
    passes: passesField,
    entropyBonus: optimiserFields.entropyBonus,
  },
  // stable-baselines3's default for networks; a table's scores want larger steps
  defaults: { discrete: { learningRate: 0.0003 }, continuous: { learningRate: 0.0003 } },
  repeats: () => false,
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
  { learningRate, clip, passes, entropyBonus }: PpoSettings,
  memory: Scores,
  next: Float64Array,
): Step {
  const gradient = new Float64Array(next.length);
  next.set(problem.policy);
  for (let pass = 0; pass < passes; pass += 1) {
    clippedGradient(problem, next, clip, entropyBonus, gradient);
    cutNorm(gradient, MOST_NORM);
    ascendAdam(memory, gradient, known, problem.actions, learningRate);
    softmaxRows(memory.scores, problem.actions, next);
  }
  return { point: NO_POINT, radius: NaN, spent: () => NaN, note: '' };
}

/** Epochs of minibatches on the clipped surrogate; advantages are normalised over the batch. */
function stepNetwork(
  policy: TrainableNetwork,
  advised: Advised,
  { learningRate, clip, passes, entropyBonus }: PpoSettings,
): NetworkStep {
  const { head, action } = advised;
  const before = logProbabilities(advised, policy.forward(advised.inputs, advised.size));
  const advantage = normalised(advised.advantage);
  for (let pass = 0; pass < passes; pass += 1) {
    advised.pass(policy, learningRate, MOST_NORM, (output, k, row, slopes, rows) => {
      const at = row * head.outputs;
      const from = k * head.actionSize;
      const r = exp(head.logProbability(output, at, action, from) - before[k]!);
      const value = advantage[k]!;
      const flat = value > 0 ? r > 1 + clip : r < 1 - clip;
      if (!flat) head.addSlope(output, at, action, from, (-r * value) / rows, slopes);
      if (entropyBonus > 0) head.addEntropySlope(output, at, -entropyBonus / rows, slopes);
    });
  }
  return FREE;
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
