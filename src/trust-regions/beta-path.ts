import type { MassMover, Problem, Shape } from './trust-region.ts';

/** The rows that a mover leads to at every β, in order from β = ∞ to 0. */
export interface BetaPath {
  /** β [points], falling; two points at one jump have neighbouring ones */
  readonly betas: Float64Array;
  /** [points·N] */
  readonly rows: Float64Array;
  /** β at which tied mass jumps: between the rows on either side every split θ lies on a straight piece */
  readonly jumps: readonly number[];
}

/** A row of the path. */
interface Stop {
  readonly beta: number;
  readonly row: Float64Array;
}

/** Rows nearer than this are not told apart. */
const NEAR = 3e-3;
/** How far the row at the middle β may be from the middle of two rows that are joined by a line. */
const BEND = 2e-3;
/** Rows that are farther apart are always told apart. */
const FAR = 0.12;
/** β closer than this, relatively, with rows apart: a jump. */
const CLOSED = 1e-9;
/** How near to an end of the path the first and the last finite β have to come. */
const END = 2e-3;
const MOST_WIDENINGS = 70;
const MOST_ROWS = 1500;

/**
 * The update of one state for every β from ∞ to 0, sampled so closely that straight lines between its rows are the path to the eye. Where mass
 * ties, as in transport without entropy, both rows of the jump are in it.
 * @param problem of one state
 */
export function betaPath<S extends Shape>(mover: MassMover<S>, problem: Problem, shape: S): BetaPath {
  const rowAt = (beta: number): Stop => {
    const row = new Float64Array(problem.actions);
    mover.improve(problem, { ...shape, beta, share: 0 }, row);
    return { beta, row };
  };
  const still = rowAt(Infinity);
  const greedy = rowAt(0);
  const pull = mover.pull(problem, shape);
  const stops: Stop[] = [still];
  const jumps: number[] = [];
  if (pull > 0) {
    const high = widened(rowAt, still, pull * mover.steepness(shape) * 16, 8);
    const low = widened(rowAt, greedy, Math.min(high.beta, pull) / 64, 1 / 8);
    stops.push(high);
    sample(rowAt, high, low, stops, jumps);
    stops.push(low);
  }
  stops.push(greedy);
  const rows = new Float64Array(stops.length * problem.actions);
  stops.forEach(({ row }, n) => rows.set(row, n * problem.actions));
  return { betas: Float64Array.from(stops, ({ beta }) => beta), rows, jumps };
}

/** The first β, from a guess outwards, whose row is that of an end of the path. */
function widened(rowAt: (beta: number) => Stop, end: Stop, guess: number, factor: number): Stop {
  let stop = rowAt(guess);
  for (let n = 0; n < MOST_WIDENINGS && apart(stop.row, end.row) > END; n += 1) stop = rowAt(stop.beta * factor);
  return stop;
}

/** Puts the rows between two stops, in order. */
function sample(rowAt: (beta: number) => Stop, from: Stop, to: Stop, stops: Stop[], jumps: number[]): void {
  const length = apart(from.row, to.row);
  if (length < NEAR || stops.length > MOST_ROWS) return;
  if (from.beta - to.beta <= CLOSED * from.beta) {
    jumps.push(Math.sqrt(from.beta) * Math.sqrt(to.beta));
    return;
  }
  const middle = rowAt(Math.sqrt(from.beta) * Math.sqrt(to.beta));
  const straight = length < FAR && bend(from.row, middle.row, to.row) < BEND;
  if (!straight) sample(rowAt, from, middle, stops, jumps);
  stops.push(middle);
  if (!straight) sample(rowAt, middle, to, stops, jumps);
}

/** ½ Σ |p − q| */
function apart(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < p.length; a += 1) sum += Math.abs(p[a]! - q[a]!);
  return sum / 2;
}

/** How far a row is from the middle of two others. */
function bend(from: Float64Array, middle: Float64Array, to: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < middle.length; a += 1) sum += Math.abs(middle[a]! - (from[a]! + to[a]!) / 2);
  return sum / 2;
}

/** The finite β, [lowest, highest], between which the path does nearly all of its way; null where it goes nowhere. */
export function betaRange({ betas, rows }: BetaPath): readonly [number, number] | null {
  const n = rows.length / betas.length;
  const row = (k: number): Float64Array => rows.subarray(k * n, (k + 1) * n);
  const last = betas.length - 1;
  let high = NaN;
  let low = NaN;
  for (let k = 1; k < last; k += 1) {
    if (Number.isNaN(high) && apart(row(k), row(0)) > 0.01)
      high = betas[k - 1] === Infinity ? betas[k]! : betas[k - 1]!;
    if (apart(row(k), row(last)) > 0.01) low = betas[k + 1]! > 0 ? betas[k + 1]! : betas[k]!;
  }
  return high > 0 && low > 0 ? [Math.min(low, high), Math.max(low, high)] : null;
}
