import { balanceSweeps } from './balance-sweeps.ts';
import { exp } from './exp.ts';
import { solveLaplacian } from './laplacian.ts';
import { ln } from './ln.ts';

/** Largest λ·max C for which e^−λC and the potentials' exponentials do not underflow together. */
const FACTORISED = 300;
/** Residual of the marginals, relative to the mass, at which a plan is exact. */
const EXACT = 2e-15;
/** Rounding of a residual, relative to the mass. */
const FLOOR = 2e-16;
/** Residual at which annealing goes on to the next λ. */
const ROUGH = 1e-3;
/** Largest change of a potential that is tried first. */
const STRIDE = 4;
const FEW_STEPS = 40;
const MANY_STEPS = 400;
const MAX_TRIALS = 60;

/**
 * Entropic coupling for any cost: Newton's method on the dual with the columns solved for,
 *
 *     max_φ  Σ_i a_i φ_i − Σ_j b_j ln Σ_i e^(φ_i − λC_ij),      Q_ij = b_j softmax_i(φ_i − λC_ij).
 *
 * The negative Hessian is the Laplacian of the graph with weights Σ_j Q_ij Q_kj / b_j. Where staying is free (square, zero
 * diagonal) the potentials start from balancing sweeps; else, and where that does not lead there, λ grows to its value in doublings.
 */
export class DualNewton {
  readonly #rows: number;
  readonly #columns: number;
  readonly #cost: Float64Array;
  readonly #lambda: number;
  readonly #largest: number;
  /** Whether rows and columns are the same actions, and staying is free. */
  readonly #square: boolean;
  /** e^−λC [rows·columns] where that does not underflow, else null. */
  readonly #kernel: Float64Array | null;
  readonly #plan: Float64Array;
  readonly #phi: Float64Array;
  readonly #trial: Float64Array;
  readonly #before: Float64Array;
  readonly #u: Float64Array;
  readonly #v: Float64Array;
  /** ln Σ_i e^(φ_i − λC_ij) = top_j + ln sum_j */
  readonly #top: Float64Array;
  readonly #sum: Float64Array;
  readonly #residual: Float64Array;
  readonly #step: Float64Array;
  readonly #weights: Float64Array;

  /** @param cost C [rows·columns], copied @param lambda λ > 0 */
  constructor(rows: number, columns: number, cost: Float64Array, lambda: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#cost = cost.slice(0, rows * columns);
    this.#lambda = lambda;
    this.#largest = this.#cost.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
    this.#square = rows === columns && this.#cost.every((c, cell) => cell % (rows + 1) !== 0 || c === 0);
    this.#kernel = lambda * this.#largest <= FACTORISED ? this.#cost.map((c) => exp(-lambda * c)) : null;
    this.#plan = new Float64Array(rows * columns);
    this.#phi = new Float64Array(rows);
    this.#trial = new Float64Array(rows);
    this.#before = new Float64Array(rows);
    this.#u = new Float64Array(rows);
    this.#v = new Float64Array(columns);
    this.#top = new Float64Array(columns);
    this.#sum = new Float64Array(columns);
    this.#residual = new Float64Array(rows);
    this.#step = new Float64Array(rows);
    this.#weights = new Float64Array(rows * rows);
  }

  /** Solves for a [rows] (to) and b [columns] (from); writes the plan if given, and gives ⟨Q,C⟩ − h(Q)/λ. */
  solve(a: Float64Array, b: Float64Array, plan?: Float64Array): number {
    let mass = 0;
    for (let i = 0; i < this.#rows; i += 1) mass += a[i]!;
    const kernel = this.#kernel;
    let done = mass === 0;
    if (!done && this.#square && kernel !== null) {
      balanceSweeps(this.#rows, kernel, a, b, this.#u, this.#v);
      for (let i = 0; i < this.#rows; i += 1) this.#phi[i] = a[i]! > 0 ? ln(this.#u[i]!) : -Infinity;
      done = this.#climb(a, b, this.#lambda, kernel, mass, EXACT, FEW_STEPS);
    }
    if (!done) this.#anneal(a, b, mass);
    if (plan !== undefined)
      for (let cell = 0; cell < this.#plan.length; cell += 1) plan[cell] = mass && this.#plan[cell]!;
    return mass === 0 ? 0 : this.#value(a, b, mass);
  }

  /** The dual's value Σ a φ + Σ b ψ over λ, ψ_j = ln b_j − ln Σ_i e^(φ_i − λC_ij): errors of φ enter by their square. */
  #value(a: Float64Array, b: Float64Array, mass: number): number {
    let value = 0;
    // the potential of a mass below rounding is anything
    for (let i = 0; i < this.#rows; i += 1) if (a[i]! > EXACT * mass) value += a[i]! * this.#phi[i]!;
    for (let j = 0; j < this.#columns; j += 1)
      if (b[j]! > 0) value += b[j]! * (ln(b[j]! / this.#sum[j]!) - this.#top[j]!);
    return value / this.#lambda;
  }

  /**
   * Doublings of λ from where the plan is nearly the product of its marginals, the potentials continued in a straight line.
   */
  #anneal(a: Float64Array, b: Float64Array, mass: number): void {
    const phi = this.#phi;
    const before = this.#before;
    // at λ = 0 the plan is the product, φ = ln a
    for (let i = 0; i < this.#rows; i += 1) before[i] = phi[i] = a[i]! > 0 ? ln(a[i]!) : -Infinity;
    let past = 0;
    let lambda = Math.min(this.#lambda, 2 / Math.max(this.#largest, 1e-300));
    while (lambda < this.#lambda) {
      this.#logarithmicPlan(phi, b, lambda);
      this.#scaleRows(a, b, lambda);
      this.#climb(a, b, lambda, null, mass, ROUGH, MANY_STEPS);
      const next = Math.min(this.#lambda, 2 * lambda);
      const ahead = (next - lambda) / (lambda - past);
      for (let i = 0; i < this.#rows; i += 1) {
        if (a[i] === 0) continue;
        const now = phi[i]!;
        phi[i] = now + ahead * (now - before[i]!);
        before[i] = now;
      }
      past = lambda;
      lambda = next;
    }
    this.#logarithmicPlan(phi, b, lambda);
    this.#scaleRows(a, b, lambda);
    this.#climb(a, b, lambda, this.#kernel, mass, EXACT, MANY_STEPS);
  }

  /** Newton steps from the potentials at hand until the rows' sums are a; false when `limit` steps were too few. */
  #climb(
    a: Float64Array,
    b: Float64Array,
    lambda: number,
    kernel: Float64Array | null,
    mass: number,
    exactness: number,
    limit: number,
  ): boolean {
    const rows = this.#rows;
    const phi = this.#phi;
    const trial = this.#trial;
    const step = this.#step;
    const tolerance = exactness * mass;
    let scaled = false;
    let residual = this.#evaluate(phi, a, b, lambda, kernel);
    for (let count = 0; count < limit; count += 1) {
      if (residual <= tolerance) return true;
      this.#newtonStep(b, FLOOR * mass);
      const slope = this.#slope();
      let longest = 0;
      for (let i = 0; i < rows; i += 1) longest = Math.max(longest, Math.abs(step[i]!));
      // flows that have underflowed are brought back, or rounding is all that is left
      if (!(slope > 0)) {
        if (scaled) break;
        scaled = true;
        this.#scaleRows(a, b, lambda);
        residual = this.#evaluate(phi, a, b, lambda, kernel);
        continue;
      }
      // a length at which the dual rises, but no longer as steeply
      let length = Math.min(1, STRIDE / longest);
      let low = 0;
      let high = Infinity;
      for (let trials = 0; trials < MAX_TRIALS; trials += 1) {
        for (let i = 0; i < rows; i += 1) trial[i] = phi[i]! + length * step[i]!;
        residual = this.#evaluate(trial, a, b, lambda, kernel);
        const rise = this.#slope();
        if (rise < -0.5 * slope) high = length;
        else if (rise > 0.5 * slope && length < 1) low = length;
        else break;
        length = high < Infinity ? (low + high) / 2 : Math.min(1, 2 * length);
      }
      for (let i = 0; i < rows; i += 1) phi[i] = trial[i]!;
      if (longest < 1e-9) break;
    }
    return residual <= 1e3 * tolerance;
  }

  /** Sinkhorn's half-step, in logarithms: potentials that give each row its sum with the columns' factors as they are. */
  #scaleRows(a: Float64Array, b: Float64Array, lambda: number): void {
    const columns = this.#columns;
    for (let i = 0; i < this.#rows; i += 1) {
      if (a[i] === 0) continue;
      let most = -Infinity;
      for (let j = 0; j < columns; j += 1) if (b[j]! > 0) most = Math.max(most, this.#logTerm(i, j, b, lambda));
      let sum = 0;
      for (let j = 0; j < columns; j += 1) if (b[j]! > 0) sum += exp(this.#logTerm(i, j, b, lambda) - most);
      this.#phi[i] = ln(a[i]!) - most - ln(sum);
    }
  }

  /** ln(Q_ij) − φ_i */
  #logTerm(i: number, j: number, b: Float64Array, lambda: number): number {
    return ln(b[j]! / this.#sum[j]!) - this.#top[j]! - lambda * this.#cost[i * this.#columns + j]!;
  }

  /** Slope of the dual along the step. */
  #slope(): number {
    let sum = 0;
    for (let i = 0; i < this.#rows; i += 1) sum += this.#residual[i]! * this.#step[i]!;
    return sum;
  }

  /** The plan with columns b at potentials φ, and a less the rows' sums; gives Σ|residual|. */
  #evaluate(phi: Float64Array, a: Float64Array, b: Float64Array, lambda: number, kernel: Float64Array | null): number {
    if (kernel !== null) this.#factorisedPlan(phi, b, kernel);
    else this.#logarithmicPlan(phi, b, lambda);
    const rows = this.#rows;
    const columns = this.#columns;
    const plan = this.#plan;
    const square = this.#square;
    const residuals = this.#residual;
    let total = 0;
    for (let i = 0; i < rows; i += 1) {
      let residual = a[i]!;
      if (square) {
        // what stays cancels, since column i sums to b_i
        residual -= b[i]!;
        for (let k = 0; k < rows; k += 1) {
          if (k !== i) residual -= plan[i * rows + k]! - plan[k * rows + i]!;
        }
      } else {
        for (let j = 0; j < columns; j += 1) residual -= plan[i * columns + j]!;
      }
      residuals[i] = residual;
      total += Math.abs(residual);
    }
    return total;
  }

  #factorisedPlan(phi: Float64Array, b: Float64Array, kernel: Float64Array): void {
    const rows = this.#rows;
    const columns = this.#columns;
    const u = this.#u;
    const plan = this.#plan;
    const tops = this.#top;
    const sums = this.#sum;
    let top = -Infinity;
    for (let i = 0; i < rows; i += 1) if (phi[i]! > top) top = phi[i]!;
    for (let i = 0; i < rows; i += 1) u[i] = exp(phi[i]! - top);
    for (let j = 0; j < columns; j += 1) {
      let sum = 0;
      for (let i = 0; i < rows; i += 1) sum += u[i]! * kernel[i * columns + j]!;
      const scale = b[j]! / sum;
      for (let i = 0; i < rows; i += 1) plan[i * columns + j] = u[i]! * kernel[i * columns + j]! * scale;
      tops[j] = top;
      sums[j] = sum;
    }
  }

  #logarithmicPlan(phi: Float64Array, b: Float64Array, lambda: number): void {
    const rows = this.#rows;
    const columns = this.#columns;
    const plan = this.#plan;
    for (let j = 0; j < columns; j += 1) {
      let top = -Infinity;
      for (let i = 0; i < rows; i += 1) top = Math.max(top, phi[i]! - lambda * this.#cost[i * columns + j]!);
      let sum = 0;
      for (let i = 0; i < rows; i += 1) {
        const term = exp(phi[i]! - lambda * this.#cost[i * columns + j]! - top);
        plan[i * columns + j] = term;
        sum += term;
      }
      const scale = b[j]! / sum;
      for (let i = 0; i < rows; i += 1) plan[i * columns + j] = plan[i * columns + j]! * scale;
      this.#top[j] = top;
      this.#sum[j] = sum;
    }
  }

  /** Newton's step from the residual and the Laplacian of the plan at hand. */
  #newtonStep(b: Float64Array, floor: number): void {
    const rows = this.#rows;
    const columns = this.#columns;
    const plan = this.#plan;
    const weights = this.#weights;
    const step = this.#step;
    const residual = this.#residual;
    weights.fill(0);
    for (let j = 0; j < columns; j += 1) {
      // its reciprocal must not overflow
      if (b[j]! < 1e-290) continue;
      const inverse = 1 / b[j]!;
      for (let i = 0; i < rows; i += 1) {
        const share = plan[i * columns + j]! * inverse;
        if (share === 0) continue;
        for (let k = i + 1; k < rows; k += 1) {
          weights[i * rows + k] = weights[i * rows + k]! + share * plan[k * columns + j]!;
        }
      }
    }
    for (let i = 0; i < rows; i += 1) step[i] = residual[i]!;
    solveLaplacian(rows, weights, step, floor);
  }
}
