import { optimalCoupling } from '../math/optimal-coupling.ts';
import { partOf } from './parts.ts';
import type { MassMover, Point, Problem } from './trust-region.ts';

/**
 * Writes one state's plan [N·N], whose sums are the old row and the row that `improve` gives: the mover's own, or where it names none the
 * cheapest coupling of both rows under the problem's action cost.
 */
export function writePlan(mover: MassMover, problem: Problem, state: number, point: Point, plan: Float64Array): void {
  if (mover.planning.kind === 'own') return mover.planning.write(problem, state, point, plan);
  const part = partOf(problem, state);
  const next = new Float64Array(part.actions);
  mover.improve(part, point, next);
  optimalCoupling(part.actions, part.actions, next, part.policy, part.cost.matrix, plan);
}
