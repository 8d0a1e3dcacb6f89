/** A measure that was taken again and again, and how much of it comes and goes without meaning anything. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** Growth over the whole time that says nothing: engines collect late, and caches fill. */
  readonly floor: number;
}

/** The median of a list, without changing it; NaN of an empty one. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * How much a series rises from its first value to its last, by the median of the slopes between any two of them (Theil and Sen): a few values
 * that stick out do not tilt it.
 *
 * @param times of the values, rising
 */
export function growth(times: readonly number[], values: readonly number[]): number {
  const slopes = values.flatMap((value, j) =>
    values.slice(0, j).map((before, i) => (value - before) / (times[j]! - times[i]!)),
  );
  return slopes.length === 0 ? 0 : middle(slopes) * (times.at(-1)! - times[0]!);
}

/** A sentence for each series that is not flat: one that rises by more than its floor and by more than a tenth of its own middle. */
export function risers(times: readonly number[], all: readonly Series[]): string[] {
  return all.flatMap(({ name, values, floor }) => {
    const by = growth(times, values);
    const most = Math.max(floor, 0.1 * middle(values));
    if (by <= most) return [];
    return [
      `${name} rises by ${by.toFixed(1)}, from about ${middle(values).toFixed(1)}; flat is at most ${most.toFixed(1)}.`,
    ];
  });
}
