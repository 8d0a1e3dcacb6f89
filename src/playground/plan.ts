import type { Picture, TablePicture } from '../environments/picture.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import { methodOf, type MethodKind } from '../methods/registry.ts';
import type { RowStep } from '../methods/story.ts';
import { costIn } from '../training/action-costs.ts';
import type { CategoricalFrame, TableFrame } from '../training/frame.ts';
import { matrixOf } from '../trust-regions/cost.ts';
import { partOf } from '../trust-regions/parts.ts';
import type { SharedProblem } from '../trust-regions/trust-region.ts';

/** A frame that holds rows over a few actions, and a picture of such a world. */
export type RowsFrame = TableFrame | CategoricalFrame;
export type RowsPicture = Exclude<Picture, { readonly kind: 'continuous' }>;

/** One state's step from old row to new row, recomputed from a frame by the very functions that made it. */
export interface StatePlan extends RowStep {
  /** The fitted row [N] where a network was fitted to `after`; null where the step is the policy. */
  readonly fitted: Float64Array | null;
  /** True when the state was left as it is because nothing is known of it. */
  readonly untouched: boolean;
}

/** Of a step that was not made. */
const NO_POINT = { beta: NaN, share: NaN };

/** Recomputes the plan that led to `frame` at a state; before the first step everything stays where it is. */
export function planAt(method: MethodKind, frame: RowsFrame, picture: RowsPicture, state: number): StatePlan {
  const actions = picture.actions.length;
  const row = (array: Float64Array): Float64Array => array.slice(state * actions, (state + 1) * actions);
  const target = frame.kind === 'discrete' ? frame.target : null;
  const before = row(frame.previous);
  const after = row(target ?? frame.policy);
  const plan = new Float64Array(actions * actions);
  const { point } = frame;
  const untouched = point === null || !isKnown(frame, state);
  const part = partAt(frame, picture, state);
  const { planning } = methodOf(method);
  if (point === null || untouched) for (let i = 0; i < actions; i += 1) plan[i * actions + i] = before[i]!;
  else if (planning.kind === 'own') planning.write(part, 0, point, plan);
  // what names no plan is drawn as the cheapest coupling of what was and what is
  else optimalCoupling(actions, actions, after, before, part.cost.matrix, plan);
  return {
    actions,
    before,
    after,
    fitted: target === null ? null : row(frame.policy),
    advantage: row(frame.advantage),
    plan,
    cost: matrixOf(part.cost, 0, actions),
    point: point ?? NO_POINT,
    untouched,
  };
}

/** How far one state's row moved, in the method's own distance: its part of the left side of the constraint. NaN without one. */
export function spentAt(method: MethodKind, frame: TableFrame, picture: TablePicture, state: number): number {
  const { point } = frame;
  if (point === null || !isKnown(frame, state)) return 0;
  const { mover } = methodOf(method);
  return mover.kind === 'gradient' ? NaN : mover.of.spent(partAt(frame, picture, state), point);
}

/** The problem of one state, with a weight of 1. */
export function partAt(frame: RowsFrame, picture: RowsPicture, state: number): SharedProblem {
  const { previous: policy, advantage } = frame;
  const actions = picture.actions.length;
  // a table's costs may depend on its states, a task's only on its actions
  const cost = costIn(picture.kind === 'table' ? picture.world : picture, frame.cost);
  const problem = { states: picture.states, actions, policy, advantage, weight: ONE, cost };
  return { ...partOf(problem, state), weight: ONE };
}

const ONE = Float64Array.of(1);

export function isKnown(frame: RowsFrame, state: number): boolean {
  return frame.kind === 'discrete' || frame.known[state] === 1;
}
