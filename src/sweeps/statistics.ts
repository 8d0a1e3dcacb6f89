/** A number of a sample that is sorted, smallest first, and holds no NaN. NaN for an empty one. */
export type Statistic = (sorted: Float64Array) => number;

/** The finite values of a sample, smallest first. */
export function sortedFinite(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).filter(Number.isFinite).sort();
}

/** The mean without the ⌊n/4⌋ smallest and the ⌊n/4⌋ largest: what Agarwal et al. 2021 (arXiv 2108.13264) call IQM. */
export const interquartileMean: Statistic = (sorted) => {
  const cut = Math.floor(sorted.length / 4);
  let sum = 0;
  for (let n = cut; n < sorted.length - cut; n += 1) sum += sorted[n]!;
  return sum / (sorted.length - 2 * cut);
};

export const median: Statistic = (sorted) => quantile(sorted, 0.5);

/** The p-quantile, p in [0, 1], by straight lines between order statistics (type 7 of Hyndman and Fan, as in R and NumPy). */
export function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low] ?? NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN;
  return below + (above - below) * (place - low);
}

/** The share of a sample that lies above a threshold. */
export function shareAbove(threshold: number): Statistic {
  return (sorted) => {
    let above = 0;
    for (let n = sorted.length - 1; n >= 0 && sorted[n]! > threshold; n -= 1) above += 1;
    return above / sorted.length;
  };
}
