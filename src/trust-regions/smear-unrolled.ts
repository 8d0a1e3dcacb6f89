/**
 * The factorised smear for 4 and 6 actions, which most worlds have: a state's row stays in registers, twice as fast as the loops.
 *
 * The same sums in the same order as `writeFactorised` and `factorisedMoments`, bit for bit.
 */
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { bestOf, type Moments } from './tilt.ts';
import type { Problem } from './trust-region.ts';

/** π'_i = Σ_j π_j f_ij for the number of actions; `byOld` K [N·N], row j for old action j. */
export const unrolledWrites = { 4: write4, 6: write6 } as const;

/** The moments for the number of actions. */
export const unrolledMoments = { 4: moments4, 6: moments6 } as const;

function write4({ states, policy, advantage }: Problem, byOld: Float64Array, t: number, next: Float64Array): void {
  for (let base = 0; base < 4 * states; base += 4) {
    const best = bestOf(advantage, base, 4);
    const e0 = exp(t * (advantage[base + 0]! - best));
    const e1 = exp(t * (advantage[base + 1]! - best));
    const e2 = exp(t * (advantage[base + 2]! - best));
    const e3 = exp(t * (advantage[base + 3]! - best));
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    for (let j = 0; j < 4; j += 1) {
      const row = 4 * j;
      const k0 = byOld[row + 0]!;
      const k1 = byOld[row + 1]!;
      const k2 = byOld[row + 2]!;
      const k3 = byOld[row + 3]!;
      const x = policy[base + j]! / (k0 * e0 + k1 * e1 + k2 * e2 + k3 * e3);
      w0 += x * k0;
      w1 += x * k1;
      w2 += x * k2;
      w3 += x * k3;
    }
    next[base + 0] = e0 * w0;
    next[base + 1] = e1 * w1;
    next[base + 2] = e2 * w2;
    next[base + 3] = e3 * w3;
  }
}

function write6({ states, policy, advantage }: Problem, byOld: Float64Array, t: number, next: Float64Array): void {
  for (let base = 0; base < 6 * states; base += 6) {
    const best = bestOf(advantage, base, 6);
    const e0 = exp(t * (advantage[base + 0]! - best));
    const e1 = exp(t * (advantage[base + 1]! - best));
    const e2 = exp(t * (advantage[base + 2]! - best));
    const e3 = exp(t * (advantage[base + 3]! - best));
    const e4 = exp(t * (advantage[base + 4]! - best));
    const e5 = exp(t * (advantage[base + 5]! - best));
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    let w4 = 0;
    let w5 = 0;
    for (let j = 0; j < 6; j += 1) {
      const row = 6 * j;
      const k0 = byOld[row + 0]!;
      const k1 = byOld[row + 1]!;
      const k2 = byOld[row + 2]!;
      const k3 = byOld[row + 3]!;
      const k4 = byOld[row + 4]!;
      const k5 = byOld[row + 5]!;
      const x = policy[base + j]! / (k0 * e0 + k1 * e1 + k2 * e2 + k3 * e3 + k4 * e4 + k5 * e5);
      w0 += x * k0;
      w1 += x * k1;
      w2 += x * k2;
      w3 += x * k3;
      w4 += x * k4;
      w5 += x * k5;
    }
    next[base + 0] = e0 * w0;
    next[base + 1] = e1 * w1;
    next[base + 2] = e2 * w2;
    next[base + 3] = e3 * w3;
    next[base + 4] = e4 * w4;
    next[base + 5] = e5 * w5;
  }
}

function moments4({ states, policy, advantage, weight }: Problem, byOld: Float64Array, t: number, out: Moments): void {
  let mean = 0;
  let logSum = 0;
  let spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = 4 * s;
    const best = bestOf(advantage, base, 4);
    const y0 = t * (advantage[base + 0]! - best);
    const e0 = exp(y0);
    const f0 = e0 === 0 ? 0 : e0 * y0;
    const g0 = f0 === 0 ? 0 : f0 * y0;
    const y1 = t * (advantage[base + 1]! - best);
    const e1 = exp(y1);
    const f1 = e1 === 0 ? 0 : e1 * y1;
    const g1 = f1 === 0 ? 0 : f1 * y1;
    const y2 = t * (advantage[base + 2]! - best);
    const e2 = exp(y2);
    const f2 = e2 === 0 ? 0 : e2 * y2;
    const g2 = f2 === 0 ? 0 : f2 * y2;
    const y3 = t * (advantage[base + 3]! - best);
    const e3 = exp(y3);
    const f3 = e3 === 0 ? 0 : e3 * y3;
    const g3 = f3 === 0 ? 0 : f3 * y3;
    for (let j = 0; j < 4; j += 1) {
      const mass = rho * policy[base + j]!;
      if (mass === 0) continue;
      const row = 4 * j;
      const k0 = byOld[row + 0]!;
      const k1 = byOld[row + 1]!;
      const k2 = byOld[row + 2]!;
      const k3 = byOld[row + 3]!;
      const column = k0 * e0 + k1 * e1 + k2 * e2 + k3 * e3;
      const first = k0 * f0 + k1 * f1 + k2 * f2 + k3 * f3;
      const second = k0 * g0 + k1 * g1 + k2 * g2 + k3 * g3;
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

function moments6({ states, policy, advantage, weight }: Problem, byOld: Float64Array, t: number, out: Moments): void {
  let mean = 0;
  let logSum = 0;
  let spread = 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = 6 * s;
    const best = bestOf(advantage, base, 6);
    const y0 = t * (advantage[base + 0]! - best);
    const e0 = exp(y0);
    const f0 = e0 === 0 ? 0 : e0 * y0;
    const g0 = f0 === 0 ? 0 : f0 * y0;
    const y1 = t * (advantage[base + 1]! - best);
    const e1 = exp(y1);
    const f1 = e1 === 0 ? 0 : e1 * y1;
    const g1 = f1 === 0 ? 0 : f1 * y1;
    const y2 = t * (advantage[base + 2]! - best);
    const e2 = exp(y2);
    const f2 = e2 === 0 ? 0 : e2 * y2;
    const g2 = f2 === 0 ? 0 : f2 * y2;
    const y3 = t * (advantage[base + 3]! - best);
    const e3 = exp(y3);
    const f3 = e3 === 0 ? 0 : e3 * y3;
    const g3 = f3 === 0 ? 0 : f3 * y3;
    const y4 = t * (advantage[base + 4]! - best);
    const e4 = exp(y4);
    const f4 = e4 === 0 ? 0 : e4 * y4;
    const g4 = f4 === 0 ? 0 : f4 * y4;
    const y5 = t * (advantage[base + 5]! - best);
    const e5 = exp(y5);
    const f5 = e5 === 0 ? 0 : e5 * y5;
    const g5 = f5 === 0 ? 0 : f5 * y5;
    for (let j = 0; j < 6; j += 1) {
      const mass = rho * policy[base + j]!;
      if (mass === 0) continue;
      const row = 6 * j;
      const k0 = byOld[row + 0]!;
      const k1 = byOld[row + 1]!;
      const k2 = byOld[row + 2]!;
      const k3 = byOld[row + 3]!;
      const k4 = byOld[row + 4]!;
      const k5 = byOld[row + 5]!;
      const column = k0 * e0 + k1 * e1 + k2 * e2 + k3 * e3 + k4 * e4 + k5 * e5;
      const first = k0 * f0 + k1 * f1 + k2 * f2 + k3 * f3 + k4 * f4 + k5 * f5;
      const second = k0 * g0 + k1 * g1 + k2 * g2 + k3 * g3 + k4 * g4 + k5 * g5;
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
