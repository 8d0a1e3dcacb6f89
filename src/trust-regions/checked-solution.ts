/**
 * One trust-region problem, solved in numbers of any size, with the answer checked before it is given: by strong duality, the
 * value of the update is that of the dual, and the update lies inside the radius.
 */
import { evenExponent, timesPowerOfTwo } from '../math/binary-scale.ts';
import { mappedCost, pricesOf } from './cost.ts';
import { writePlan } from './plan.ts';
import type { Multiplier, Optimum, Point, Problem, Shape, TrustRegion } from './trust-region.ts';

/** What is asked: the minimiser of the dual for a radius, or the update at a multiplier. */
export interface Question {
  readonly region: TrustRegion;
  readonly problem: Problem;
  /** δ in [0, ∞]; null where only a multiplier is given */
  readonly radius: number | null;
  /** a fixed β in [0, ∞]; null where the dual's minimiser is wanted */
  readonly beta: number | null;
  /** the numbers that the region has of its own */
  readonly shape: Shape;
}

/** An answer that satisfies what it should. */
export interface CheckedSolution extends Multiplier {
  /** π' [S·N] */
  readonly policy: Float64Array;
  /** Writes one state's plan [N·N]. */
  readonly writePlan: (state: number, plan: Float64Array) => void;
  /** what is maximised: Σ_s ρ_s Σ_a π'_a A_a, and what the region adds */
  readonly value: number;
  /** D(β); null where no radius is given */
  readonly dual: number | null;
  /** left side of the constraint */
  readonly spent: number;
  /** False where no policy lies inside the radius: then the nearest one is given. */
  readonly feasible: boolean;
}

/** How far value and dual may be apart, as a share of the scale of advantages; and how far the radius may be overstepped, relatively. */
const GAP = 1e-6;
const OVERSTEP = 1e-9;
/** A row that misses 1 by more than this is brought to 1. */
const ROUNDING = 1e-12;
/** Smallest scaled radius whose digits are all there. */
const SMALLEST = 1e-290;

/** Solves and checks; what doubles cannot hold is a sentence without its period, never a wrong number. */
export function checkedSolution({ region, problem: given, radius, beta, shape }: Question): CheckedSolution | string {
  const { advantage, weight, cost } = given;
  const largestCost = largest(pricesOf(cost));
  const refusal = region.refusal(shape, largestCost);
  if (refusal !== null) return refusal;
  // A·2⁻ᵃ, ρ·2⁻ʳ, M·2⁻ᵐ: then β is in units of 2ᵃ⁻ᵈ, and the left side in units of 2ʳ⁺ᵈ
  const a = evenExponent(largest(advantage));
  const r = evenExponent(largest(weight));
  const power = region.costExponent(shape);
  const m = power > 0 ? evenExponent(largestCost) : 0;
  // exponent of the distance's unit
  const d = power * m;
  const problem: Problem = {
    ...given,
    policy: normalised(given),
    advantage: scaled(advantage, -a),
    weight: scaled(weight, -r),
    cost: m === 0 ? cost : mappedCost(cost, (price) => timesPowerOfTwo(price, -m)),
  };
  // β·δ is 0 at β = 0, however large the radius
  const wished = radius === null ? null : Math.min(timesPowerOfTwo(radius, -r - d), Number.MAX_VALUE);
  if (wished !== null && wished < SMALLEST && radius! > 0) {
    return `the radius ${radius} is too small for weights and costs of this size; expected is one that is at least 1e-290 of them, or 0`;
  }
  const own = region.scaled(shape, -a, -m);
  const optimum = beta === null ? insideRadius(region, problem, wished!, own) : null;
  const point: Point = { ...own, beta: optimum?.beta ?? timesPowerOfTwo(beta!, d - a), share: optimum?.share ?? 0 };

  const policy = new Float64Array(given.policy.length);
  region.improve(problem, point, policy);
  const value = region.objective(problem, own, policy);
  const spent = optimum?.spent ?? region.spent(problem, point);
  const feasible = optimum?.binding !== 'infeasible';
  const wrong = fault({ region, problem, radius: wished, shape: own }, point, value, spent, optimum);
  if (wrong !== null) return wrong;
  const answer: CheckedSolution = {
    beta: optimum === null ? beta! : timesPowerOfTwo(point.beta, a - d),
    share: point.share,
    policy,
    writePlan: (state, plan) => writePlan(region, problem, state, point, plan),
    value: timesPowerOfTwo(value, a + r),
    dual: wished === null ? null : timesPowerOfTwo(region.dual(problem, wished, point), a + r),
    spent: timesPowerOfTwo(spent, r + d),
    feasible,
  };
  const lost = (whole: number, part: number): boolean => !Number.isFinite(whole) || (whole === 0 && part !== 0);
  const beyond =
    (point.beta < Infinity && lost(answer.beta, point.beta)) || lost(answer.value, value) || lost(answer.spent, spent);
  return beyond ? 'a number of the answer is larger or smaller than a double can be' : answer;
}

/** The optimum, with β a little larger where rounding put it outside the radius. */
function insideRadius(region: TrustRegion, problem: Problem, radius: number, shape: Shape): Optimum {
  let optimum = region.optimum(problem, radius, shape);
  if (optimum.binding !== 'tight' || optimum.share > 0) return optimum;
  for (let step = 1e-16; step < 1e-3 && optimum.spent > radius * (1 + OVERSTEP / 10); step *= 2) {
    const beta = optimum.beta * (1 + step);
    optimum = { ...optimum, beta, spent: region.spent(problem, { ...shape, beta, share: 0 }) };
  }
  return optimum;
}

/** What an answer does not satisfy, or null. */
function fault(
  { region, problem, radius }: Omit<Question, 'beta'>,
  point: Point,
  value: number,
  spent: number,
  optimum: Optimum | null,
): string | null {
  if (![value, spent, optimum?.share ?? 0].every(Number.isFinite) || Number.isNaN(point.beta)) {
    return 'a number of the answer is larger or smaller than a double can be';
  }
  if (optimum?.binding === 'infeasible') return null;
  if (optimum !== null && spent > radius! * (1 + OVERSTEP)) {
    return `the radius is overstepped by a factor of ${spent / radius!}, as far as doubles can tell`;
  }
  // an update at a fixed β is the best one for the radius that it spends
  const dual = region.dual(problem, optimum === null ? spent : radius!, point);
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
