import { ln } from '../math/ln.ts';
import { positiveRoot } from '../math/root.ts';
import { hullEdges } from './edges.ts';
import { fillKnapsack } from './knapsack.ts';
import { greedyLogSum, stillLogSum, stillVariance } from './smear-limits.ts';
import { smearMoments } from './smear-moments.ts';
import { partwise } from './parts.ts';
import { smearKernel, smearRow, writeSmear, type Kernel } from './smear.ts';
import { bestOf, type Moments } from './tilt.ts';
import type { Optimum, Problem, TrustRegion } from './trust-region.ts';

/**
 * Sinkhorn (SPO): Σ_s ρ_s d_S(π', π | λ) ≤ δ, d_S = min_Q ⟨Q, M⟩ − h(Q)/λ: Wasserstein with an entropic term.
 *
 * All mass of old action j is smeared by softmax_i((λ/β) A_i − λ M_ij), in closed form at any β. At β = ∞ mass still smears, by
 * softmax(−λM); at β = 0 only the best actions get any. As λ → ∞ it becomes WPO at the same β, with ties split evenly.
 */
export const sinkhorn: TrustRegion = partwise({
  label: 'Sinkhorn',
  short: 'SPO',
  summary: 'Bounds the transport cost less an entropy bonus: Wasserstein with a blur of 1/λ.',
  derivesPlan: false,
  usesLambda: true,
  improve: (problem, { beta }, lambda, next) => writeSmear(problem, lambda / beta, lambda, next),
  plan: (problem, state, { beta }, lambda, plan) => smearRow(problem, state, lambda / beta, lambda, plan),
  spent: (problem, { beta }, lambda) => new Distance([problem], lambda).at(lambda / beta),
  dual,
  optimum,
});

/** The left side of the constraint as a function of t = λ/β. */
class Distance {
  /** Of the last t, over all parts. */
  readonly moments: Moments = { mean: 0, logSum: 0, spread: 0 };
  /** Σ_s ρ_s H(π) */
  readonly entropy: number;
  readonly #parts: readonly { readonly problem: Problem; readonly kernel: Kernel }[];
  readonly #part: Moments = { mean: 0, logSum: 0, spread: 0 };
  readonly #lambda: number;

  constructor(parts: readonly Problem[], lambda: number) {
    this.#lambda = lambda;
    this.#parts = parts.map((problem) => ({ problem, kernel: smearKernel(problem.actions, problem.cost, lambda) }));
    this.entropy = parts.reduce((sum, part) => sum + totalEntropy(part), 0);
  }

  /** Σ_s ρ_s d_S = Σ ρ [ Σ_j π_j (⟨y⟩_j − L_j) − H(π) ] / λ, with y = t (A − max A) and L_j = ln Σ_k e^(y_k − λM_kj). */
  at(t: number): number {
    const sum = this.moments;
    const part = this.#part;
    sum.mean = sum.spread = sum.logSum = 0;
    for (const { problem, kernel } of this.#parts) {
      if (t === 0 || t === Infinity) {
        sum.logSum += (t === 0 ? stillLogSum : greedyLogSum)(problem, this.#lambda);
        continue;
      }
      smearMoments(problem, kernel, t, part);
      sum.mean += part.mean;
      sum.logSum += part.logSum;
      sum.spread += part.spread;
    }
    return (sum.mean - sum.logSum - this.entropy) / this.#lambda;
  }
}

/** Σ_s ρ_s H(π(·|s)), in nats. */
function totalEntropy({ states, actions, policy, weight }: Problem): number {
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    if (weight[s] === 0) continue;
    let row = 0;
    for (let a = s * actions; a < (s + 1) * actions; a += 1) if (policy[a]! > 0) row -= policy[a]! * ln(policy[a]!);
    total += weight[s]! * row;
  }
  return total;
}

/** D(β) = βδ + Σ_s ρ_s (β/λ) { Σ_j π_j ln Σ_k e^((λ/β) A_k − λ M_kj) + H(π) }; at β = ∞ its limit. */
function dual(problem: Problem, radius: number, beta: number, lambda: number): number {
  const { states, actions, advantage, weight } = problem;
  const distance = new Distance([problem], lambda);
  const spent = distance.at(lambda / beta);
  if (beta === Infinity && radius !== spent) return radius > spent ? Infinity : -Infinity;
  if (beta === Infinity) return smearedValue(problem, lambda);
  let best = 0;
  for (let s = 0; s < states; s += 1) best += weight[s]! * bestOf(advantage, s * actions, actions);
  return beta * radius + best + (beta / lambda) * (distance.moments.logSum + distance.entropy);
}

/** Σ_s ρ_s Σ_i π'_i A_i at β = ∞ */
function smearedValue(problem: Problem, lambda: number): number {
  const { states, actions, advantage, weight } = problem;
  const next = new Float64Array(states * actions);
  writeSmear(problem, 0, lambda, next);
  return next.reduce((sum, share, pair) => sum + weight[Math.floor(pair / actions)]! * share * advantage[pair]!, 0);
}

/** The root of distance(t) = δ, found on √(distance − least), which is nearly a straight line in t while steps are small. */
function optimum(parts: readonly Problem[], radius: number, lambda: number): Optimum {
  const distance = new Distance(parts, lambda);
  const least = distance.at(0);
  if (radius < least) return { beta: Infinity, share: 0, cost: least, binding: 'infeasible' };
  const greedy = distance.at(Infinity);
  if (greedy <= radius) return { beta: 0, share: 0, cost: greedy, binding: 'greedy' };
  if (radius === least) return { beta: Infinity, share: 0, cost: least, binding: 'tight' };
  const target = Math.sqrt(radius - least);
  const t = positiveRoot(
    (x, out) => {
      const root = Math.sqrt(Math.max(0, distance.at(x) - least));
      out[0] = root - target;
      out[1] = root > 0 ? distance.moments.spread / (2 * lambda * x * root) : 0;
    },
    firstGuess(parts, radius, least, lambda),
    target,
  );
  const beta = lambda / t;
  return { beta, share: 0, cost: distance.at(lambda / beta), binding: 'tight' };
}

/** From a blur, distance ≈ least + t² Var(A)/(2λ); where λ is sharp the step is nearly WPO's for the same transport. */
function firstGuess(parts: readonly Problem[], radius: number, least: number, lambda: number): number {
  const still = parts.reduce((sum, part) => sum + stillVariance(part, lambda), 0);
  const variance = Math.max(Number.MIN_VALUE, still);
  const blurred = Math.sqrt(((radius - least) * 2 * lambda) / variance);
  const { rate } = fillKnapsack(hullEdges(parts), Math.max(radius, (radius - least) / 2));
  return rate > 0 ? Math.min(blurred, lambda / rate) : blurred;
}
