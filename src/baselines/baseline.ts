/**
 * What the policy-gradient baselines share. They change a softmax policy's scores their own way, name no plan, and bound the step
 * by other means than a metric on actions.
 */
import { exp } from '../math/exp.ts';
import type { Problem } from '../trust-regions/trust-region.ts';

/** The scores of a tabular softmax policy, and what an optimiser remembers of them. */
export interface Scores {
  /** [S·N]; a row's policy is its softmax */
  readonly scores: Float64Array;
  /** [S·N] running mean of the gradient, and of its square */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Gradient steps so far. */
  steps: number;
}

/** What a column sets. */
export interface BaselineSettings {
  /** δ, nats (TRPO) */
  readonly delta: number;
  /** Step size of the optimiser (PPO, A2C). */
  readonly learningRate: number;
  /** ε of the clipped ratio (PPO). */
  readonly clip: number;
  /** Gradient steps on one batch (PPO). */
  readonly passes: number;
  /** Weight of the entropy in the objective (PPO, A2C). */
  readonly entropyBonus: number;
}

/** How a step was made. NaN where a method has no such thing. */
export interface BaselineStep {
  /** 1/α of a step π′ ∝ π e^{αA}, where the step has this form. */
  readonly beta: number;
  readonly radius: number;
  /** Left side of the method's own constraint. */
  readonly spent: number;
  readonly note: string;
}

/** One baseline, for tables. */
export interface Baseline {
  readonly label: string;
  readonly short: string;
  /** One sentence on what keeps the step small. */
  readonly summary: string;
  readonly derivesPlan: true;
  readonly usesLambda: false;
  /** True when a step depends on the policy alone, not on the steps before. */
  readonly memoryless: boolean;
  /** The settings that this method reads. */
  readonly reads: readonly (keyof BaselineSettings)[];
  /**
   * One update: changes the scores of the states that are known, and writes the new policy [S·N].
   * @param known [S] 1 where the update may change the policy
   */
  readonly improve: (
    problem: Problem,
    known: Uint8Array,
    settings: BaselineSettings,
    memory: Scores,
    next: Float64Array,
  ) => BaselineStep;
}

/** Scores of the uniform policy. */
export function uniformScores(pairs: number): Scores {
  const zeros = (): Float64Array => new Float64Array(pairs);
  return { scores: zeros(), first: zeros(), second: zeros(), steps: 0 };
}

export function copyScores({ scores, first, second, steps }: Scores): Scores {
  return { scores: scores.slice(), first: first.slice(), second: second.slice(), steps };
}

/** Writes the softmax of every row of scores; the largest is taken off first, so that nothing overflows. */
export function softmaxRows(scores: Float64Array, actions: number, out: Float64Array): void {
  for (let base = 0; base < scores.length; base += actions) {
    let most = -Infinity;
    for (let pair = base; pair < base + actions; pair += 1) most = Math.max(most, scores[pair]!);
    let total = 0;
    for (let pair = base; pair < base + actions; pair += 1) {
      out[pair] = exp(scores[pair]! - most);
      total += out[pair]!;
    }
    for (let pair = base; pair < base + actions; pair += 1) out[pair] = out[pair]! / total;
  }
}
