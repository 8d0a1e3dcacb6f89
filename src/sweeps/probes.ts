import { isPhysicsKind, makeWorld } from '../environments/registry.ts';
import type { FiniteModel, FiniteWorld } from '../environments/environment.ts';
import { methodOf } from '../methods/registry.ts';
import { costIn } from '../training/action-costs.ts';
import { Evaluator } from '../training/evaluation.ts';
import type { Frame, TableFrame } from '../training/frame.ts';
import { measureIndex, type Measure } from '../training/measure.ts';
import type { SessionConfig } from '../training/session.ts';
import { meanVariation } from '../trust-regions/distances.ts';
import type { Problem, TrustRegion } from '../trust-regions/trust-region.ts';
import { wasserstein } from '../trust-regions/wasserstein.ts';

/** Measures of a step in a table that are computed beside the session. All are NaN at iteration 0 and in a physics task. */
export const probes = [
  { key: 'improvement', label: 'improvement of the return', unit: 'discounted reward' },
  { key: 'boundSlack', label: 'improvement beyond the bound', unit: 'discounted reward' },
  { key: 'toWasserstein', label: 'total variation from WPO’s step', unit: 'probability' },
] as const;

export type Probe = (typeof probes)[number]['key'];

/** Measures the step that a frame stands after. Frames come one by one, that of iteration 0 first. */
export type ReadProbes = (frame: Frame) => ReadonlyMap<Probe, number>;

/** Prepares the measures that are `wanted` of a run. */
export function openProbes(config: SessionConfig, wanted: readonly Probe[]): ReadProbes {
  const { kind, parameters } = config.world;
  if (isPhysicsKind(kind)) return () => new Map(wanted.map((key) => [key, NaN]));
  const world = makeWorld(kind, parameters);
  const ways: Record<Probe, (frame: TableFrame, improvement: number) => number> = {
    improvement: (_, improvement) => improvement,
    boundSlack: boundSlack(config, world),
    toWasserstein: toWasserstein(config, world),
  };
  let before = NaN;
  return (frame) => {
    const now = rowValue(frame, 'return');
    const improvement = now - before;
    before = now;
    const way = (key: Probe): number =>
      frame.kind !== 'table' || frame.point === null ? NaN : ways[key](frame, improvement);
    return new Map(wanted.map((key) => [key, way(key)]));
  };
}

/** The trust region of a run; null where its method is none. */
function regionOf({ run }: SessionConfig): TrustRegion | null {
  const { mover } = methodOf(run.method);
  return mover.kind === 'region' ? mover.of : null;
}

/**
 * J(π′) − J(π) − β Σ_s ρ′_s d(π′_s, π_s), which with exact advantages no trust region lets fall below 0 (Song et al. 2023). ρ′ are the
 * discounted visits of π′, not normalised, d is the method's own distance; where standing still is no update, or more than the advantage
 * is maximised, the bound is lower: Sinkhorn's by β ln N / (λ(1−γ)).
 */
function boundSlack(config: SessionConfig, world: FiniteWorld): (frame: TableFrame, improvement: number) => number {
  const region = regionOf(config);
  const { model } = world;
  const { gamma } = config.training;
  const evaluator = new Evaluator(model);
  const visits = new Float64Array(model.states);
  return (frame, improvement) => {
    const { point, policy, known } = frame;
    if (region === null || point === null || !Number.isFinite(point.beta)) return NaN;
    if (point.beta === 0) return improvement;
    evaluator.prepare(policy, gamma);
    evaluator.solveVisits(model.start, visits);
    const total = totalVisits(model, policy, visits, gamma);
    const weight = visits.map((visit, s) => (known[s] === 1 ? visit * total : 0));
    const moved = region.spent({ ...problemOf(frame, world), weight }, point);
    return improvement - point.beta * moved + region.boundLoss(point, model.actions) / (1 - gamma);
  };
}

/** Σ_s ρ_s of visits that are given normalised: 1/(1−γ), but for what ends. From T = 1 + γT(1 − Σ_s ρ_s·chance to end at s). */
function totalVisits(model: FiniteModel, policy: Float64Array, visits: Float64Array, gamma: number): number {
  const { states, actions, offsets, probability, terminated } = model;
  let ending = 0;
  for (let pair = 0; pair < states * actions; pair += 1) {
    const mass = visits[Math.floor(pair / actions)]! * policy[pair]!;
    if (mass === 0) continue;
    for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) {
      if (terminated[o] === 1) ending += mass * probability[o]!;
    }
  }
  return 1 / (1 - gamma * (1 - ending));
}

/** Σ_s ρ_s TV(π′_s, WPO's new row from the same π, A, M): at WPO's own optimum where the step solved for a δ, else at the same β. */
function toWasserstein(config: SessionConfig, world: FiniteWorld): (frame: TableFrame) => number {
  const region = regionOf(config);
  const next = new Float64Array(world.model.states * world.model.actions);
  return (frame) => {
    const { point, known } = frame;
    if (region === null || point === null) return NaN;
    const problem = problemOf(frame, world);
    const radius = rowValue(frame, 'radius');
    const multiplier = Number.isNaN(radius) ? { beta: point.beta, share: 0 } : wasserstein.optimum(problem, radius, {});
    if (Number.isNaN(multiplier.beta)) return NaN;
    wasserstein.improve(problem, multiplier, next);
    const weight = problem.weight.map((rho, s) => (known[s] === 1 ? rho : 0));
    return meanVariation({ ...problem, policy: frame.policy, weight }, next);
  };
}

/** What the frame's step was made of. */
function problemOf({ previous, advantage, weight, cost }: TableFrame, world: FiniteWorld): Problem {
  const { states, actions } = world.model;
  return { states, actions, policy: previous, advantage, weight, cost: costIn(world, cost) };
}

function rowValue(frame: Frame, measure: Measure): number {
  return frame.row[measureIndex[measure]]!;
}
