import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import { positiveRoot } from '../math/root.ts';
import { finiteTilt } from './tilt.ts';
import type { Multiplier, Optimum, Problem, TrustRegion } from './trust-region.ts';

/**
 * Kullback–Leibler: Σ_s ρ_s KL(π'(·|s) ‖ π(·|s)) ≤ δ.
 *
 * The new policy is an exponential tilt, π'_a ∝ π_a e^{A_a/β}: mass is rescaled, not sent, and the action cost plays no part.
 * An action without probability never gets any. Everything is computed in t = 1/β with A less its largest value on π's
 * support, so that nothing overflows: t = 0 stands still, t = ∞ keeps the best actions of the support in proportion.
 */
export const kl: TrustRegion = {
  label: 'Kullback–Leibler',
  short: 'KL',
  summary: 'Bounds the relative entropy KL(π′‖π): how surprising the new policy’s actions would be to the old one.',
  derivesPlan: true,
  usesLambda: false,
  improve,
  plan,
  spent: (problem, { beta }) => divergence(problem, 1 / beta),
  dual,
  optimum,
};

/** The smallest probability that counts: products with smaller ones lose their digits. */
export const LEAST_PROBABILITY = 1e-280;

/** The largest advantage among actions with positive probability in the row that begins at `base`. */
function bestOnSupport(policy: Float64Array, advantage: Float64Array, base: number, actions: number): number {
  let best = -Infinity;
  for (let a = base; a < base + actions; a += 1) {
    const value = advantage[a]!;
    if (value > best && policy[a]! >= LEAST_PROBABILITY) best = value;
  }
  return best;
}

function improve(
  { states, actions, policy, advantage }: Problem,
  { beta }: Multiplier,
  _: number,
  next: Float64Array,
): void {
  const t = finiteTilt(1 / beta);
  if (t === 0) {
    for (let pair = 0; pair < states * actions; pair += 1) next[pair] = policy[pair]!;
    return;
  }
  for (let s = 0; s < states; s += 1) {
    const base = s * actions;
    const best = bestOnSupport(policy, advantage, base, actions);
    let total = 0;
    for (let a = base; a < base + actions; a += 1) {
      const below = advantage[a]! - best;
      const mass = policy[a]! >= LEAST_PROBABILITY ? policy[a]! * exp(t * below) : 0;
      next[a] = mass;
      total += mass;
    }
    // no reciprocal: it may overflow. A row without mass stays without
    if (total > 0) for (let a = base; a < base + actions; a += 1) next[a] = next[a]! / total;
  }
}

/** The cheapest coupling of the old row and the new one under the problem's action cost. */
function plan(problem: Problem, state: number, multiplier: Multiplier, lambda: number, out: Float64Array): void {
  const { actions, policy, advantage, cost } = problem;
  const from = state * actions;
  const row = {
    ...problem,
    states: 1,
    policy: policy.subarray(from, from + actions),
    advantage: advantage.subarray(from, from + actions),
    cost: cost.length > actions * actions ? cost.subarray(from * actions, (from + actions) * actions) : cost,
  };
  const next = new Float64Array(actions);
  improve(row, multiplier, lambda, next);
  optimalCoupling(actions, actions, next, row.policy, row.cost, out);
}

/**
 * Σ_s ρ_s KL(π'‖π) at t = 1/β, where KL = ⟨y⟩ − ln Z with y_a = t (A_a − max A), Z = Σ_a π_a e^{y_a} and ⟨·⟩ the mean under π'.
 *
 * Adds to `moments` [1], when given, Σ_s ρ_s Var(y) = t · the slope of the divergence in t.
 */
function divergence(problem: Problem, tilt: number, moments?: Float64Array): number {
  const t = finiteTilt(tilt);
  const { states, actions, policy, advantage, weight } = problem;
  let cost = 0;
  let spread = 0;
  if (t === 0) return 0;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * actions;
    const best = bestOnSupport(policy, advantage, base, actions);
    let total = 0;
    let first = 0;
    let second = 0;
    for (let a = base; a < base + actions; a += 1) {
      const below = advantage[a]! - best;
      const probability = policy[a]!;
      if (probability < LEAST_PROBABILITY) continue;
      const y = t * below;
      const mass = probability * exp(y);
      // e^y underflows before y overflows
      if (mass === 0) continue;
      total += mass;
      first += mass * y;
      second += mass * y * y;
    }
    if (total === 0) continue;
    const mean = first / total;
    cost += rho * (mean - ln(total));
    spread += rho * (second / total - mean * mean);
  }
  if (moments !== undefined) moments[0] = spread;
  return cost;
}

/** D(β) = βδ + Σ_s ρ_s β ln Σ_a π_a e^{A_a/β}; at β = 0 its limit Σ ρ max A, at β = ∞ the limit for δ = 0 or ∞. */
function dual({ states, actions, policy, advantage, weight }: Problem, radius: number, beta: number): number {
  if (beta === Infinity && radius > 0) return Infinity;
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * actions;
    const best = bestOnSupport(policy, advantage, base, actions);
    if (weight[s] === 0 || best === -Infinity) continue;
    let total = 0;
    let mean = 0;
    for (let a = base; a < base + actions; a += 1) {
      if (policy[a]! < LEAST_PROBABILITY) continue;
      const below = advantage[a]! - best;
      mean += policy[a]! * below;
      total += below === 0 ? policy[a]! : policy[a]! * exp(below / beta);
    }
    const soft = beta === Infinity ? mean : beta === 0 ? 0 : beta * ln(total);
    sum += weight[s]! * (best + soft);
  }
  return (beta === Infinity ? 0 : beta * radius) + sum;
}

/** The root of divergence(t) = δ, found on √divergence, which is nearly a straight line in t while steps are small. */
function optimum(problem: Problem, radius: number): Optimum {
  if (radius <= 0) return { beta: Infinity, share: 0, cost: 0, binding: 'tight' };
  const greedy = divergence(problem, Infinity);
  if (greedy <= radius) return { beta: 0, share: 0, cost: greedy, binding: 'greedy' };
  const target = Math.sqrt(radius);
  const moments = new Float64Array(1);
  const t = positiveRoot(
    (x, out) => {
      const root = Math.sqrt(Math.max(0, divergence(problem, x, moments)));
      out[0] = root - target;
      out[1] = root > 0 ? moments[0]! / (2 * x * root) : 0;
    },
    Math.sqrt((2 * radius) / Math.max(Number.MIN_VALUE, variance(problem))),
    target,
  );
  const beta = 1 / t;
  return { beta, share: 0, cost: divergence(problem, 1 / beta), binding: 'tight' };
}

/** Σ_s ρ_s Var_π(A): twice the divergence over t² as t → 0. */
function variance({ states, actions, policy, advantage, weight }: Problem): number {
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    let mean = 0;
    let square = 0;
    const base = s * actions;
    const origin = advantage[base]!;
    for (let a = base; a < base + actions; a += 1) {
      const value = advantage[a]! - origin;
      mean += policy[a]! * value;
      square += policy[a]! * value * value;
    }
    sum += weight[s]! * Math.max(0, square - mean * mean);
  }
  return sum;
}
