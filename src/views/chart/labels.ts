/**
 * Moves places on an axis apart, so that labels there do not cover each other: in the order in which they stand, no nearer than `gap` where
 * there is room, within [low, high].
 */
export function apartLabels(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, n) => n).toSorted((a, b) => places[a]! - places[b]!);
  const room = Math.min(gap, (high - low) / Math.max(1, places.length - 1));
  const moved = [...places];
  // down from the top, then up from the bottom
  order.forEach((n, rank) => {
    moved[n] = Math.max(moved[n]!, rank === 0 ? low : moved[order[rank - 1]!]! + room);
  });
  for (let rank = order.length - 1; rank >= 0; rank -= 1) {
    const most = rank === order.length - 1 ? high : moved[order[rank + 1]!]! - room;
    moved[order[rank]!] = Math.min(moved[order[rank]!]!, most);
  }
  return moved;
}

/** Index of the value nearest to x among rising values. */
export function nearestIndex(length: number, valueAt: (index: number) => number, x: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (valueAt(middle) < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && Math.abs(valueAt(low - 1) - x) < Math.abs(valueAt(low) - x) ? low - 1 : low;
}
