import { chiSquared as region } from '../trust-regions/chi-squared.ts';
import { noneOfItsOwn, regionMethod } from './mass-method.ts';
import { newPolicy, number, of, operator, words, type Move, type RowStep, type Term } from './story.ts';

/** χ²; `trust-regions/chi-squared.ts` says how. */
export const chiSquared = regionMethod(
  {
    label: 'χ²',
    short: 'χ²',
    summary:
      'Bounds Σ (π′ − π)²/π, the second order of every such divergence: the new policy is a straight line in the advantage, cut off at 0.',
    look: { hue: 'teal', dash: [1.5, 2, 6, 2], mark: 'lozenge' },
    scores: { kind: 'factors', title: 'old × [1 + (A − ν)/2β]₊ = new' },
    formula,
    ofParticles: 'χ² re-weights the particles and drops the worst; drawn is the cheapest coupling (derived).',
  },
  region,
  0.02,
  noneOfItsOwn,
);

/** ν = A − 2β(π′/π − 1) of any action that keeps some. */
function levelOf({ actions, before, after, advantage, point: { beta } }: RowStep): number {
  for (let a = 0; a < actions; a += 1) {
    if (before[a]! > 0 && after[a]! > 0) return advantage[a]! - 2 * beta * (after[a]! / before[a]! - 1);
  }
  return NaN;
}

/** π′(a) = π(a) [1 + (A − ν)/(2β)]₊ */
function formula(step: RowStep, { to }: Move): readonly Term[] {
  const { beta } = step.point;
  const result = [operator('='), of.after(step, to)];
  if (beta === 0) return [...newPolicy, ...result, words(' at β = 0: the best of the old actions share all')];
  if (beta === Infinity) return [...newPolicy, operator('='), of.before(step, to), words(' at β = ∞: nothing moves')];
  if (step.before[to] === 0) return [...newPolicy, ...result, words(': what has no probability never gets any')];
  return [
    ...newPolicy,
    operator('='),
    of.before(step, to),
    operator('· [1 + ('),
    of.advantage(step, to),
    operator('−'),
    number(levelOf(step), 'level'),
    operator(') / (2 ·'),
    of.beta(step),
    operator(')]₊'),
    ...result,
  ];
}
