import { forwardKl as region } from '../trust-regions/forward-kl.ts';
import { noneOfItsOwn, regionMethod } from './mass-method.ts';
import { newPolicy, number, of, operator, words, type Move, type RowStep, type Term } from './story.ts';

/** KL the other way round, as TRPO bounds it; `trust-regions/forward-kl.ts` says how. */
export const forwardKl = regionMethod(
  {
    label: 'Forward KL',
    short: 'fKL',
    summary:
      'Bounds KL(π‖π′), the other way round: how surprised the new policy would be by the old one. It starves bad actions and never kills them.',
    look: { hue: 'indigo', dash: [8, 2.5, 8, 6], mark: 'wedge' },
    scores: { kind: 'factors', title: 'old × β/(ν − A) = new' },
    formula,
    ofParticles: 'Forward KL re-weights the particles, none to nothing; drawn is the cheapest coupling (derived).',
  },
  region,
  0.01,
  noneOfItsOwn,
);

/** ν = A + βπ/π′ of any action that keeps some; NaN where none does. */
function levelOf({ actions, before, after, advantage, point: { beta } }: RowStep): number {
  for (let a = 0; a < actions; a += 1) {
    if (before[a]! > 0 && after[a]! > 0) return advantage[a]! + (beta * before[a]!) / after[a]!;
  }
  return NaN;
}

/** π′(a) = β π(a)/(ν − A) */
function formula(step: RowStep, { to }: Move): readonly Term[] {
  const { beta } = step.point;
  const result = [operator('='), of.after(step, to)];
  if (beta === 0) return [...newPolicy, ...result, words(' at β = 0: all goes to the best')];
  if (beta === Infinity) return [...newPolicy, operator('='), of.before(step, to), words(' at β = ∞: nothing moves')];
  if (step.before[to] === 0) return [...newPolicy, ...result, words(', the rest: taking up a new action is free')];
  return [
    ...newPolicy,
    operator('='),
    of.beta(step),
    operator('·'),
    of.before(step, to),
    operator('/ ('),
    number(levelOf(step), 'level'),
    operator('−'),
    of.advantage(step, to),
    operator(')'),
    ...result,
  ];
}
