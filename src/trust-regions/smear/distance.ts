import { fillKnapsack } from '../knapsack.ts';
import { hullEdges } from '../edges.ts';
import { bestOf, bestOnSupport, expectedAdvantage, finiteTilt, meanEntropy } from '../rows.ts';
import { spendAll, type Distance } from '../spend.ts';
import type { Optimum, SharedProblem } from '../trust-region.ts';
import { smearKernel, type Kernel, type Reference } from './kernel.ts';
import { greedyLogSum, stillLogSum, stillVariance } from './limits.ts';
import { smearMoments, type Moments } from './moments.ts';
import { writeSmear } from './update.ts';

/** A plan of entropic transport, Q_ij = π_j softmax_i(ln q_i + κA_i/β − λM_ij). */
export interface Smear {
  /** what the plan's entropy is taken against: q_i even, or π_i */
  readonly reference: Reference;
  /** λ: what the action cost counts */
  readonly lambda: number;
  /** κ: what the advantage over β counts; 1/κ is what the entropy does in the distance */
  readonly sharpness: number;
}

/** The left side of the constraint as a function of t = κ/β. */
class SmearDistance {
  /** Of the last t, over all parts. */
  readonly moments: Moments = { mean: 0, logSum: 0, spread: 0 };
  /** Σ_s ρ_s H(π) where the reference is even: what the entropy of a plan is more than that of its smear. */
  readonly entropy: number;
  readonly #parts: readonly { readonly problem: SharedProblem; readonly kernel: Kernel }[];
  readonly #smear: Smear;

  constructor(parts: readonly SharedProblem[], smear: Smear) {
    const { lambda, reference } = smear;
    this.#smear = smear;
    this.#parts = parts.map((problem) => ({ problem, kernel: smearKernel(problem.actions, problem.cost, lambda) }));
    this.entropy =
      reference === 'policy'
        ? 0
        : parts.reduce((sum, { policy, weight, actions }) => sum + meanEntropy(policy, weight, actions), 0);
  }

  /** Σ_s ρ_s { Σ_j π_j (⟨y⟩_j − L_j) − entropy } / κ, with y = t (A − max A) and L_j = ln Σ_k q_k e^(y_k − λM_kj). */
  at(t: number): number {
    const { lambda, reference, sharpness } = this.#smear;
    const sum = this.moments;
    sum.mean = sum.spread = sum.logSum = 0;
    for (const { problem, kernel } of this.#parts) {
      if (reference === 'policy') smearMoments(problem, kernel, finiteTilt(t), reference, sum);
      else if (t === 0 || t === Infinity) sum.logSum += (t === 0 ? stillLogSum : greedyLogSum)(problem, lambda);
      else smearMoments(problem, kernel, t, reference, sum);
    }
    return (sum.mean - sum.logSum - this.entropy) / sharpness;
  }
}

/** Σ_s ρ_s · distance at β. */
export function smearSpent(problem: SharedProblem, smear: Smear, beta: number): number {
  return new SmearDistance([problem], smear).at(smear.sharpness / beta);
}

/** D(β) = βδ + Σ_s ρ_s { max A + (β/κ) (Σ_j π_j L_j + entropy) }; at β = ∞ its limit. */
export function smearDual(problem: SharedProblem, radius: number, smear: Smear, beta: number): number {
  const { states, actions, policy, advantage, weight } = problem;
  const { sharpness, reference } = smear;
  const distance = new SmearDistance([problem], smear);
  const spent = distance.at(sharpness / beta);
  if (beta === Infinity && radius !== spent) return radius > spent ? Infinity : -Infinity;
  if (beta === Infinity) return stillValue(problem, smear);
  let best = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * actions;
    best +=
      weight[s]! *
      (reference === 'uniform' ? bestOf(advantage, base, actions) : bestOnSupport(policy, advantage, base, actions));
  }
  return beta * radius + best + (beta / sharpness) * (distance.moments.logSum + distance.entropy);
}

/** Σ_s ρ_s Σ_i π'_i A_i at β = ∞ */
function stillValue(problem: SharedProblem, { lambda, reference }: Smear): number {
  const next = new Float64Array(problem.policy.length);
  writeSmear(problem, 0, lambda, reference, next);
  return expectedAdvantage(problem, next);
}

/** The multiplier at which the radius is spent. */
export function smearOptimum(parts: readonly SharedProblem[], radius: number, smear: Smear): Optimum {
  const distance = new SmearDistance(parts, smear);
  const least = distance.at(0);
  if (radius < least) return { beta: Infinity, share: 0, spent: least, binding: 'infeasible' };
  const greedy = distance.at(Infinity);
  if (greedy <= radius) return { beta: 0, share: 0, spent: greedy, binding: 'greedy' };
  if (radius === least) return { beta: Infinity, share: 0, spent: least, binding: 'tight' };
  const measure = (t: number, out: Distance): void => {
    out.cost = distance.at(t);
    out.spread = distance.moments.spread;
  };
  return spendAll(
    { measure, least, sharpness: smear.sharpness },
    radius,
    firstGuess(parts, distance, radius, least, smear),
  );
}

/** From a blur, distance ≈ least + t² Var(A)/(2κ); where the plan is sharp the step is nearly WPO's for the same transport. */
function firstGuess(
  parts: readonly SharedProblem[],
  distance: SmearDistance,
  radius: number,
  least: number,
  { reference, lambda, sharpness }: Smear,
): number {
  const variance = Math.max(Number.MIN_VALUE, varianceAtRest(parts, distance, reference, lambda));
  const blurred = Math.sqrt(((radius - least) * 2 * sharpness) / variance);
  if (lambda === 0) return blurred;
  const { rate } = fillKnapsack(hullEdges(parts), Math.max(radius, (radius - least) / 2) * (sharpness / lambda));
  return rate > 0 ? Math.min(blurred, lambda / rate) : blurred;
}

/** Σ_s ρ_s Σ_j π_j Var_j(A) at t = 0. */
function varianceAtRest(
  parts: readonly SharedProblem[],
  distance: SmearDistance,
  reference: Reference,
  lambda: number,
): number {
  if (reference === 'uniform') return parts.reduce((sum, part) => sum + stillVariance(part, lambda), 0);
  const tilt =
    1e-6 / parts.reduce((most, { advantage }) => Math.max(most, ...advantage.map(Math.abs)), Number.MIN_VALUE);
  distance.at(tilt);
  return distance.moments.spread / tilt / tilt;
}
