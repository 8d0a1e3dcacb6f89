import { exp } from '../../math/exp.ts';
import { finiteTilt } from '../rows.ts';
import type { SharedProblem } from '../trust-region.ts';
import {
  addReference,
  isDelicate,
  lastKernel,
  smearKernel,
  writeExponents,
  writeTilted,
  type Reference,
} from './kernel.ts';

/** Scratch rows of one state; they grow to the largest number of actions seen. */
let exponents = new Float64Array(16);
let tilted = new Float64Array(16);
let share = new Float64Array(16);

function reserve(actions: number): void {
  if (tilted.length >= actions) return;
  exponents = new Float64Array(actions);
  tilted = new Float64Array(actions);
  share = new Float64Array(actions);
}

/** Writes π'_i = Σ_j π_j f_ij for every state [S·N]. */
export function writeSmear(
  problem: SharedProblem,
  tilt: number,
  lambda: number,
  reference: Reference,
  next: Float64Array,
): void {
  const t = finiteTilt(tilt);
  const { states, actions: n, cost } = problem;
  const kernel = smearKernel(n, cost, lambda);
  reserve(n);
  for (let base = 0; base < states * n; base += n) {
    writeExponents(problem, base, t, reference, exponents);
    if (kernel.kind === 'logarithmic' || isDelicate(problem, base, reference)) {
      writeLogarithmic(problem, base, kernel.prices, reference, next);
      continue;
    }
    const sum = writeTilted(problem, base, exponents, reference, tilted);
    if (kernel.kind === 'uniform') writeUniform(problem, base, kernel.k, sum, next);
    else writeFactorised(problem, base, kernel.byOld, next);
  }
}

function writeUniform(
  { actions: n, policy }: SharedProblem,
  base: number,
  k: number,
  total: number,
  next: Float64Array,
): void {
  const e = tilted;
  const w = share;
  const common = k * total;
  const rest = 1 - k;
  let sum = 0;
  for (let j = 0; j < n; j += 1) {
    const x = policy[base + j]! / (common + rest * e[j]!);
    w[j] = x;
    sum += x;
  }
  sum *= k;
  for (let i = 0; i < n; i += 1) next[base + i] = e[i]! * (sum + rest * w[i]!);
}

function writeFactorised(
  { actions: n, policy }: SharedProblem,
  base: number,
  byOld: Float64Array,
  next: Float64Array,
): void {
  const e = tilted;
  const w = share;
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

function writeLogarithmic(
  problem: SharedProblem,
  base: number,
  prices: Float64Array,
  reference: Reference,
  next: Float64Array,
): void {
  const { actions: n, policy } = problem;
  next.fill(0, base, base + n);
  addReference(problem, base, reference, exponents);
  for (let j = 0; j < n; j += 1) {
    const scale = policy[base + j]! / logarithmicColumn(n, prices, j);
    for (let i = 0; i < n; i += 1) next[base + i] = next[base + i]! + scale * tilted[i]!;
  }
}

/** Writes the plan Q_ij = π_j f_ij [N·N] of a problem of one state. */
export function smearPlan(
  problem: SharedProblem,
  tilt: number,
  lambda: number,
  reference: Reference,
  plan: Float64Array,
): void {
  const { actions: n, policy, cost } = problem;
  const kernel = lastKernel(n, cost, lambda);
  reserve(n);
  writeExponents(problem, 0, finiteTilt(tilt), reference, exponents);
  if (kernel.kind === 'logarithmic' || isDelicate(problem, 0, reference)) {
    addReference(problem, 0, reference, exponents);
    for (let j = 0; j < n; j += 1) {
      const scale = policy[j]! / logarithmicColumn(n, kernel.prices, j);
      for (let i = 0; i < n; i += 1) plan[i * n + j] = scale * tilted[i]!;
    }
    return;
  }
  const e = tilted;
  writeTilted(problem, 0, exponents, reference, e);
  for (let j = 0; j < n; j += 1) {
    let column = 0;
    for (let i = 0; i < n; i += 1) column += kernel.byOld[j * n + i]! * e[i]!;
    const scale = policy[j]! / column;
    for (let i = 0; i < n; i += 1) plan[i * n + j] = scale * kernel.byOld[j * n + i]! * e[i]!;
  }
}

/** Leaves e^(exponent_i − λM_ij − largest) of old action j in the scratch row and gives their sum. */
function logarithmicColumn(n: number, prices: Float64Array, j: number): number {
  let top = -Infinity;
  for (let i = 0; i < n; i += 1) {
    const z = exponents[i]! - prices[j * n + i]!;
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
