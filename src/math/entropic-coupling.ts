import { DualNewton } from './dual-newton.ts';
import { UniformCoupling } from './uniform-coupling.ts';

/** Solves for one pair of rows a (to) and b (from) of equal sums; writes the plan if given, and gives the value. */
export interface EntropicCoupling {
  readonly solve: (a: Float64Array, b: Float64Array, plan?: Float64Array) => number;
}

/**
 * Entropic couplings under one cost: min_Q ⟨Q, C⟩ − h(Q)/λ with Σ_j Q_ij = a_i, Σ_i Q_ij = b_j and h(Q) = −Σ Q ln Q.
 *
 * Orientation: mass goes from column j to row i. Marginals may hold zeros. To about 12 digits for λ·max C up to many hundreds,
 * where Sinkhorn's own iteration would need millions of rounds. Prepared once, then solved for many pairs without allocation.
 * @param cost C [rows·columns] row-major ≥ 0; the case of one price for every move and free staying has a closed form
 * @param lambda λ > 0, the inverse of the regularisation ε
 */
export function entropicCoupling(rows: number, columns: number, cost: Float64Array, lambda: number): EntropicCoupling {
  if (!(lambda > 0 && lambda < Infinity)) throw new Error(`λ = ${lambda} is not a positive number.`);
  const price = rows === columns ? uniformPrice(rows, cost) : 0;
  const solver = price > 0 ? new UniformCoupling(rows, price, lambda) : new DualNewton(rows, columns, cost, lambda);
  const to = new Float64Array(rows);
  const from = new Float64Array(columns);
  return {
    solve: (a, b, plan) => {
      for (let i = 0; i < rows; i += 1) to[i] = a[i]! < LEAST_MASS ? 0 : a[i]!;
      for (let j = 0; j < columns; j += 1) from[j] = b[j]! < LEAST_MASS ? 0 : b[j]!;
      return solver.solve(to, from, plan);
    },
  };
}

/** Masses below this are taken for none: products of theirs underflow. */
const LEAST_MASS = 1e-50;

/** The one price c > 0 of every move where staying is free, else 0. */
export function uniformPrice(n: number, cost: Float64Array): number {
  const price = n > 1 ? cost[1]! : 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) if (cost[i * n + j] !== (i === j ? 0 : price)) return 0;
  }
  return price;
}
