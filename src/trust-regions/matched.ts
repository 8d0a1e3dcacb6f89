/**
 * The multiplier at which a step moves a wanted amount: matched by realised total variation, metrics are compared fairly.
 */
import { pricesOf } from './cost.ts';
import { meanVariation } from './distances.ts';
import type { MassMover, Multiplier, Problem, Shape } from './trust-region.ts';

export interface MatchedMultiplier extends Multiplier {
  /** Σ_s ρ_s ½ Σ_a |π' − π| at this multiplier. */
  readonly variation: number;
  /** False when no multiplier on the path gives the wanted variation; then this one comes nearest. */
  readonly reached: boolean;
}

/** Halvings of β from where hardly anything moves; the last is greedy to the last digit. */
const HALVINGS = 120;
/** Relative width at which a bracket is closed; within a thousand times as much, edges count as tied. */
const CLOSED = 4e-16;
const MAX_STEPS = 200;
/** β above which nothing is looked for. */
const FARTHEST = 1e200;
/** How near to τ counts as there, relatively. */
const REACHED = 1e-6;
/** What sums of rounded rows may be off by, relatively to τ. */
const ROUNDED = 1e-9;

/**
 * The multiplier at which Σ_s ρ_s TV(π', π) is `tau`: the first crossing on the way from β = ∞ down.
 *
 * A scan by halvings of β finds where the variation crosses τ, a bracket is then closed on it. Where the variation jumps (WPO, at
 * a rate of its hull's edges) the tied mass is split by `share`. A metric that smears moves mass even at β = ∞, and its variation may
 * fall before it rises: if the smear alone exceeds τ, the first β that brings the variation down to τ is taken. Its rows only come nearer
 * to those of β = 0 as β falls (what is best keeps its split and gains from the rest), so the scan ends where they are nearer than τ
 * is. The others only move more as β falls.
 */
export function multiplierForVariation(
  mover: MassMover,
  problem: Problem,
  tau: number,
  shape: Shape,
): MatchedMultiplier {
  const next = new Float64Array(problem.states * problem.actions);
  /** Where no tied mass is split: ends of brackets are come back to. */
  const known = new Map<number, number>();
  const variationAt = (beta: number, share = 0): number => {
    const before = share === 0 ? known.get(beta) : undefined;
    if (before !== undefined) return before;
    mover.improve(problem, { ...shape, beta, share }, next);
    const variation = meanVariation(problem, next);
    if (share === 0) known.set(beta, variation);
    return variation;
  };
  const result = (beta: number, share: number, reached: boolean): MatchedMultiplier => {
    const variation = variationAt(beta, share);
    // where prices span more than a double's digits a bracket may close on nothing
    return { beta, share, variation, reached: reached && Math.abs(variation - tau) <= REACHED * tau };
  };

  const greedy = variationAt(0);
  const greedyRows = next.slice();
  const still = variationAt(Infinity);
  if (still === tau) return result(Infinity, 0, true);
  if (still === 0 && greedy <= tau) return result(0, 0, greedy === tau);

  // the side of τ on which the variation at β = ∞ lies
  const side = Math.sign(still - tau);
  const first = scanStart(mover, problem, tau, shape);
  if (first === 0) return result(side < 0 ? 0 : Infinity, 0, false);
  let nearestYet = Math.abs(still - tau);
  /** Whether no smaller β than the one whose rows were written last crosses τ, or where none does comes nearer than one that was tried. */
  const isSettled = (): boolean => {
    const room = Math.abs(greedy - tau) - (side > 0 ? nearestYet : 0);
    return meanVariation({ ...problem, policy: greedyRows }, next) < room - ROUNDED * tau;
  };
  if (still !== 0 && isSettled()) return result(side < 0 ? 0 : Infinity, 0, false);
  let high = 2 * first;
  // a start that is not far enough after all
  while (high < FARTHEST && Math.sign(variationAt(high) - tau) !== side) high *= 16;
  const betas = halvingsOf(high);
  const crosses = (beta: number): boolean => {
    const off = variationAt(beta) - tau;
    nearestYet = Math.min(nearestYet, Math.abs(off));
    return Math.sign(off) !== side;
  };
  // what does not smear only moves more as β falls
  const found = still === 0 ? firstOfRising(betas, crosses) : firstInOrder(betas, crosses, isSettled);
  if (found > 0) {
    const { at, share } = close(variationAt, tau, betas[found]!, betas[found - 1]!);
    return result(at, share, true);
  }
  if (side < 0) return result(0, 0, false);
  const distances = Array.from(betas.subarray(1), (beta) => Math.abs((known.get(beta) ?? greedy) - tau));
  const nearest = distances.indexOf(Math.min(...distances));
  return result(distances[nearest]! < Math.abs(still - tau) ? betas[nearest + 1]! : Infinity, 0, false);
}

/** β, its halvings, and 0. */
function halvingsOf(beta: number): Float64Array {
  const betas = new Float64Array(HALVINGS + 2);
  for (let n = 0; n <= HALVINGS; n += 1, beta /= 2) betas[n] = beta;
  return betas;
}

/** The first β after the one at 0 that crosses, where all after it do and the last is known to: strides that double, then halves. */
function firstOfRising(betas: Float64Array, crosses: (beta: number) => boolean): number {
  let before = 0;
  let found = betas.length - 1;
  for (let stride = 1; before + stride < found; stride *= 2) {
    if (crosses(betas[before + stride]!)) found = before + stride;
    else before += stride;
  }
  while (found - before > 1) {
    const middle = (before + found) >> 1;
    if (crosses(betas[middle]!)) found = middle;
    else before = middle;
  }
  return found;
}

/** The first β after the one at 0 that crosses, or 0. */
function firstInOrder(betas: Float64Array, crosses: (beta: number) => boolean, isSettled: () => boolean): number {
  for (let n = 1; n < betas.length; n += 1) {
    if (crosses(betas[n]!)) return n;
    if (isSettled()) return 0;
  }
  return 0;
}

/**
 * A β at which hardly anything moves yet: with a pull R, at most steepness · R/β moves, and of WPO's mass
 * none above R / (smallest price). 0 where nothing pulls, and β has no effect.
 */
function scanStart(mover: MassMover, problem: Problem, tau: number, shape: Shape): number {
  const price = pricesOf(problem.cost).reduce((smallest, c) => (c > 0 ? Math.min(smallest, c) : smallest), Infinity);
  return mover.pull(problem, shape) * Math.max(1 / Math.max(tau, 1e-12), mover.steepness(shape), 1 / price) * 4;
}

/** Closes a bracket of β whose ends lie on either side of τ; where the variation jumps, splits the tied mass. */
function close(
  variationAt: (beta: number, share: number) => number,
  tau: number,
  low: number,
  high: number,
): { at: number; share: number } {
  const at = crossing((beta) => variationAt(beta, 0) - tau, low, high, CLOSED, tau);
  const cheaper = variationAt(at, 0) - tau;
  const dearer = variationAt(at, 1) - tau;
  if (!(cheaper < 0 && dearer > 0)) return { at, share: 0 };
  return { at, share: crossing((share) => variationAt(at, share) - tau, 0, 1, 1e-15, tau) };
}

/**
 * Where f changes sign between low and high, by false position (Illinois) with bisections in between; the upper end of the last
 * bracket, so that a jump on the way down is still ahead.
 */
function crossing(f: (x: number) => number, low: number, high: number, width: number, scale: number): number {
  let fLow = f(low);
  let fHigh = f(high);
  let moved: 'low' | 'high' | 'both' = 'both';
  let slow = false;
  for (let step = 0; step < MAX_STEPS && high - low > width * high; step += 1) {
    const before = high - low;
    let x = low + ((high - low) * fLow) / (fLow - fHigh);
    // a jump is closed by bisection
    if (slow || !(x > low && x < high)) x = low + (high - low) / 2;
    if (!(x > low && x < high)) break;
    const value = f(x);
    if (Math.abs(value) <= 1e-15 * scale) return x;
    if (Math.sign(value) === Math.sign(fLow)) {
      low = x;
      fLow = value;
      if (moved === 'low') fHigh /= 2;
      moved = 'low';
    } else {
      high = x;
      fHigh = value;
      if (moved === 'high') fLow /= 2;
      moved = 'high';
    }
    slow = high - low > before / 2;
  }
  return high;
}
