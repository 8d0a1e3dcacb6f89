/**
 * The smear f_ij = softmax_i(ln q_i + t A_i − λ M_ij), t in [0, ∞]: old action j's mass goes to i by f_ij. The reference q is uniform in
 * Sinkhorn's closed form, and the old policy in that of the bridge.
 *
 * With y_i = t (A_i − max A), e_i = q_i e^(y_i) and K_ij = e^−λM_ij one has f_ij = e_i K_ij / (Kᵀe)_j, which needs N exponentials a state.
 * Where every move has one price, (Kᵀe)_j = k Σe + (1−k) e_j. Beyond λ·max M = 300 K may underflow, and sums are taken in logarithms.
 */
import { exp } from '../../math/exp.ts';
import { ln } from '../../math/ln.ts';
import type { SharedCost } from '../cost.ts';
import { bestOf, bestOnSupport } from '../rows.ts';
import type { Problem } from '../trust-region.ts';

const FACTORISED = 300;
/** Probabilities below this are taken in logarithms where they are the reference: their products with K may underflow. */
const SMALLEST = 1e-150;

/** What the plan's entropy is taken against. */
export type Reference = 'uniform' | 'policy';

/** Which form serves an action cost at a λ, and λM [N·N], row j for old action j, for rows in which no other form holds. */
export type Kernel = { readonly prices: Float64Array } & (
  | { readonly kind: 'logarithmic' }
  | ({ /** K [N·N], row j for old action j */ readonly byOld: Float64Array } & (
      { readonly kind: 'uniform'; /** k = e^−λc */ readonly k: number } | { readonly kind: 'factorised' }
    ))
);

let last: { readonly cost: SharedCost; readonly lambda: number; readonly kernel: Kernel } | null = null;

/** `smearKernel`, that of the last call where it serves again: states one by one share a cost. */
export function lastKernel(actions: number, cost: SharedCost, lambda: number): Kernel {
  if (last?.cost !== cost || last.lambda !== lambda)
    last = { cost, lambda, kernel: smearKernel(actions, cost, lambda) };
  return last.kernel;
}

/** Prepares the form that serves a cost: N² exponentials. */
export function smearKernel(actions: number, cost: SharedCost, lambda: number): Kernel {
  const prices = scaledByOld(actions, cost.matrix, lambda);
  if (prices.some((exponent) => exponent > FACTORISED)) return { kind: 'logarithmic', prices };
  const byOld = new Float64Array(prices.length);
  for (let cell = 0; cell < byOld.length; cell += 1) byOld[cell] = exp(-prices[cell]!);
  if (cost.kind === 'uniform') return { kind: 'uniform', prices, byOld, k: exp(-lambda * cost.price) };
  return { kind: 'factorised', prices, byOld };
}

/** Whether a row has to be taken in logarithms: its reference is so small in places that products with K may underflow. */
export function isDelicate({ actions, policy }: Problem, base: number, reference: Reference): boolean {
  if (reference === 'uniform') return false;
  for (let a = base; a < base + actions; a += 1) if (policy[a]! > 0 && policy[a]! < SMALLEST) return true;
  return false;
}

/** λM [N·N], row j for old action j. */
function scaledByOld(actions: number, matrix: Float64Array, lambda: number): Float64Array {
  const byOld = new Float64Array(actions * actions);
  for (let i = 0; i < actions; i += 1) {
    for (let j = 0; j < actions; j += 1) byOld[j * actions + i] = lambda * matrix[i * actions + j]!;
  }
  return byOld;
}

/** Writes y_i = t (A_i − max A) of the row that begins at `base`, the largest over what the reference holds. */
export function writeExponents(problem: Problem, base: number, t: number, reference: Reference, y: Float64Array): void {
  const { actions: n, policy, advantage } = problem;
  const best = reference === 'uniform' ? bestOf(advantage, base, n) : bestOnSupport(policy, advantage, base, n);
  for (let i = 0; i < n; i += 1) y[i] = t * (advantage[base + i]! - best);
}

/** Writes e_i = q_i e^(y_i) for exponents y, and gives their sum. */
export function writeTilted(
  { actions: n, policy }: Problem,
  base: number,
  y: Float64Array,
  reference: Reference,
  e: Float64Array,
): number {
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    let x: number;
    if (reference === 'uniform') x = exp(y[i]!);
    else x = policy[base + i]! > 0 ? policy[base + i]! * exp(y[i]!) : 0;
    e[i] = x;
    total += x;
  }
  return total;
}

/** Adds ln q_i to the exponents of a row. */
export function addReference(
  { actions: n, policy }: Problem,
  base: number,
  reference: Reference,
  y: Float64Array,
): void {
  if (reference === 'uniform') return;
  for (let i = 0; i < n; i += 1) y[i] = policy[base + i]! > 0 ? y[i]! + ln(policy[base + i]!) : -Infinity;
}
