/** The tabular softmax policy of the gradient methods: its scores, and what an optimiser remembers of them. */
import { exp } from '../../math/exp.ts';
import { ln } from '../../math/ln.ts';

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

/** Scores of the uniform policy. */
export function uniformScores(pairs: number): Scores {
  const zeros = (): Float64Array => new Float64Array(pairs);
  return { scores: zeros(), first: zeros(), second: zeros(), steps: 0 };
}

/** Score of an action without mass: a softmax gives none up, but e^−40 is nothing beside 1 in double precision. */
const LEAST_SCORE = -40;

/** Scores of a policy [S·N]. */
export function scoresOf(policy: Float64Array): Scores {
  return { ...uniformScores(policy.length), scores: policy.map((mass) => Math.max(LEAST_SCORE, ln(mass))) };
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
