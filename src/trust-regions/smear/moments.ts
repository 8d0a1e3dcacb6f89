import { exp } from '../../math/exp.ts';
import { ln } from '../../math/ln.ts';
import type { Problem } from '../trust-region.ts';
import { addReference, isDelicate, writeExponents, writeTilted, type Kernel, type Reference } from './kernel.ts';

/** Sums over states and old actions, Σ_s ρ_s Σ_j π_j (·), with y = t (A − max A) and ⟨·⟩_j the mean under the smear f_·j. */
export interface Moments {
  /** ⟨y⟩_j */
  mean: number;
  /** L_j = ln Σ_k q_k e^(y_k − λM_kj) */
  logSum: number;
  /** Var_j(y) */
  spread: number;
}

/** Scratch rows of one state: y, e^y, y e^y and y² e^y. */
let scratch = scratchFor(16);

type Rows = Readonly<Record<'y' | 'e' | 'ey' | 'eyy', Float64Array>>;

function scratchFor(actions: number): Rows {
  const row = (): Float64Array => new Float64Array(actions);
  return { y: row(), e: row(), ey: row(), eyy: row() };
}

/** Adds the moments of the smear at t in [0, ∞) to `out`. */
export function smearMoments(problem: Problem, kernel: Kernel, t: number, reference: Reference, out: Moments): void {
  const { states, actions: n, weight } = problem;
  if (scratch.e.length < n) scratch = scratchFor(n);
  const { y, e, ey, eyy } = scratch;
  const own: Moments = { mean: 0, logSum: 0, spread: 0 };
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    writeExponents(problem, base, t, reference, y);
    if (kernel.kind === 'logarithmic' || isDelicate(problem, base, reference)) {
      addLogarithmic(problem, base, rho, kernel.prices, reference, own);
      continue;
    }
    writeTilted(problem, base, y, reference, e);
    for (let i = 0; i < n; i += 1) {
      const xy = e[i] === 0 ? 0 : e[i]! * y[i]!;
      ey[i] = xy;
      eyy[i] = xy === 0 ? 0 : xy * y[i]!;
    }
    if (kernel.kind === 'uniform') addUniform(problem, base, rho, kernel.k, own);
    else addFactorised(problem, base, rho, kernel.byOld, own);
  }
  out.mean += own.mean;
  out.logSum += own.logSum;
  out.spread += own.spread;
}

function addUniform({ actions: n, policy }: Problem, base: number, rho: number, k: number, out: Moments): void {
  const { e, ey, eyy } = scratch;
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < n; i += 1) {
    total += e[i]!;
    first += ey[i]!;
    second += eyy[i]!;
  }
  total *= k;
  first *= k;
  second *= k;
  const rest = 1 - k;
  for (let j = 0; j < n; j += 1) {
    const mass = rho * policy[base + j]!;
    const column = total + rest * e[j]!;
    const inverse = 1 / column;
    const m = (first + rest * ey[j]!) * inverse;
    out.mean += mass * m;
    out.spread += mass * ((second + rest * eyy[j]!) * inverse - m * m);
    if (mass > 0) out.logSum += mass * ln(column);
  }
}

function addFactorised(
  { actions: n, policy }: Problem,
  base: number,
  rho: number,
  byOld: Float64Array,
  out: Moments,
): void {
  const { e, ey, eyy } = scratch;
  for (let j = 0; j < n; j += 1) {
    const mass = rho * policy[base + j]!;
    if (mass === 0) continue;
    const row = j * n;
    let column = 0;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i += 1) {
      const kernel = byOld[row + i]!;
      column += kernel * e[i]!;
      first += kernel * ey[i]!;
      second += kernel * eyy[i]!;
    }
    const inverse = 1 / column;
    const m = first * inverse;
    out.mean += mass * m;
    out.spread += mass * (second * inverse - m * m);
    out.logSum += mass * ln(column);
  }
}

function addLogarithmic(
  problem: Problem,
  base: number,
  rho: number,
  prices: Float64Array,
  reference: Reference,
  out: Moments,
): void {
  const { actions: n, policy } = problem;
  const { y, e } = scratch;
  e.set(y);
  addReference(problem, base, reference, e);
  for (let j = 0; j < n; j += 1) {
    const mass = rho * policy[base + j]!;
    if (mass === 0) continue;
    const row = j * n;
    let top = -Infinity;
    for (let i = 0; i < n; i += 1) top = Math.max(top, e[i]! - prices[row + i]!);
    let column = 0;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i += 1) {
      const x = exp(e[i]! - prices[row + i]! - top);
      if (x === 0) continue;
      column += x;
      first += x * y[i]!;
      second += x * y[i]! * y[i]!;
    }
    const m = first / column;
    out.mean += mass * m;
    out.spread += mass * (second / column - m * m);
    out.logSum += mass * (top + ln(column));
  }
}
