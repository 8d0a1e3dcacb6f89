/**
 * One trust-region problem, solved in numbers of any size, with the answer checked before it is given: by strong duality, the
 * value of the update is that of the dual, and the update lies inside the radius.
 */
import { evenExponent, timesPowerOfTwo } from '../math/binary-scale.ts';
import type { Multiplier, Optimum, Problem, TrustRegion } from './trust-region.ts';

/** What is asked: the minimiser of the dual for a radius, or the update at a multiplier. */
export interface Question {
  readonly region: TrustRegion;
  readonly problem: Problem;
  /** δ in [0, ∞]; null where only a multiplier is given */
  readonly radius: number | null;
  /** a fixed β in [0, ∞]; null where the dual's minimiser is wanted */
  readonly beta: number | null;
  /** λ > 0, for the regions that use it */
  readonly lambda: number;
}

/** An answer that satisfies what it should. */
export interface CheckedSolution extends Multiplier {
  /** π' [S·N] */
  readonly policy: Float64Array;
  /** Writes one state's plan [N·N]. */
  readonly writePlan: (state: number, plan: Float64Array) => void;
  /** Σ_s ρ_s Σ_a π'_a A_a */
  readonly value: number;
  /** D(β); null where no radius is given */
  readonly dual: number | null;
  /** left side of the constraint */
  readonly spent: number;
  /** False where no policy lies inside the radius (SPO): then the nearest one is given. */
  readonly feasible: boolean;
}

/** λ times the largest cost, above which doubles no longer hold the exponents of Sinkhorn's plan to eight digits. */
const SHARPEST = 1e8;
/** How far value and dual may be apart, as a share of the scale of advantages; and how far the radius may be overstepped, relatively. */
const GAP = 1e-6;
const OVERSTEP = 1e-9;
/** A row that misses 1 by more than this is brought to 1. */
const ROUNDING = 1e-12;
/** Smallest scaled radius whose digits are all there. */
const SMALLEST = 1e-290;

/** Solves and checks; what doubles cannot hold is a sentence without its period, never a wrong number. */
export function checkedSolution({ region, problem: given, radius, beta, lambda }: Question): CheckedSolution | string {
  const { advantage, weight, cost } = given;
  const largestCost = largest(cost);
  if (region.usesLambda && lambda * largestCost > SHARPEST) {
    return `λ times the largest cost is ${lambda * largestCost}, and above ${SHARPEST} doubles do not tell Sinkhorn’s plan from Wasserstein’s; expected is a smaller lambda, or "method": "wasserstein"`;
  }
  // A·2⁻ᵃ, ρ·2⁻ʳ, M·2⁻ᵐ: then β is in units of 2ᵃ⁻ᵐ, and the left side in units of 2ʳ⁺ᵐ
  const a = evenExponent(largest(advantage));
  const r = evenExponent(largest(weight));
  const m = region.derivesPlan ? 0 : evenExponent(largestCost);
  const problem: Problem = {
    ...given,
    policy: normalised(given),
    advantage: scaled(advantage, -a),
    weight: scaled(weight, -r),
    cost: scaled(cost, -m),
  };
  // β·δ is 0 at β = 0, however large the radius
  const wished = radius === null ? null : Math.min(timesPowerOfTwo(radius, -r - m), Number.MAX_VALUE);
  if (wished !== null && wished < SMALLEST && radius! > 0) {
    return `the radius ${radius} is too small for weights and costs of this size; expected is one that is at least 1e-290 of them, or 0`;
  }
  const sharpness = timesPowerOfTwo(lambda, m);
  const optimum = beta === null ? insideRadius(region, problem, wished!, sharpness) : null;
  const multiplier: Multiplier = optimum ?? { beta: timesPowerOfTwo(beta!, m - a), share: 0 };

  const policy = new Float64Array(given.policy.length);
  region.improve(problem, multiplier, sharpness, policy);
  const value = valueOf(problem, policy);
  const spent = optimum?.cost ?? region.spent(problem, multiplier, sharpness);
  const feasible = optimum?.binding !== 'infeasible';
  const wrong = fault({ region, problem, radius: wished, lambda: sharpness }, multiplier, value, spent, optimum);
  if (wrong !== null) return wrong;
  const answer: CheckedSolution = {
    beta: optimum === null ? beta! : timesPowerOfTwo(multiplier.beta, a - m),
    share: multiplier.share,
    policy,
    writePlan: (state, plan) => region.plan(problem, state, multiplier, sharpness, plan),
    value: timesPowerOfTwo(value, a + r),
    dual: wished === null ? null : timesPowerOfTwo(region.dual(problem, wished, multiplier.beta, sharpness), a + r),
    spent: timesPowerOfTwo(spent, r + m),
    feasible,
  };
  const lost = (whole: number, part: number): boolean => !Number.isFinite(whole) || (whole === 0 && part !== 0);
  const beyond =
    (multiplier.beta < Infinity && lost(answer.beta, multiplier.beta)) ||
    lost(answer.value, value) ||
    lost(answer.spent, spent);
  return beyond ? 'a number of the answer is larger or smaller than a double can be' : answer;
}

/** The optimum, with β a little larger where rounding put it outside the radius. */
function insideRadius(region: TrustRegion, problem: Problem, radius: number, lambda: number): Optimum {
  let optimum = region.optimum(problem, radius, lambda);
  if (optimum.binding !== 'tight' || optimum.share > 0) return optimum;
  for (let step = 1e-16; step < 1e-3 && optimum.cost > radius * (1 + OVERSTEP / 10); step *= 2) {
    const beta = optimum.beta * (1 + step);
    optimum = { ...optimum, beta, cost: region.spent(problem, { beta, share: 0 }, lambda) };
  }
  return optimum;
}

/** What an answer does not satisfy, or null. */
function fault(
  { region, problem, radius, lambda }: Omit<Question, 'beta'>,
  { beta }: Multiplier,
  value: number,
  spent: number,
  optimum: Optimum | null,
): string | null {
  if (![value, spent, optimum?.share ?? 0].every(Number.isFinite) || Number.isNaN(beta)) {
    return 'a number of the answer is larger or smaller than a double can be';
  }
  if (optimum?.binding === 'infeasible') return null;
  if (optimum !== null && spent > radius! * (1 + OVERSTEP)) {
    return `the radius is overstepped by a factor of ${spent / radius!}, as far as doubles can tell`;
  }
  // an update at a fixed β is the best one for the radius that it spends
  const dual = region.dual(problem, optimum === null ? spent : radius!, beta, lambda);
  const scale = scaleOf(problem);
  if (Math.abs(dual - value) <= GAP * scale) return null;
  return `value and dual differ by ${Math.abs(dual - value) / scale} of the scale of the advantages, as far as doubles can tell`;
}

/** Σ_s ρ_s max_a |A_a| */
function scaleOf({ states, actions, advantage, weight }: Problem): number {
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    total += weight[s]! * largest(advantage.subarray(s * actions, (s + 1) * actions));
  }
  return total;
}

function valueOf({ states, actions, advantage, weight }: Problem, policy: Float64Array): number {
  let value = 0;
  for (let s = 0; s < states; s += 1) {
    let gained = 0;
    for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) gained += policy[pair]! * advantage[pair]!;
    value += weight[s]! * gained;
  }
  return value;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function scaled(values: Float64Array, exponent: number): Float64Array {
  return exponent === 0 ? values : values.map((value) => timesPowerOfTwo(value, exponent));
}

/** Rows that sum to 1. */
function normalised({ states, actions, policy }: Problem): Float64Array {
  const rows = policy.slice();
  for (let s = 0; s < states; s += 1) {
    const row = rows.subarray(s * actions, (s + 1) * actions);
    const sum = row.reduce((total, mass) => total + mass, 0);
    if (Math.abs(sum - 1) > ROUNDING) for (let a = 0; a < actions; a += 1) row[a] = row[a]! / sum;
  }
  return rows;
}
