import type { Problem } from '../trust-regions/trust-region.ts';
import { gradientMethod, optimiserFields } from './gradient/gradient-method.ts';
import { FREE, type Advised, type NetworkStep, type TrainableNetwork } from './gradient/network-rule.ts';
import { softmaxRows, type Scores } from './gradient/softmax-policy.ts';
import { cutNorm, MOST_NORM, NO_POINT, throughSoftmax } from './gradient/surrogate.ts';
import type { Situation, Step } from './method.ts';
import { ratio } from './tilt-formula.ts';

/** Fading of RMSprop's squares, and what keeps it from dividing by 0: A2C's usual ones. */
export const FADE = 0.99;
export const LEAST = 1e-5;

interface A2cSettings {
  readonly learningRate: number;
  readonly entropyBonus: number;
}

/**
 * Advantage actor–critic (A2C: Mnih et al. 2016, arXiv 1602.01783, synchronous): one step of RMSprop up the policy gradient
 * Σ_s ρ_s Σ_a π(a|s) A(s,a) ∇ ln π(a|s). Nothing bounds how far the policy moves but the step size.
 */
export const a2c = gradientMethod({
  label: 'A2C',
  short: 'A2C',
  summary: 'One step up the policy gradient: only the step size bounds it.',
  look: { hue: 'grey', dash: [1, 4], mark: 'wye' },
  scores: { kind: 'factors', title: 'old × ratio = new' },
  formula: ratio,
  ofParticles: 'A2C moves the network itself; particles weigh what it has made likelier (derived).',
  fields: optimiserFields,
  // stable-baselines3's default for networks; a table's scores want larger steps
  defaults: { discrete: { learningRate: 0.0007 }, continuous: { learningRate: 0.0007 } },
  repeats: () => false,
  step,
  mover: {
    kind: 'gradient',
    // steps between two updates and whole returns are the defaults of stable-baselines3
    network: { optimiser: 'rmsprop', stepsBetween: 5, trace: 1, fitsCritic: true, step: stepNetwork },
  },
});

function step(
  { problem, known }: Situation,
  { learningRate, entropyBonus }: A2cSettings,
  memory: Scores,
  next: Float64Array,
): Step {
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
  return { point: NO_POINT, radius: NaN, spent: () => NaN, note: '' };
}

/** One step of policy and critic on the latest few steps. */
function stepNetwork(
  policy: TrainableNetwork,
  critic: TrainableNetwork,
  { head, size, inputs, action, target, advantage }: Advised,
  { learningRate, entropyBonus }: A2cSettings,
): NetworkStep {
  const output = policy.forward(inputs, size, true);
  const slopes = new Float32Array(output.length);
  for (let k = 0; k < size; k += 1) {
    const at = k * head.outputs;
    head.addSlope(output, at, action, k * head.actionSize, -advantage[k]! / size, slopes);
    if (entropyBonus > 0) head.addEntropySlope(output, at, -entropyBonus / size, slopes);
  }
  policy.learn(slopes, learningRate, MOST_NORM);
  const value = critic.forward(inputs, size, true);
  let loss = 0;
  critic.learn(
    value.map((worth, k) => {
      const error = worth - target[k]!;
      loss += (error * error) / size;
      return error / size;
    }),
    learningRate,
    MOST_NORM,
  );
  return { ...FREE, criticLoss: loss };
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
