/**
 * The smear f_ij = softmax_i(t A_i − λ M_ij) of Sinkhorn's closed form, t = λ/β in [0, ∞]: old action j's mass goes to i by f_ij.
 *
 * With y_i = t (A_i − max A), e_i = e^(y_i) and K_ij = e^−λM_ij one has f_ij = e_i K_ij / (Kᵀe)_j, which needs N exponentials a state.
 * Where every move has one price, (Kᵀe)_j = k Σe + (1−k) e_j. Beyond λ·max M = 300 K may underflow, and sums are taken in logarithms.
 */
import { uniformPrice } from '../math/entropic-coupling.ts';
import { exp } from '../math/exp.ts';
import { unrolledWrites } from './smear-unrolled.ts';
import { bestOf, finiteTilt } from './tilt.ts';
import type { Problem } from './trust-region.ts';

const FACTORISED = 300;

/** Which form serves an action cost at a λ. */
export type Kernel =
  | { readonly kind: 'uniform'; /** k = e^−λc */ readonly k: number }
  | { readonly kind: 'factorised'; /** K [N·N], row j for old action j */ readonly byOld: Float64Array }
  | { readonly kind: 'logarithmic'; /** λM [N·N], row j for old action j */ readonly byOld: Float64Array };

/** Scratch rows of one state; they grow to the largest number of actions seen. */
let tilted = new Float64Array(16);
let share = new Float64Array(16);

function reserve(actions: number): void {
  if (tilted.length >= actions) return;
  tilted = new Float64Array(actions);
  share = new Float64Array(actions);
}

/** Prepares the form that serves this cost: N² exponentials, none for one price. */
export function smearKernel(actions: number, cost: Float64Array, lambda: number): Kernel {
  const byOld = new Float64Array(actions * actions);
  let largest = 0;
  for (let i = 0; i < actions; i += 1) {
    for (let j = 0; j < actions; j += 1) {
      byOld[j * actions + i] = lambda * cost[i * actions + j]!;
      largest = Math.max(largest, byOld[j * actions + i]!);
    }
  }
  if (largest > FACTORISED) return { kind: 'logarithmic', byOld };
  const price = uniformPrice(actions, cost);
  if (price > 0) return { kind: 'uniform', k: exp(-lambda * price) };
  for (let cell = 0; cell < byOld.length; cell += 1) byOld[cell] = exp(-byOld[cell]!);
  return { kind: 'factorised', byOld };
}

/** Writes π'_i = Σ_j π_j f_ij for every state [S·N]. */
export function writeSmear(problem: Problem, tilt: number, lambda: number, next: Float64Array): void {
  const t = finiteTilt(tilt);
  const { actions, cost } = problem;
  const kernel = smearKernel(actions, cost, lambda);
  reserve(actions);
  switch (kernel.kind) {
    case 'uniform':
      return writeUniform(problem, kernel.k, t, next);
    case 'factorised':
      if (actions === 4 || actions === 6) return unrolledWrites[actions](problem, kernel.byOld, t, next);
      return writeFactorised(problem, kernel.byOld, t, next);
    case 'logarithmic':
      return writeLogarithmic(problem, kernel.byOld, t, next);
  }
}

function writeUniform(
  { states, actions: n, policy, advantage }: Problem,
  k: number,
  t: number,
  next: Float64Array,
): void {
  const e = tilted;
  const w = share;
  const rest = 1 - k;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    const common = k * tiltRow(advantage, base, n, t, e);
    let sum = 0;
    for (let j = 0; j < n; j += 1) {
      const x = policy[base + j]! / (common + rest * e[j]!);
      w[j] = x;
      sum += x;
    }
    sum *= k;
    for (let i = 0; i < n; i += 1) next[base + i] = e[i]! * (sum + rest * w[i]!);
  }
}

function writeFactorised(
  { states, actions: n, policy, advantage }: Problem,
  byOld: Float64Array,
  t: number,
  next: Float64Array,
): void {
  const e = tilted;
  const w = share;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    tiltRow(advantage, base, n, t, e);
    for (let i = 0; i < n; i += 1) w[i] = 0;
    for (let j = 0; j < n; j += 1) {
      const mass = policy[base + j]!;
      if (mass === 0) continue;
      const row = j * n;
      let column = 0;
      for (let i = 0; i < n; i += 1) column += byOld[row + i]! * e[i]!;
      const x = mass / column;
      for (let i = 0; i < n; i += 1) w[i] = w[i]! + x * byOld[row + i]!;
    }
    for (let i = 0; i < n; i += 1) next[base + i] = e[i]! * w[i]!;
  }
}

function writeLogarithmic(
  { states, actions: n, policy, advantage }: Problem,
  prices: Float64Array,
  t: number,
  next: Float64Array,
): void {
  const e = tilted;
  next.fill(0, 0, states * n);
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    for (let j = 0; j < n; j += 1) {
      const total = logarithmicColumn(advantage, base, n, t, prices, j);
      const scale = policy[base + j]! / total;
      for (let i = 0; i < n; i += 1) next[base + i] = next[base + i]! + scale * e[i]!;
    }
  }
}

/** Writes e_i = e^(y_i) of one state and gives their sum. */
function tiltRow(advantage: Float64Array, base: number, n: number, t: number, e: Float64Array): number {
  const best = bestOf(advantage, base, n);
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    const x = exp(t * (advantage[base + i]! - best));
    e[i] = x;
    total += x;
  }
  return total;
}

/** Writes one state's plan Q_ij = π_j f_ij [N·N]. */
export function smearRow(problem: Problem, state: number, tilt: number, lambda: number, plan: Float64Array): void {
  const t = finiteTilt(tilt);
  const { actions: n, policy, advantage, cost } = problem;
  const base = state * n;
  const prices = cost.slice(0, n * n);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) prices[j * n + i] = lambda * cost[i * n + j]!;
  reserve(n);
  for (let j = 0; j < n; j += 1) {
    const total = logarithmicColumn(advantage, base, n, t, prices, j);
    const scale = policy[base + j]! / total;
    for (let i = 0; i < n; i += 1) plan[i * n + j] = scale * tilted[i]!;
  }
}

/** Leaves e^(y_i − λM_ij − largest) of old action j in the scratch row and gives their sum. */
function logarithmicColumn(
  advantage: Float64Array,
  base: number,
  n: number,
  t: number,
  prices: Float64Array,
  j: number,
): number {
  const best = bestOf(advantage, base, n);
  let top = -Infinity;
  for (let i = 0; i < n; i += 1) {
    const z = t * (advantage[base + i]! - best) - prices[j * n + i]!;
    tilted[i] = z;
    if (z > top) top = z;
  }
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    const x = exp(tilted[i]! - top);
    tilted[i] = x;
    total += x;
  }
  return total;
}
