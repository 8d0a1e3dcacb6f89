import { writePlan } from '../../trust-regions/plan.ts';
import type { MassMover, Point, Problem } from '../../trust-regions/trust-region.ts';
import type { ParticlePlan } from '../frame.ts';

/** Where the mass of one state's particles goes. @param action [n·D] in the box */
export function particlePlan(
  mover: MassMover,
  problem: Problem,
  action: Float32Array,
  point: Point,
  state: number,
  branches: ParticlePlan['branches'],
): ParticlePlan {
  const n = problem.actions;
  const target = new Float64Array(n);
  mover.improve(problem, point, target);
  const plan = new Float64Array(n * n);
  writePlan(mover, problem, 0, point, plan);
  const cost = problem.cost.kind === 'own' ? problem.cost.matrices : problem.cost.matrix;
  return { state, particles: Float64Array.from(action), advantage: problem.advantage, target, plan, cost, branches };
}
