import { trustRegionOf } from '../config/methods.ts';
import { isPhysicsKind, makeWorld } from '../environments/registry.ts';
import type { FiniteModel } from '../environments/environment.ts';
import { ln } from '../math/ln.ts';
import { Evaluator } from '../training/evaluation.ts';
import type { Frame } from '../training/frame.ts';
import { measureIndex, type Measure } from '../training/measure.ts';
import type { SessionConfig } from '../training/session.ts';
import { meanVariation } from '../trust-regions/distances.ts';
import type { Multiplier, Problem } from '../trust-regions/trust-region.ts';
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
  const { model } = makeWorld(kind, parameters);
  const ways: Record<Probe, (frame: Frame, improvement: number) => number> = {
    improvement: (_, improvement) => improvement,
    boundSlack: boundSlack(config, model),
    toWasserstein: toWasserstein(config, model),
  };
  let before = NaN;
  return (frame) => {
    const now = rowValue(frame, 'return');
    const improvement = now - before;
    before = now;
    return new Map(wanted.map((key) => [key, frame.iteration === 0 ? NaN : ways[key](frame, improvement)]));
  };
}

/**
 * J(π′) − J(π) − β Σ_s ρ′_s d(π′_s, π_s), which with exact advantages no trust region lets fall below 0 (Song et al. 2023). ρ′ are the
 * discounted visits of π′, not normalised, d is the method's own distance; Sinkhorn's bound is lower by β ln N / (λ(1−γ)).
 */
function boundSlack(config: SessionConfig, model: FiniteModel): (frame: Frame, improvement: number) => number {
  const region = trustRegionOf(config.run.method);
  const { gamma } = config.training;
  const evaluator = new Evaluator(model);
  const visits = new Float64Array(model.states);
  return (frame, improvement) => {
    const { step, policy, known } = frame;
    if (region === null || step === null || !Number.isFinite(step.beta)) return NaN;
    if (step.beta === 0) return improvement;
    evaluator.prepare(policy, gamma);
    evaluator.solveVisits(model.start, visits);
    const total = totalVisits(model, policy, visits, gamma);
    const weight = visits.map((visit, s) => (known[s] === 1 ? visit * total : 0));
    const moved = region.spent({ ...problemOf(frame, model), weight }, step, step.lambda);
    const smear = region.usesLambda ? ln(model.actions) / (step.lambda * (1 - gamma)) : 0;
    return improvement - step.beta * (moved - smear);
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
function toWasserstein(config: SessionConfig, model: FiniteModel): (frame: Frame) => number {
  const region = trustRegionOf(config.run.method);
  const next = new Float64Array(model.states * model.actions);
  return (frame) => {
    const { step, known } = frame;
    if (region === null || step === null) return NaN;
    const problem = problemOf(frame, model);
    const radius = rowValue(frame, 'radius');
    const multiplier: Multiplier = Number.isNaN(radius)
      ? { beta: step.beta, share: 0 }
      : wasserstein.optimum(problem, radius, step.lambda);
    if (Number.isNaN(multiplier.beta)) return NaN;
    wasserstein.improve(problem, multiplier, step.lambda, next);
    const weight = problem.weight.map((rho, s) => (known[s] === 1 ? rho : 0));
    return meanVariation({ ...problem, policy: frame.policy, weight }, next);
  };
}

/** What the frame's step was made of. */
function problemOf({ previous, advantage, weight, step }: Frame, { states, actions }: FiniteModel): Problem {
  return { states, actions, policy: previous, advantage, weight, cost: step!.cost };
}

function rowValue(frame: Frame, measure: Measure): number {
  return frame.row[measureIndex[measure]]!;
}
