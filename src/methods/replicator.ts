import { replicator as flow } from '../trust-regions/flows.ts';
import { flowMethod, noneOfItsOwn } from './mass-method.ts';
import { newPolicy, number, of, operator, words, type Move, type RowStep, type Term } from './story.ts';

/** The replicator flow: the small-step limit of KL; `trust-regions/flows.ts` says how. */
export const replicator = flowMethod(
  {
    label: 'Replicator flow',
    short: 'Repl',
    summary:
      'Follows the natural gradient by one straight step of length 1/β: what KL’s update becomes when β is large.',
    look: { hue: 'steel', dash: [2, 2, 9, 2], mark: 'pentagon' },
    scores: { kind: 'factors', title: 'old × (1 + (A − Ā)/β) = new' },
    formula,
    ofParticles:
      'The replicator flow re-weights the particles in a straight line; drawn is the cheapest coupling (derived).',
  },
  flow,
  5,
  noneOfItsOwn,
);

/** π′(a) = π(a) (1 + (A − Ā)/β), cut at 0 */
function formula(step: RowStep, { to }: Move): readonly Term[] {
  const { actions, before, after, advantage, point } = step;
  let mean = 0;
  let cut = false;
  for (let a = 0; a < actions; a += 1) mean += before[a]! * advantage[a]!;
  for (let a = 0; a < actions; a += 1) cut ||= before[a]! > 0 && after[a] === 0;
  const result = [operator('='), of.after(step, to)];
  if (point.beta === Infinity)
    return [...newPolicy, operator('='), of.before(step, to), words(' at β = ∞: nothing moves')];
  if (cut) return [...newPolicy, ...result, words(', cut: an action cannot lose more than it has')];
  return [
    ...newPolicy,
    operator('='),
    of.before(step, to),
    operator('· (1 + ('),
    of.advantage(step, to),
    operator('−'),
    number(mean, 'mean'),
    operator(') /'),
    of.beta(step),
    operator(')'),
    ...result,
  ];
}
