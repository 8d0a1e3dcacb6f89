/** max A of the row that begins at `base`. */
export function bestOf(advantage: Float64Array, base: number, actions: number): number {
  let best = advantage[base]!;
  for (let a = base + 1; a < base + actions; a += 1) best = Math.max(best, advantage[a]!);
  return best;
}

/** Stands for t = ∞: times 0 it is 0, and times any difference of advantages it is out of the exponential's reach. */
const STEEPEST = 1e300;

/** t in [0, ∞] as a number whose product with A − max A is one, so that the best actions keep y = 0. */
export function finiteTilt(t: number): number {
  return Math.min(t, STEEPEST);
}

/** Sums over states and old actions, Σ_s ρ_s Σ_j π_j (·), with y = t (A − max A) and ⟨·⟩_j the mean under the smear f_·j. */
export interface Moments {
  /** ⟨y⟩_j */
  mean: number;
  /** L_j = ln Σ_k e^(y_k − λM_kj) */
  logSum: number;
  /** Var_j(y) */
  spread: number;
}
