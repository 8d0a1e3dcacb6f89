import type { Edges } from './edges.ts';

/** Rates within this of each other, relatively, are one tie. */
export const TIE = 1e-12;

/** Where the budget runs out among edges taken by falling rate. */
export interface Filling {
  /** Rate of the edge where it happens; 0 if all fit. */
  readonly rate: number;
  /** θ: the share of the tied edges at that rate that still fits. */
  readonly share: number;
  /** Expense of all that was taken: the budget, or less where everything fits. */
  readonly spent: number;
}

/**
 * The LP relaxation of a multiple-choice knapsack (Sinha and Zoltners 1979): takes edges by falling rate until `budget` is spent.
 *
 * A histogram and a weighted quickselect, expected O(E); overwrites the edges. All edges that tie at the critical rate are split
 * by one share, so that the answer does not depend on their order.
 */
export function fillKnapsack(edges: Edges, budget: number): Filling {
  const { rate, expense } = edges;
  const { count, spent, fits } = narrow(edges, budget);
  if (fits) return { rate: 0, share: 0, spent };
  const critical = criticalRate(rate, expense, count, budget - spent);
  let before = spent;
  let tied = 0;
  for (let e = 0; e < count; e += 1) {
    const r = rate[e]!;
    if (r > critical * (1 + TIE)) before += expense[e]!;
    else if (r >= critical * (1 - TIE)) tied += expense[e]!;
  }
  const share = tied > 0 ? Math.min(1, Math.max(0, (budget - before) / tied)) : 0;
  return { rate: critical, share, spent: before + share * tied };
}

const BINS = 256;
const histogram = new Float64Array(BINS);

/**
 * Moves the edges among which the budget runs out to the front: those of one bin of a histogram of rates, and its neighbours for the
 * sake of ties. Passes without a branch that data decide are several times as fast as partitioning all edges.
 */
function narrow({ count, rate, expense }: Edges, budget: number): { count: number; spent: number; fits: boolean } {
  let total = 0;
  let top = 0;
  for (let e = 0; e < count; e += 1) {
    total += expense[e]!;
    if (rate[e]! > top) top = rate[e]!;
  }
  if (total <= budget || count === 0) return { count, spent: total, fits: true };
  const scale = (BINS - 0.5) / top;
  if (count < BINS || !(scale < Infinity)) return { count, spent: 0, fits: false };
  histogram.fill(0);
  for (let e = 0; e < count; e += 1) {
    const bin = (rate[e]! * scale) | 0;
    histogram[bin] = histogram[bin]! + expense[e]!;
  }
  let bin = BINS - 1;
  let spent = 0;
  while (bin > 0 && spent + histogram[bin]! < budget) {
    spent += histogram[bin]!;
    bin -= 1;
  }
  if (bin < BINS - 1) spent -= histogram[bin + 1]!;
  let kept = 0;
  for (let e = 0; e < count; e += 1) {
    const r = rate[e]!;
    const distance = ((r * scale) | 0) - bin;
    rate[kept] = r;
    expense[kept] = expense[e]!;
    kept += distance * distance <= 1 ? 1 : 0;
  }
  return { count: kept, spent, fits: false };
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
