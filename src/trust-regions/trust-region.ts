/**
 * What the three metrics share. After Song, He, Ding, Zhao 2023 (arXiv 2306.14133).
 *
 * Orientation: mass goes from action j to action i. `plan[i·N+j]` is the mass sent from old action j to new action i,
 * `cost[i·N+j]` = d(a_i, a_j) the price of that move. Σ_i plan[i·N+j] = π_j and Σ_j plan[i·N+j] = π'_i.
 */

/** All states' problems at once, in flat row-major arrays. Nothing here is written to. */
export interface Problem {
  /** S */
  readonly states: number;
  /** N */
  readonly actions: number;
  /** π [S·N], rows sum to 1 */
  readonly policy: Float64Array;
  /** A [S·N] */
  readonly advantage: Float64Array;
  /** ρ [S] ≥ 0, in the same scale as the radius */
  readonly weight: Float64Array;
  /** M [N·N] ≥ 0 with a zero diagonal, from column j to row i; or [S·N·N], where each state has actions (particles) of its own */
  readonly cost: Float64Array;
}

/**
 * Where on the path of updates a step stands: the Lagrange multiplier, and how the mass that is tied there is split.
 */
export interface Multiplier {
  /** β in [0, ∞]; 0 is the greedy step, ∞ the farthest from it that the metric has. */
  readonly beta: number;
  /** θ in [0, 1]: the share of tied mass that takes the dearer move (WPO only; 0 at a fixed β: the cheapest move). */
  readonly share: number;
}

/** The minimiser of the dual for a radius. */
export interface Optimum extends Multiplier {
  /** Left side of the constraint at this multiplier. */
  readonly cost: number;
  /** `greedy`: the radius is not spent, β = 0. `tight`: spent exactly. `infeasible`: no policy is inside the radius (SPO). */
  readonly binding: 'greedy' | 'tight' | 'infeasible';
}

/** One metric's way of moving mass. Every method of it is pure, and independent of the order of states. */
export interface TrustRegion {
  readonly label: string;
  /** Short name for chips: "KL", "WPO", "SPO". */
  readonly short: string;
  /** One sentence on what the metric bounds. */
  readonly summary: string;
  /** True when the plan is not the update but the cheapest coupling of old and new row. */
  readonly derivesPlan: boolean;
  /** True when the update has an entropic term λ. */
  readonly usesLambda: boolean;
  /** Writes the new policy [S·N] at a multiplier. `next` may not alias `problem.policy`. */
  readonly improve: (problem: Problem, multiplier: Multiplier, lambda: number, next: Float64Array) => void;
  /** Writes one state's plan [N·N], whose sums are the old row and the row that `improve` gives. */
  readonly plan: (problem: Problem, state: number, multiplier: Multiplier, lambda: number, plan: Float64Array) => void;
  /** Left side of the trust region at the update of this multiplier: Σ_s ρ_s · (distance of the new row from the old). */
  readonly spent: (problem: Problem, multiplier: Multiplier, lambda: number) => number;
  /** D(β) for a radius δ. */
  readonly dual: (problem: Problem, radius: number, beta: number, lambda: number) => number;
  /** Minimises the dual for a radius δ ≥ 0, exactly. */
  readonly optimum: (problem: Problem, radius: number, lambda: number) => Optimum;
}
