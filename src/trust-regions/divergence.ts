/**
 * What KL's update and its relative entropy are made of, row by row, in t = 1/β and y_a = t (A_a − max A on π's support).
 */
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { expm1, expm1Less, log1p } from '../math/near-one.ts';
import { bestOnSupport, finiteTilt } from './rows.ts';
import type { Distance } from './spend.ts';
import type { Problem } from './trust-region.ts';

/** Probabilities below this are taken in logarithms: products of theirs lose their digits. */
export const TINY = 1e-280;

/** Scratch row of one state; it grows to the largest number of actions seen. */
let scratch = new Float64Array(16);

/** A row of scratch for N actions; what is in it stays until it is asked for again. */
export function scratchRow(actions: number): Float64Array {
  if (scratch.length < actions) scratch = new Float64Array(actions);
  return scratch;
}

/** Writes weights in proportion to π_a e^(y_a), y = t (A − best), by logarithms, and gives ln of what they are to be multiplied with. */
export function logarithmicWeights(
  policy: Float64Array,
  advantage: Float64Array,
  base: number,
  actions: number,
  t: number,
  best: number,
  weights: Float64Array,
): number {
  let top = -Infinity;
  for (let a = 0; a < actions; a += 1) {
    const mass = policy[base + a]!;
    weights[a] = mass > 0 ? ln(mass) + t * (advantage[base + a]! - best) : -Infinity;
    top = Math.max(top, weights[a]!);
  }
  for (let a = 0; a < actions; a += 1) weights[a] = exp(weights[a]! - top);
  return top;
}

/** Writes Σ_s ρ_s KL(π'‖π) at t = 1/β, and Σ_s ρ_s Var_π'(y), which is t times its slope. */
export function divergence(problem: Problem, tilt: number, out: Distance): void {
  const t = finiteTilt(tilt);
  out.cost = 0;
  out.spread = 0;
  for (let s = 0; s < problem.states && t > 0; s += 1) if (problem.weight[s] !== 0) addRow(problem, s, t, out);
}

/** The same, with rows that are tilted little in the form that is exact near t = 0. */
export function nearDivergence(problem: Problem, tilt: number, out: Distance): void {
  const t = finiteTilt(tilt);
  out.cost = 0;
  out.spread = 0;
  for (let s = 0; s < problem.states && t > 0; s += 1) {
    if (problem.weight[s] !== 0 && !addNearRow(problem, s, t, out)) addRow(problem, s, t, out);
  }
}

/** KL = ⟨y⟩ − ln Z with Z = Σ_a π_a e^{y_a} and ⟨·⟩ the mean under π'. */
function addRow({ actions, policy, advantage, weight }: Problem, state: number, t: number, out: Distance): void {
  const rho = weight[state]!;
  const base = state * actions;
  const best = bestOnSupport(policy, advantage, base, actions);
  let total = 0;
  let first = 0;
  let second = 0;
  let tiny = false;
  for (let a = base; a < base + actions; a += 1) {
    const below = advantage[a]! - best;
    const probability = policy[a]!;
    if (!(probability > 0)) continue;
    if (probability < TINY) tiny = true;
    const y = t * below;
    const mass = probability * exp(y);
    // e^y underflows before y overflows
    if (mass === 0) continue;
    total += mass;
    first += mass * y;
    second += mass * y * y;
  }
  let logScale = 0;
  if (tiny) {
    const weights = scratchRow(actions);
    logScale = logarithmicWeights(policy, advantage, base, actions, t, best, weights);
    total = first = second = 0;
    for (let a = 0; a < actions; a += 1) {
      const mass = weights[a]!;
      if (mass === 0) continue;
      const y = t * (advantage[base + a]! - best);
      total += mass;
      first += mass * y;
      second += mass * y * y;
    }
  }
  if (total === 0) return;
  const mean = first / total;
  out.cost += rho * (mean - (ln(total) + logScale));
  out.spread += rho * (second / total - mean * mean);
}

/**
 * The same without cancellation near t = 0: with z = y less its mean under π, P = Σ π and S = Σ π (e^z − 1 − z) / P,
 * KL = Σ π z (e^z − 1) / (P (1 + S)) − ln(1 + S), of which the first term is about twice the second. False where z is not small.
 */
function addNearRow({ actions, policy, advantage, weight }: Problem, state: number, t: number, out: Distance): boolean {
  const base = state * actions;
  const mean = meanBelow(policy, advantage, base, actions);
  if (mean === null) return true;
  const { best, below, mass } = mean;
  let rest = 0;
  let first = 0;
  let second = 0;
  for (let a = base; a < base + actions; a += 1) {
    const probability = policy[a]! / mass;
    if (!(probability > 0)) continue;
    const z = t * (advantage[a]! - best - below);
    if (!(Math.abs(z) <= 1)) return false;
    rest += probability * expm1Less(z);
    first += probability * z * expm1(z);
    second += probability * z * z * (expm1(z) + 1);
  }
  const rho = weight[state]!;
  const shifted = first / (1 + rest);
  out.cost += rho * (shifted - log1p(rest));
  out.spread += rho * (second / (1 + rest) - shifted * shifted);
  return true;
}

/** max A on the support of a row, the mean of A less it under π, and Σ π; null for a row without mass. */
export function meanBelow(
  policy: Float64Array,
  advantage: Float64Array,
  base: number,
  actions: number,
): { readonly best: number; readonly below: number; readonly mass: number } | null {
  const best = bestOnSupport(policy, advantage, base, actions);
  if (best === -Infinity) return null;
  let below = 0;
  let mass = 0;
  for (let a = base; a < base + actions; a += 1) {
    if (!(policy[a]! > 0)) continue;
    below += policy[a]! * (advantage[a]! - best);
    mass += policy[a]!;
  }
  return { best, below: below / mass, mass };
}
