import type { Baseline, Scores } from '../baselines/baseline.ts';
import type { RunConfig } from '../config/run-fields.ts';
import { transportCost } from '../trust-regions/distances.ts';
import type { Problem, TrustRegion } from '../trust-regions/trust-region.ts';
import type { SessionState } from './session-state.ts';
import { chooseMultiplier, type Choice } from './multiplier-rule.ts';

/** What one update was, whoever made it. The measures are functions, so that time is taken without them. */
export interface Update {
  readonly choice: Choice;
  /** Left side of the method's own constraint, NaN without one. */
  readonly spent: () => number;
  /** Transport cost of the plan, given the cheapest one. */
  readonly transport: (cheapest: number) => number;
}

/** A trust region's update at every state: writes `next` [S·N]. */
export function moveMass(
  region: TrustRegion,
  problem: Problem,
  run: RunConfig,
  lambda: number,
  { iteration, lastOptimum, next }: Pick<SessionState, 'iteration' | 'lastOptimum' | 'next'>,
): Update {
  const choice = chooseMultiplier(region, problem, run, lambda, iteration, lastOptimum);
  region.improve(problem, choice, lambda, next);
  return {
    choice,
    spent: () => region.spent(problem, choice, lambda),
    transport: (cheapest) => (region.derivesPlan ? cheapest : transportCost(region, problem, choice, lambda)),
  };
}

/** A baseline's update of its scores: writes `next` [S·N]. */
export function followGradient(
  baseline: Baseline,
  problem: Problem,
  known: Uint8Array,
  run: RunConfig,
  memory: Scores,
  next: Float64Array,
): Update {
  const { beta, radius, spent, note } = baseline.improve(problem, known, run, memory, next);
  return { choice: { beta, share: NaN, radius, note }, spent: () => spent, transport: (cheapest) => cheapest };
}
