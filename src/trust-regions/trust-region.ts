/**
 * What the metrics share. After Song, He, Ding, Zhao 2023 (arXiv 2306.14133).
 *
 * Orientation: mass goes from action j to action i. `plan[i·N+j]` is the mass sent from old action j to new action i,
 * M[i·N+j] = d(a_i, a_j) the price of that move. Σ_i plan[i·N+j] = π_j and Σ_j plan[i·N+j] = π'_i.
 */
import type { Cost, SharedCost } from './cost.ts';

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
  /** M, for all states or for each */
  readonly cost: Cost;
}

/** A problem whose states share one cost: what the kernels take. */
export interface SharedProblem extends Problem {
  readonly cost: SharedCost;
}

/** The numbers that a metric itself has, by the names of its fields: λ of Sinkhorn, the dial of the bridge. */
export type Shape = Readonly<Record<string, number>>;

/** Of a metric that has none. */
export type NoShape = Readonly<Record<never, number>>;

/** Where on the path of updates a step stands: the Lagrange multiplier, and how the mass that is tied there is split. */
export type Multiplier = {
  /** β in [0, ∞]; 0 is the greedy step, ∞ the farthest from it that the metric has. */
  readonly beta: number;
  /** θ in [0, 1]: the share of tied mass that takes the dearer move (transport without entropy only; 0 at a fixed β). */
  readonly share: number;
};

/** A multiplier and the shape of the metric: with the problem it determines the update. */
export type Point<S extends Shape = Shape> = Multiplier & S;

/** The minimiser of the dual for a radius. */
export interface Optimum extends Multiplier {
  /** Left side of the constraint at this multiplier. */
  readonly spent: number;
  /** `greedy`: the radius is not spent, β = 0. `tight`: spent exactly. `infeasible`: no policy is inside the radius. */
  readonly binding: 'greedy' | 'tight' | 'infeasible';
}

/** Where a plan comes from: the update is one, or it names none, and the cheapest coupling of old and new row is drawn. */
export type Planning<S extends Shape> =
  | {
      readonly kind: 'own';
      /** Writes one state's plan [N·N], whose sums are the old row and the row that `improve` gives. */
      write(problem: Problem, state: number, point: Point<S>, plan: Float64Array): void;
    }
  | { readonly kind: 'derived' };

/** A way of moving mass along a path of multipliers. Everything is pure, and independent of the order of states. */
export interface MassMover<S extends Shape = Shape> {
  /** Whether the action cost M plays a part in the update. */
  readonly usesCost: boolean;
  readonly planning: Planning<S>;
  /** Writes the new policy [S·N]. `next` may not alias `problem.policy`. */
  improve(problem: Problem, point: Point<S>, next: Float64Array): void;
  /** Σ_s ρ_s · (what the step counts as its length: the left side of the trust region). */
  spent(problem: Problem, point: Point<S>): number;
  /** The largest range, over states, of what pulls on mass: of the advantages, or of what stands for them. */
  pull(problem: Problem, shape: S): number;
  /** How fast the update leaves that of β = ∞: the variation differs from its own there by at most this times pull/β. */
  steepness(shape: S): number;
}

/** What a number of a metric's shape may be. */
export interface Parameter {
  /** As a sentence ends: "a number above 0". */
  readonly expected: string;
  /** What it is where nothing is said; without it something has to be. */
  readonly otherwise?: number;
  readonly allows: (value: number) => boolean;
}

/** One metric's trust region: Σ_s ρ_s · (distance of the new row from the old one) ≤ δ. */
export interface TrustRegion<S extends Shape = Shape> extends MassMover<S> {
  readonly parameters: Readonly<Record<keyof S, Parameter>>;
  /** True where the update at β = ∞ is not the old policy, so that a small radius may hold no policy at all. */
  readonly smears: boolean;
  /** True where mass ties at the optimum, and θ says how it is split. */
  readonly splits: boolean;
  /** The power of the action cost in whose units the distance is; 0 where it is a pure number. */
  costExponent(shape: S): number;
  /** The shape that belongs to advantages times 2^a and costs times 2^m. */
  scaled(shape: S, a: number, m: number): S;
  /** Why doubles cannot hold the update of such a shape, without its period; null where they can. */
  refusal(shape: S, largestCost: number): string | null;
  /**
   * Σ_s ρ_s d_s(π', π) to any new rows `next` [S·N], whoever made them; ∞ where the metric does not allow them. Of the rows that `improve`
   * writes it is what `spent` gives.
   */
  distance(problem: Problem, next: Float64Array, shape: S): number;
  /** What is maximised over the region: Σ_s ρ_s Σ_a π'_a A_a, or what the metric adds to it. */
  objective(problem: Problem, shape: S, next: Float64Array): number;
  /**
   * By how much, per unit of ρ, the improvement that β times the distance promises is too much: where standing still is no update, or more than
   * the advantage is maximised.
   */
  boundLoss(point: Point<S>, actions: number): number;
  /** D(β) for a radius δ; the share is not read. */
  dual(problem: Problem, radius: number, point: Point<S>): number;
  /** Minimises the dual for a radius δ ≥ 0, exactly. */
  optimum(problem: Problem, radius: number, shape: S): Optimum;
}
