import { trustRegionOf, type MethodKind } from '../config/methods.ts';
import { optimalCoupling } from '../math/optimal-coupling.ts';
import type { Frame } from '../training/frame.ts';

/** One state's step from old row to new row, recomputed from a frame by the very functions that made it. */
export interface StatePlan {
  /** N */
  readonly actions: number;
  /** π_{k−1}(·|s) [N] */
  readonly before: Float64Array;
  /** π_k(·|s) [N]: where a network was fitted, its target's row, which the plan leads to */
  readonly after: Float64Array;
  /** The fitted row [N] where a network was fitted to `after`; null where the step is the policy. */
  readonly fitted: Float64Array | null;
  /** A(s,·) [N] */
  readonly advantage: Float64Array;
  /** mass from j to i [N·N], row i */
  readonly plan: Float64Array;
  /** M [N·N], from column j to row i */
  readonly cost: Float64Array;
  readonly beta: number;
  readonly lambda: number;
  /** True when the state was left as it is because nothing is known of it. */
  readonly untouched: boolean;
}

/** Recomputes the plan that led to `frame` at a state; before the first step everything stays where it is. */
export function planAt(method: MethodKind, frame: Frame, state: number, actions: number): StatePlan {
  const row = (array: Float64Array): Float64Array => array.slice(state * actions, (state + 1) * actions);
  const { step } = frame;
  const before = row(frame.previous);
  const target = frame.physics?.target ?? null;
  const after = row(target ?? frame.policy);
  const fitted = target === null ? null : row(frame.policy);
  const advantage = row(frame.advantage);
  const plan = new Float64Array(actions * actions);
  const untouched = step === null || frame.known[state] === 0;
  if (step === null || untouched) {
    for (let i = 0; i < actions; i += 1) plan[i * actions + i] = before[i]!;
  } else {
    const problem = { states: 1, actions, policy: before, advantage, weight: Float64Array.of(1), cost: step.cost };
    const region = trustRegionOf(method);
    // a baseline names no plan: the cheapest coupling of what was and what is
    if (region === null) optimalCoupling(actions, actions, after, before, step.cost, plan);
    else region.plan(problem, 0, step, step.lambda, plan);
  }
  const cost = step?.cost ?? new Float64Array(actions * actions);
  return {
    actions,
    before,
    after,
    fitted,
    advantage,
    plan,
    cost,
    beta: step?.beta ?? NaN,
    lambda: step?.lambda ?? NaN,
    untouched,
  };
}

/** How far one state's row moved, in the method's own distance: its part of the left side of the constraint. */
export function spentAt(method: MethodKind, frame: Frame, state: number, actions: number): number {
  const { step } = frame;
  if (step === null || frame.known[state] === 0) return 0;
  const policy = frame.previous.subarray(state * actions, (state + 1) * actions);
  const advantage = frame.advantage.subarray(state * actions, (state + 1) * actions);
  const problem = { states: 1, actions, policy, advantage, weight: Float64Array.of(1), cost: step.cost };
  return trustRegionOf(method)?.spent(problem, step, step.lambda) ?? NaN;
}
