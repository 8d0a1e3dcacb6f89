/**
 * Index drawn from the probabilities `weights[from … from+count)` by one uniform number u in [0, 1).
 * Rounding that leaves the sum a little under 1 falls to the last index with positive probability.
 */
export function drawCategorical(weights: Float64Array, from: number, count: number, u: number): number {
  let below = 0;
  let last = 0;
  for (let index = 0; index < count; index += 1) {
    const weight = weights[from + index]!;
    if (weight <= 0) continue;
    below += weight;
    last = index;
    if (u < below) return index;
  }
  return last;
}
