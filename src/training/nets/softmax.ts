import { exp } from '../../math/exp.ts';

/** Writes the softmax of N scores. */
export function softmax(scores: ArrayLike<number>, from: number, n: number, out: Float64Array, to: number): void {
  let top = -Infinity;
  for (let i = 0; i < n; i += 1) top = Math.max(top, scores[from + i]!);
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const share = exp(scores[from + i]! - top);
    out[to + i] = share;
    sum += share;
  }
  for (let i = 0; i < n; i += 1) out[to + i] = out[to + i]! / sum;
}
