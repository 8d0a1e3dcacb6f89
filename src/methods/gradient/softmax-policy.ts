/** The tabular softmax policy of the gradient methods: its scores, and what an optimiser remembers of them. */
import { exp } from '../../math/exp.ts';

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
