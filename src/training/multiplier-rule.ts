import type { RunSettings } from '../config/run-fields.ts';
import { multiplierForVariation } from '../trust-regions/matched.ts';
import { betaAfter, betaAt } from '../trust-regions/schedule.ts';
import type { Multiplier, Problem, TrustRegion } from '../trust-regions/trust-region.ts';

/** A chosen multiplier, the radius it answers to (NaN without one), and what the reader should know. */
export interface Choice extends Multiplier {
  readonly radius: number;
  readonly note: string;
}

/** The multiplier of step k → k+1 under a column's rule. `lastOptimum` is the last β that a dual gave, or null. */
export function chooseMultiplier(
  region: TrustRegion,
  problem: Problem,
  settings: RunSettings,
  lambda: number,
  k: number,
  lastOptimum: { readonly beta: number; readonly iteration: number } | null,
): Choice {
  switch (settings.rule) {
    case 'fixed':
    case 'harmonic':
    case 'geometric':
    case 'logarithmic':
      return { beta: betaAt(settings.rule, settings.beta, settings.ratio, k), share: 0, radius: NaN, note: '' };
    case 'optimal':
      return atOptimum(region, problem, settings, lambda);
    case 'optimal-then-fixed':
    case 'optimal-then-decay': {
      if (k < settings.switchAt || lastOptimum === null) return atOptimum(region, problem, settings, lambda);
      const after = settings.rule === 'optimal-then-fixed' ? 'constant' : 'decay';
      return { beta: betaAfter(after, lastOptimum.beta, lastOptimum.iteration, k), share: 0, radius: NaN, note: '' };
    }
    case 'matched': {
      const matched = multiplierForVariation(region, problem, settings.tau, lambda);
      const short = matched.variation < settings.tau;
      const note = matched.reached
        ? ''
        : short
          ? 'Even the greedy step moves less than τ: β = 0.'
          : 'λ smears more than τ at every β: the smallest movement is taken.';
      return { beta: matched.beta, share: matched.share, radius: NaN, note };
    }
  }
}

function atOptimum(region: TrustRegion, problem: Problem, { delta, ties }: RunSettings, lambda: number): Choice {
  const optimum = region.optimum(problem, delta, lambda);
  const note =
    optimum.binding === 'infeasible'
      ? 'No policy is inside the radius: λ smears more than δ allows. The nearest one is taken.'
      : optimum.binding === 'greedy'
        ? 'The radius holds the greedy step: β = 0.'
        : '';
  const share = ties === 'split' ? optimum.share : ties === 'stay' ? 0 : 1;
  return { beta: optimum.beta, share, radius: delta, note };
}
