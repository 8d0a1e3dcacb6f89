import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { unrolledMoments } from './smear-unrolled.ts';
import type { Kernel } from './smear.ts';
import { bestOf, type Moments } from './tilt.ts';
import type { Problem } from './trust-region.ts';

/** Scratch rows of one state: e^y, y e^y and y² e^y, or y itself. */
let scratch = scratchFor(16);

function scratchFor(actions: number): { e: Float64Array; ey: Float64Array; eyy: Float64Array } {
  return { e: new Float64Array(actions), ey: new Float64Array(actions), eyy: new Float64Array(actions) };
}

/** Sums the moments of the smear at t = λ/β in (0, ∞). */
export function smearMoments(problem: Problem, kernel: Kernel, t: number, out: Moments): void {
  if (scratch.e.length < problem.actions) scratch = scratchFor(problem.actions);
  switch (kernel.kind) {
    case 'uniform':
      return uniformMoments(problem, kernel.k, t, out);
    case 'factorised':
      if (problem.actions === 4 || problem.actions === 6)
        return unrolledMoments[problem.actions](problem, kernel.byOld, t, out);
      return factorisedMoments(problem, kernel.byOld, t, out);
    case 'logarithmic':
      return logarithmicMoments(problem, kernel.byOld, t, out);
  }
}

function uniformMoments(problem: Problem, k: number, t: number, out: Moments): void {
  const { states, actions: n, policy, advantage, weight } = problem;
  const { e, ey, eyy } = scratch;
  let mean = 0;
  let logSum = 0;
  let spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    const best = bestOf(advantage, base, n);
    let total = 0;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i += 1) {
      const y = t * (advantage[base + i]! - best);
      const x = exp(y);
      const xy = x === 0 ? 0 : x * y;
      const xyy = xy === 0 ? 0 : xy * y;
      e[i] = x;
      ey[i] = xy;
      eyy[i] = xyy;
      total += x;
      first += xy;
      second += xyy;
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
      mean += mass * m;
      spread += mass * ((second + rest * eyy[j]!) * inverse - m * m);
      if (mass > 0) logSum += mass * ln(column);
    }
  }
  out.mean = mean;
  out.logSum = logSum;
  out.spread = spread;
}

function factorisedMoments(problem: Problem, byOld: Float64Array, t: number, out: Moments): void {
  const { states, actions: n, policy, advantage, weight } = problem;
  const { e, ey, eyy } = scratch;
  let mean = 0;
  let logSum = 0;
  let spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    const best = bestOf(advantage, base, n);
    for (let i = 0; i < n; i += 1) {
      const y = t * (advantage[base + i]! - best);
      const x = exp(y);
      const xy = x === 0 ? 0 : x * y;
      e[i] = x;
      ey[i] = xy;
      eyy[i] = xy === 0 ? 0 : xy * y;
    }
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
      mean += mass * m;
      spread += mass * (second * inverse - m * m);
      logSum += mass * ln(column);
    }
  }
  out.mean = mean;
  out.logSum = logSum;
  out.spread = spread;
}

function logarithmicMoments(problem: Problem, prices: Float64Array, t: number, out: Moments): void {
  const { states, actions: n, policy, advantage, weight } = problem;
  const { e } = scratch;
  let mean = 0;
  let logSum = 0;
  let spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    const best = bestOf(advantage, base, n);
    for (let i = 0; i < n; i += 1) e[i] = t * (advantage[base + i]! - best);
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
        first += x * e[i]!;
        second += x * e[i]! * e[i]!;
      }
      const m = first / column;
      mean += mass * m;
      spread += mass * (second / column - m * m);
      logSum += mass * (top + ln(column));
    }
  }
  out.mean = mean;
  out.logSum = logSum;
  out.spread = spread;
}
