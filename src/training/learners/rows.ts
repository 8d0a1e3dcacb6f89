import { softmax } from '../nets/softmax.ts';

/** Policies [rows·N] from a network's logits [rows·N]. */
export function softmaxRows(logits: ArrayLike<number>, n: number): Float64Array {
  const rows = new Float64Array(logits.length);
  for (let at = 0; at < logits.length; at += n) softmax(logits, at, n, rows, at);
  return rows;
}
