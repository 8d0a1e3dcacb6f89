import { timesPowerOfTwo } from '../math/binary-scale.ts';
import { ln } from '../math/ln.ts';
import { positiveRoot } from '../math/root.ts';
import { hullEdges } from './edges.ts';
import { fillKnapsack } from './knapsack.ts';
import { partwise } from './parts.ts';
import { bestOf, expectedAdvantage, meanEntropy } from './rows.ts';
import { smearKernel, type Kernel } from './smear/kernel.ts';
import { greedyLogSum, stillLogSum, stillVariance } from './smear/limits.ts';
import { smearMoments, type Moments } from './smear/moments.ts';
import { smearPlan, writeSmear } from './smear/update.ts';
import type { Optimum, Point, SharedProblem, TrustRegion } from './trust-region.ts';

/** λ > 0 of Sinkhorn: the sharpness of its plan. */
export type SinkhornShape = { readonly lambda: number };

/**
 * Sinkhorn (SPO): Σ_s ρ_s d_S(π', π | λ) ≤ δ, d_S = min_Q ⟨Q, M⟩ − h(Q)/λ: Wasserstein with an entropic term.
 *
 * All mass of old action j is smeared by softmax_i((λ/β) A_i − λ M_ij), in closed form at any β. At β = ∞ mass still smears, by
 * softmax(−λM); at β = 0 only the best actions get any. As λ → ∞ it becomes WPO at the same β, with ties split evenly.
 */
export const sinkhorn: TrustRegion<SinkhornShape> = partwise({
  parameters: { lambda: { expected: 'a number above 0', allows: (lambda) => lambda > 0 } },
  usesCost: true,
  costExponent: () => 1,
  smears: true,
  splits: false,
  scaled: ({ lambda }, _, m) => ({ lambda: timesPowerOfTwo(lambda, -m) }),
  refusal: ({ lambda }, largestCost) =>
    lambda * largestCost > SHARPEST
      ? `λ times the largest cost is ${lambda * largestCost}, and above ${SHARPEST} doubles do not tell Sinkhorn’s plan from Wasserstein’s; expected is a smaller lambda, or "method": "wasserstein"`
      : null,
  steepness: ({ lambda }) => lambda,
  boundLoss: ({ beta, lambda }, actions) => (beta * ln(actions)) / lambda,
  objective: (problem, _, next) => expectedAdvantage(problem, next),
  improve: (problem, { beta, lambda }, next) => writeSmear(problem, lambda / beta, lambda, 'uniform', next),
  plan: (problem, { beta, lambda }, plan) => smearPlan(problem, lambda / beta, lambda, 'uniform', plan),
  spent: (problem, { beta, lambda }) => new Distance([problem], lambda).at(lambda / beta),
  dual,
  optimum: (parts, radius, { lambda }) => optimum(parts, radius, lambda),
});

/** λ times the largest cost, above which doubles no longer hold the exponents of the plan to eight digits. */
const SHARPEST = 1e8;

/** The left side of the constraint as a function of t = λ/β. */
class Distance {
  /** Of the last t, over all parts. */
  readonly moments: Moments = { mean: 0, logSum: 0, spread: 0 };
  /** Σ_s ρ_s H(π) */
  readonly entropy: number;
  readonly #parts: readonly { readonly problem: SharedProblem; readonly kernel: Kernel }[];
  readonly #lambda: number;

  constructor(parts: readonly SharedProblem[], lambda: number) {
    this.#lambda = lambda;
    this.#parts = parts.map((problem) => ({ problem, kernel: smearKernel(problem.actions, problem.cost, lambda) }));
    this.entropy = parts.reduce((sum, { policy, weight, actions }) => sum + meanEntropy(policy, weight, actions), 0);
  }

  /** Σ_s ρ_s d_S = Σ ρ [ Σ_j π_j (⟨y⟩_j − L_j) − H(π) ] / λ, with y = t (A − max A) and L_j = ln Σ_k e^(y_k − λM_kj). */
  at(t: number): number {
    const sum = this.moments;
    sum.mean = sum.spread = sum.logSum = 0;
    for (const { problem, kernel } of this.#parts) {
      if (t === 0 || t === Infinity) sum.logSum += (t === 0 ? stillLogSum : greedyLogSum)(problem, this.#lambda);
      else smearMoments(problem, kernel, t, 'uniform', sum);
    }
    return (sum.mean - sum.logSum - this.entropy) / this.#lambda;
  }
}

/** D(β) = βδ + Σ_s ρ_s (β/λ) { Σ_j π_j ln Σ_k e^((λ/β) A_k − λ M_kj) + H(π) }; at β = ∞ its limit. */
function dual(problem: SharedProblem, radius: number, { beta, lambda }: Point<SinkhornShape>): number {
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
function smearedValue(problem: SharedProblem, lambda: number): number {
  const next = new Float64Array(problem.policy.length);
  writeSmear(problem, 0, lambda, 'uniform', next);
  return expectedAdvantage(problem, next);
}

/** The root of distance(t) = δ, found on √(distance − least), which is nearly a straight line in t while steps are small. */
function optimum(parts: readonly SharedProblem[], radius: number, lambda: number): Optimum {
  const distance = new Distance(parts, lambda);
  const least = distance.at(0);
  if (radius < least) return { beta: Infinity, share: 0, spent: least, binding: 'infeasible' };
  const greedy = distance.at(Infinity);
  if (greedy <= radius) return { beta: 0, share: 0, spent: greedy, binding: 'greedy' };
  if (radius === least) return { beta: Infinity, share: 0, spent: least, binding: 'tight' };
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
  return { beta, share: 0, spent: distance.at(lambda / beta), binding: 'tight' };
}

/** From a blur, distance ≈ least + t² Var(A)/(2λ); where λ is sharp the step is nearly WPO's for the same transport. */
function firstGuess(parts: readonly SharedProblem[], radius: number, least: number, lambda: number): number {
  const still = parts.reduce((sum, part) => sum + stillVariance(part, lambda), 0);
  const variance = Math.max(Number.MIN_VALUE, still);
  const blurred = Math.sqrt(((radius - least) * 2 * lambda) / variance);
  const { rate } = fillKnapsack(hullEdges(parts), Math.max(radius, (radius - least) / 2));
  return rate > 0 ? Math.min(blurred, lambda / rate) : blurred;
}
