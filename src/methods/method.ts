/**
 * What a method is: everything that a column needs to know of it, in one file each. A trust region or a flow moves mass at every state;
 * a gradient method changes a softmax's scores, and a network's weights, its own way.
 */
import type { Fields, FieldValues } from '../field.ts';
import type { MassMover, Planning, Point, Problem, Shape, TrustRegion } from '../trust-regions/trust-region.ts';
import type { NetworkRule } from './gradient/network-rule.ts';
import type { Told } from './story.ts';

/** Settings of a column, by the names of its method's fields. */
export type Settings = Readonly<Record<string, number | string>>;

/** One update of a table. */
export interface Situation {
  readonly problem: Problem;
  /** [S] 1 where the update may change the policy */
  readonly known: Uint8Array;
  /** k of the step k → k+1 */
  readonly iteration: number;
}

/** How a step was made. */
export interface Step {
  /** Where it stands on the method's path; β is NaN where the method has none. */
  readonly point: Point;
  /** δ, NaN without one */
  readonly radius: number;
  /** Left side of the method's own constraint, NaN without one; a function, so that the step's time is taken without it. */
  readonly spent: () => number;
  /** A sentence that the reader should know, or "". */
  readonly note: string;
}

/** What all methods are. */
interface MethodBase<F extends Fields, Memory> extends Told {
  /** A column's settings, with their defaults for tables. */
  readonly fields: F;
  /** Defaults that differ where networks are trained, by what they act in. */
  readonly defaults?: Readonly<Partial<Record<'discrete' | 'continuous', Partial<FieldValues<F>>>>>;
  /** The settings that have a meaning under the others, in the order of `fields`. */
  reads(settings: FieldValues<F>): readonly string[];
  /** What later steps need of earlier ones, at first. @param policy [S·N] where learning starts; the uniform policy without it */
  open(states: number, actions: number, policy?: Float64Array): Memory;
  /** A copy that shares nothing that changes. */
  copy(memory: Memory): Memory;
  /** One update: writes the new policy [S·N]. */
  step(situation: Situation, settings: FieldValues<F>, memory: Memory, next: Float64Array): Step;
  /** Keeps what later steps need of the one that was taken at an iteration. */
  remember(memory: Memory, step: Pick<Step, 'point' | 'radius'>, iteration: number): void;
  /** Whether the same problem would be answered by the same step again, whatever the iteration. */
  repeats(settings: FieldValues<F>): boolean;
  /** How one state's plan is had from the problem and the point of a step. */
  readonly planning: Planning<Shape>;
}

/** A method that moves mass at every state; in networks the new rows are what the policy is fitted to. */
export interface MassMethod<F extends Fields = Fields, Memory = unknown> extends MethodBase<F, Memory> {
  /** `region`: a metric's trust region, with a dual; `flow`: a direction without one. */
  readonly mover:
    { readonly kind: 'region'; readonly of: TrustRegion } | { readonly kind: 'flow'; readonly of: MassMover };
}

/** A method that follows gradients of a surrogate. */
export interface GradientMethod<F extends Fields = Fields, Memory = unknown> extends MethodBase<F, Memory> {
  readonly mover: { readonly kind: 'gradient'; readonly network: NetworkRule<FieldValues<F>> };
}

export type Method<F extends Fields = Fields, Memory = unknown> = MassMethod<F, Memory> | GradientMethod<F, Memory>;
