/**
 * The two ends of Sinkhorn's path, t = λ/β → 0 and t → ∞, where sums over states need few exponentials and logarithms.
 */
import { exp } from '../../math/exp.ts';
import { ln } from '../../math/ln.ts';
import { bestOf } from '../rows.ts';
import type { SharedProblem } from '../trust-region.ts';

/** Σ_s ρ_s Σ_j π_j L_j at t = 0, L_j = ln Σ_k e^−λM_kj. */
export function stillLogSum(
  { states, actions: n, policy, weight, cost: { matrix } }: SharedProblem,
  lambda: number,
): number {
  const levels = new Float64Array(n);
  for (let j = 0; j < n; j += 1) {
    // M_jj = 0 is the largest term
    let sum = 0;
    for (let k = 0; k < n; k += 1) sum += exp(-lambda * matrix[k * n + j]!);
    levels[j] = ln(sum);
  }
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    let row = 0;
    for (let j = 0; j < n; j += 1) row += policy[s * n + j]! * levels[j]!;
    total += weight[s]! * row;
  }
  return total;
}

/** Σ_s ρ_s Σ_j π_j L_j at t = ∞, L_j = ln Σ_{k best} e^−λM_kj: −λM where one action is the best. */
export function greedyLogSum(problem: SharedProblem, lambda: number): number {
  const {
    states,
    actions: n,
    policy,
    advantage,
    weight,
    cost: { matrix },
  } = problem;
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    const base = s * n;
    const best = bestOf(advantage, base, n);
    let ties = 0;
    let target = 0;
    for (let k = 0; k < n; k += 1) {
      if (advantage[base + k] !== best) continue;
      target = k;
      ties += 1;
    }
    let row = 0;
    for (let j = 0; j < n; j += 1) {
      const mass = policy[base + j]!;
      if (mass === 0) continue;
      let least = matrix[target * n + j]!;
      let sum = 1;
      if (ties > 1) {
        for (let k = 0; k < n; k += 1) if (advantage[base + k] === best) least = Math.min(least, matrix[k * n + j]!);
        sum = 0;
        for (let k = 0; k < n; k += 1)
          if (advantage[base + k] === best) sum += exp(lambda * (least - matrix[k * n + j]!));
      }
      row += mass * (ties > 1 ? ln(sum) - lambda * least : -lambda * least);
    }
    total += weight[s]! * row;
  }
  return total;
}

/** Σ_s ρ_s Σ_j π_j Var_j(A) at t = 0. */
export function stillVariance(
  { states, actions: n, policy, advantage, weight, cost: { matrix } }: SharedProblem,
  lambda: number,
): number {
  // f_ij at t = 0 is the same in every state; row j for old action j
  const smear = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) {
    let total = 0;
    for (let i = 0; i < n; i += 1) {
      smear[j * n + i] = exp(-lambda * matrix[i * n + j]!);
      total += smear[j * n + i]!;
    }
    for (let i = 0; i < n; i += 1) smear[j * n + i] = smear[j * n + i]! / total;
  }
  let variance = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * n;
    const origin = advantage[base]!;
    for (let j = 0; j < n; j += 1) {
      const mass = weight[s]! * policy[base + j]!;
      if (mass === 0) continue;
      let first = 0;
      let second = 0;
      for (let i = 0; i < n; i += 1) {
        const value = advantage[base + i]! - origin;
        const part = smear[j * n + i]! * value;
        first += part;
        second += part * value;
      }
      variance += mass * Math.max(0, second - first * first);
    }
  }
  return variance;
}
