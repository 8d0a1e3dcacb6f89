/**
 * Which way mass goes under WPO at given prices: the inner loops of the update.
 *
 * `prices` is β M [N·N] with row j for old action j. A target is the best A_k − price, first j, then by index; targets are compared
 * in pairs, so that large common parts of their advantages cancel.
 */
import type { Problem } from './trust-region.ts';

/** The target of old action j in the row that begins at `base`. */
export function targetOf(advantage: Float64Array, base: number, n: number, prices: Float64Array, j: number): number {
  const row = j * n;
  let target = j;
  let gain = advantage[base + j]!;
  let price = 0;
  for (let k = 0; k < n; k += 1) {
    const nextGain = advantage[base + k]!;
    const nextPrice = prices[row + k]!;
    if (nextGain - gain > nextPrice - price) {
      target = k;
      gain = nextGain;
      price = nextPrice;
    }
  }
  return target;
}

/** next += scale · (all mass at its target) [S·N] */
export function addMoved(problem: Problem, prices: Float64Array, scale: number, next: Float64Array): void {
  const { states, actions: n, policy, advantage } = problem;
  if (n === 4) return addMoved4(problem, prices, scale, next);
  if (n === 6) return addMoved6(problem, prices, scale, next);
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    for (let j = 0; j < n; j += 1) {
      const cell = base + targetOf(advantage, base, n, prices, j);
      next[cell] = next[cell]! + scale * policy[base + j]!;
    }
  }
}

/** The same for 4 actions, which most worlds have: the row of advantages stays in registers. */
function addMoved4(
  { states, policy, advantage }: Problem,
  prices: Float64Array,
  scale: number,
  next: Float64Array,
): void {
  for (let base = 0; base < 4 * states; base += 4) {
    const a0 = advantage[base + 0]!;
    const a1 = advantage[base + 1]!;
    const a2 = advantage[base + 2]!;
    const a3 = advantage[base + 3]!;
    for (let j = 0; j < 4; j += 1) {
      const row = 4 * j;
      let target = j;
      let gain = advantage[base + j]!;
      let price = 0;
      let other = prices[row]!;
      if (a0 - gain > other - price) {
        target = 0;
        gain = a0;
        price = other;
      }
      other = prices[row + 1]!;
      if (a1 - gain > other - price) {
        target = 1;
        gain = a1;
        price = other;
      }
      other = prices[row + 2]!;
      if (a2 - gain > other - price) {
        target = 2;
        gain = a2;
        price = other;
      }
      other = prices[row + 3]!;
      if (a3 - gain > other - price) target = 3;
      const cell = base + target;
      next[cell] = next[cell]! + scale * policy[base + j]!;
    }
  }
}

/** The same for 6 actions. */
function addMoved6(
  { states, policy, advantage }: Problem,
  prices: Float64Array,
  scale: number,
  next: Float64Array,
): void {
  for (let base = 0; base < 6 * states; base += 6) {
    const a0 = advantage[base + 0]!;
    const a1 = advantage[base + 1]!;
    const a2 = advantage[base + 2]!;
    const a3 = advantage[base + 3]!;
    const a4 = advantage[base + 4]!;
    const a5 = advantage[base + 5]!;
    for (let j = 0; j < 6; j += 1) {
      const row = 6 * j;
      let target = j;
      let gain = advantage[base + j]!;
      let price = 0;
      let other = prices[row]!;
      if (a0 - gain > other - price) {
        target = 0;
        gain = a0;
        price = other;
      }
      other = prices[row + 1]!;
      if (a1 - gain > other - price) {
        target = 1;
        gain = a1;
        price = other;
      }
      other = prices[row + 2]!;
      if (a2 - gain > other - price) {
        target = 2;
        gain = a2;
        price = other;
      }
      other = prices[row + 3]!;
      if (a3 - gain > other - price) {
        target = 3;
        gain = a3;
        price = other;
      }
      other = prices[row + 4]!;
      if (a4 - gain > other - price) {
        target = 4;
        gain = a4;
        price = other;
      }
      other = prices[row + 5]!;
      if (a5 - gain > other - price) target = 5;
      const cell = base + target;
      next[cell] = next[cell]! + scale * policy[base + j]!;
    }
  }
}
