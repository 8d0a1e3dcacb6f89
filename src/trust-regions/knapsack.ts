import type { Edges } from './edges.ts';

/** Rates within this of each other, relatively, are one tie. */
export const TIE = 1e-12;

/** Where the budget runs out among edges taken by falling rate. */
export interface Filling {
  /** Rate of the edge where it happens; 0 if all fit. */
  readonly rate: number;
  /** θ: the share of the tied edges at that rate that still fits. */
  readonly share: number;
}

/**
 * The LP relaxation of a multiple-choice knapsack (Sinha and Zoltners 1979): takes edges by falling rate until `budget` is spent.
 *
 * Weighted quickselect, expected O(E); reorders the edges. All edges that tie at the critical rate are split by one share, so
 * that the answer does not depend on their order.
 */
export function fillKnapsack({ count, rate, expense }: Edges, budget: number): Filling {
  let total = 0;
  for (let e = 0; e < count; e += 1) total += expense[e]!;
  if (total <= budget || count === 0) return { rate: 0, share: 0 };
  const critical = criticalRate(rate, expense, count, budget);
  let before = 0;
  let tied = 0;
  for (let e = 0; e < count; e += 1) {
    const r = rate[e]!;
    if (r > critical * (1 + TIE)) before += expense[e]!;
    else if (r >= critical * (1 - TIE)) tied += expense[e]!;
  }
  const share = tied > 0 ? (budget - before) / tied : 0;
  return { rate: critical, share: Math.min(1, Math.max(0, share)) };
}

/** The largest rate at which the edges of that rate or more cost at least the budget, which is below the cost of all. */
function criticalRate(rate: Float64Array, expense: Float64Array, count: number, budget: number): number {
  let low = 0;
  let high = count;
  let left = budget;
  for (;;) {
    const pivot = medianOfThree(rate[low]!, rate[low + ((high - low) >> 1)]!, rate[high - 1]!);
    // [low, above) above the pivot, [above, e) equal to it, [below, high) below
    let above = low;
    let below = high;
    let spent = 0;
    let equal = 0;
    for (let e = low; e < below;) {
      const r = rate[e]!;
      const x = expense[e]!;
      if (r > pivot) {
        rate[e] = rate[above]!;
        expense[e] = expense[above]!;
        rate[above] = r;
        expense[above] = x;
        spent += x;
        above += 1;
        e += 1;
      } else if (r < pivot) {
        below -= 1;
        rate[e] = rate[below]!;
        expense[e] = expense[below]!;
        rate[below] = r;
        expense[below] = x;
      } else {
        equal += x;
        e += 1;
      }
    }
    if (above > low && spent >= left) {
      high = above;
    } else if (spent + equal >= left || below === high) {
      return pivot;
    } else {
      left -= spent + equal;
      low = below;
    }
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
