/**
 * What moving mass costs. Orientation: matrix[i·N+j] = d(a_i, a_j) is the price from old action j to new action i; staying is free.
 */
import { uniformPrice } from '../math/entropic-coupling.ts';
import { wholePower } from '../math/whole-power.ts';

/** One matrix M [N·N] ≥ 0 with a zero diagonal, for all states. */
export type SharedCost =
  /** Every move has the price c > 0: what takes N² steps for any matrix takes N. */
  | { readonly kind: 'uniform'; readonly price: number; readonly matrix: Float64Array }
  | {
      readonly kind: 'shared';
      readonly matrix: Float64Array;
    };

/** The cost of a problem: one for all states, or [S·N·N] where each state has actions (particles) or effects of its own. */
export type Cost = SharedCost | { readonly kind: 'own'; readonly matrices: Float64Array };

/** A matrix [N·N] as the cost of every state. */
export function sharedCost(actions: number, matrix: Float64Array): SharedCost {
  const price = uniformPrice(actions, matrix);
  return price > 0 ? { kind: 'uniform', price, matrix } : { kind: 'shared', matrix };
}

/** The cost of one state. */
export function costOf(cost: Cost, state: number, actions: number): SharedCost {
  if (cost.kind !== 'own') return cost;
  const cells = actions * actions;
  return sharedCost(actions, cost.matrices.subarray(state * cells, (state + 1) * cells));
}

/** M [N·N] of one state. */
export function matrixOf(cost: Cost, state: number, actions: number): Float64Array {
  const cells = actions * actions;
  return cost.kind === 'own' ? cost.matrices.subarray(state * cells, (state + 1) * cells) : cost.matrix;
}

/** All prices of a cost, in one array. */
export function pricesOf(cost: Cost): Float64Array {
  return cost.kind === 'own' ? cost.matrices : cost.matrix;
}

/** The cost whose prices are f of this one's, with f(0) = 0. */
export function mappedCost(cost: Cost, f: (price: number) => number): Cost {
  switch (cost.kind) {
    case 'uniform':
      return { kind: 'uniform', price: f(cost.price), matrix: cost.matrix.map(f) };
    case 'shared':
      return { kind: 'shared', matrix: cost.matrix.map(f) };
    case 'own':
      return { kind: 'own', matrices: cost.matrices.map(f) };
  }
}

/** M^p, entry by entry, for a whole p ≥ 1. */
export function costToThe(cost: Cost, power: number): Cost {
  return power === 1 ? cost : mappedCost(cost, (price) => wholePower(price, power));
}
