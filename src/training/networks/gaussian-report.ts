import { transportCost } from '../../trust-regions/distances.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import type { Choice } from '../multiplier-rule.ts';
import { meanGaussianDivergence, meanGaussianEntropy } from './gaussian-fit.ts';
import type { GaussianParts } from './gaussian-view.ts';
import type { IterationReport, IterationSettings } from './learner.ts';
import { measureParticles } from './particle-measures.ts';
import { drawParticles } from './particles.ts';

/** One fit: the problem that it took, and the multiplier that solved it. */
export interface Fit {
  readonly problem: Problem;
  readonly choice: Choice;
}

/** States over which the fitted step is measured. */
export const MEASURED = 32;

/** An iteration in which the policy was not fitted. @param now [MEASURED·2D] */
export function restReport(now: Float32Array, note: string): IterationReport {
  return {
    step: null,
    radius: NaN,
    spent: NaN,
    transport: NaN,
    variation: NaN,
    kl: NaN,
    wasserstein: NaN,
    sinkhorn: NaN,
    entropy: meanGaussianEntropy(now, MEASURED),
    criticLoss: NaN,
    fitError: NaN,
    note,
  };
}

/**
 * An iteration's fits: the multiplier is their mean, what was spent is exact for the last of them, and distances are those of
 * the fitted policy from the old one, over states drawn anew.
 *
 * @param seen [MEASURED·O]
 */
export function fitReport(
  { region, policy, old, critics, valueScale }: GaussianParts,
  seen: Float32Array,
  { training, lambda }: IterationSettings,
  { problem: solved, choice }: Fit,
  beta: number,
  criticLoss: number,
  normal: () => number,
): IterationReport {
  const now = policy.forward(seen, MEASURED);
  const before = old.forward(seen, MEASURED);
  const { problem, action } = drawParticles(seen, before, MEASURED, training.particles, critics, valueScale, normal);
  const multiplier = { beta, share: choice.share };
  const target = new Float64Array(problem.policy.length);
  region.improve(problem, multiplier, lambda, target);
  const d = now.length / MEASURED / 2;
  return {
    step: { ...multiplier, lambda, cost: new Float64Array(0) },
    radius: choice.radius,
    spent: region.spent(solved, choice, lambda),
    transport: transportCost(region, solved, choice, lambda),
    variation: NaN,
    kl: meanGaussianDivergence(now, before, MEASURED),
    ...measureParticles(action, MEASURED, target, now, d, training.yardstick, normal),
    entropy: meanGaussianEntropy(now, MEASURED),
    criticLoss,
    note: choice.note,
  };
}
