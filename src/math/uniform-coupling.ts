import { exp } from './exp.ts';
import { ln } from './ln.ts';

/** λc beyond which the plan no longer changes in double precision. */
const SHARPEST = 320;
const MAX_STEPS = 100;

/** 1 − e^−x without cancellation, x ≥ 0. */
function oneMinusExp(x: number): number {
  if (x > 0.05) return 1 - exp(-x);
  return x * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - (x / 6) * (1 - x / 7))))));
}

/**
 * Entropic coupling where every move costs the same c and staying is free: a root in one unknown.
 *
 * The plan is Q_ij = x_i y_j (k + (1−k) 1[i=j]) with k = e^−λc, and x and y may be scaled to equal sums T. With σ = k T², ω = k/(1−k),
 * d = a − b and m = a + b, the marginals give x_i − y_i = d_i/(kT) and, with that, each x_i and y_i in closed form; T follows from
 *
 *     Σ_i √((ωσ + m_i)² − 4 a_i b_i) = (nω + 2) σ.
 *
 * The left side less the right is concave in σ, so that Newton's method from the right falls to the root without a bracket.
 */
export class UniformCoupling {
  readonly #n: number;
  readonly #cost: number;
  readonly #lambda: number;
  /** λc, at most SHARPEST */
  readonly #sharpness: number;
  /** 1 − k */
  readonly #rest: number;
  /** k/(1−k) */
  readonly #omega: number;
  readonly #to: Float64Array;
  readonly #from: Float64Array;
  readonly #stay: Float64Array;

  /** @param n number of actions @param cost c > 0 of any move @param lambda λ > 0 */
  constructor(n: number, cost: number, lambda: number) {
    this.#n = n;
    this.#cost = cost;
    this.#lambda = lambda;
    this.#sharpness = Math.min(SHARPEST, lambda * cost);
    this.#rest = oneMinusExp(this.#sharpness);
    this.#omega = exp(-this.#sharpness) / this.#rest;
    this.#to = new Float64Array(n);
    this.#from = new Float64Array(n);
    this.#stay = new Float64Array(n);
  }

  /** Solves for a [n] (to) and b [n] (from); writes the plan [n·n] if given, and gives ⟨Q,M⟩ − h(Q)/λ. */
  solve(a: Float64Array, b: Float64Array, plan?: Float64Array): number {
    const n = this.#n;
    const to = this.#to;
    const from = this.#from;
    const stay = this.#stay;
    const omega = this.#omega;
    let mass = 0;
    let moved = 0;
    for (let i = 0; i < n; i += 1) {
      mass += (a[i]! + b[i]!) / 2;
      moved += Math.abs(a[i]! - b[i]!) / 2;
    }
    if (mass === 0) {
      plan?.fill(0, 0, n * n);
      return 0;
    }
    const sigma = this.#root(a, b, mass, moved);
    let entropy = 0;
    let stays = 0;
    for (let i = 0; i < n; i += 1) {
      const p = a[i]!;
      const q = b[i]!;
      const d = p - q;
      const m = p + q;
      const r = rootTerm(omega * sigma, m, d);
      // the smaller and the larger of √(kσ)·x_i and √(kσ)·y_i, without cancellation
      const gap = Math.abs(d);
      const g = m === 0 ? 0 : ((2 * p * q) / (r + omega * sigma + m) + Math.min(p, q)) / (r + gap);
      const small = omega * sigma * g;
      const big = small + gap;
      to[i] = d > 0 ? big : small;
      from[i] = d > 0 ? small : big;
      stay[i] = (g * big) / this.#rest;
      stays += stay[i]!;
      if (p > 0) entropy += p * ln(to[i]!);
      if (q > 0) entropy += q * ln(from[i]!);
    }
    if (plan !== undefined) {
      for (let i = 0; i < n; i += 1) {
        for (let j = 0; j < n; j += 1) plan[i * n + j] = i === j ? stay[i]! : (to[i]! * from[j]!) / sigma;
      }
    }
    // Σ Q ln Q = Σ a ln(√k x) + Σ b ln(√k y) + λc Σ_i Q_ii, and √k x = to/√σ
    const logarithms = entropy - mass * ln(sigma) + this.#sharpness * stays;
    return this.#cost * (mass - stays) + logarithms / this.#lambda;
  }

  #root(a: Float64Array, b: Float64Array, mass: number, moved: number): number {
    const n = this.#n;
    const omega = this.#omega;
    // an upper bound: √(z² − 4ab) ≤ |d| + √(2ωσm) + ωσ, and Cauchy–Schwarz
    const c = 2 * Math.sqrt(n * omega * mass);
    const root = (c + Math.sqrt(c * c + 16 * moved)) / 4;
    let sigma = Math.min(mass, root * root);
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const scaled = omega * sigma;
      let value = -2 * sigma;
      let slope = -2;
      for (let i = 0; i < n; i += 1) {
        const product = 4 * a[i]! * b[i]!;
        const m = a[i]! + b[i]!;
        const r = rootTerm(scaled, m, a[i]! - b[i]!);
        const sum = r + scaled + m;
        value += omega > 1 ? m - product / sum : r - scaled;
        slope += (omega * product) / (r * sum);
      }
      const next = sigma - value / slope;
      if (!(next < sigma && next > 0)) return sigma;
      if (sigma - next <= 1e-9 * sigma) return next;
      sigma = next;
    }
    return sigma;
  }
}

/** √((z + m)² − 4ab) with d = a − b and m = a + b, without cancellation. */
function rootTerm(z: number, m: number, d: number): number {
  return Math.sqrt(z * z + 2 * z * m + d * d);
}
