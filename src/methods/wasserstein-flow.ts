import { wassersteinFlow as flow } from '../trust-regions/flows.ts';
import { flowMethod, noneOfItsOwn } from './mass-method.ts';
import {
  costAt,
  massAt,
  moveName,
  number,
  of,
  operator,
  power,
  words,
  type Move,
  type RowStep,
  type Term,
} from './story.ts';

/** The upwind Wasserstein flow; `trust-regions/flows.ts` says how. */
export const wassersteinFlow = flowMethod(
  {
    label: 'Wasserstein flow',
    short: 'W-flow',
    summary:
      'Lets mass run uphill between actions, as fast as the slope (A′ − A)/M: no gain is too small, there is no dead zone.',
    look: { hue: 'red', dash: [1.5, 1.5], mark: 'bar' },
    scores: { kind: 'moves', title: 'slope (A′ − A)₊/M²', entry: slopeOf },
    formula,
    ofParticles: 'The Wasserstein flow lets each particle’s mass run uphill to the others, the nearer the faster.',
  },
  flow,
  5,
  noneOfItsOwn,
);

/** (A_to − A_from)₊ / M² */
function slopeOf(step: RowStep, move: Move): number {
  const gain = Math.max(0, step.advantage[move.to]! - step.advantage[move.from]!);
  const cost = costAt(step, move);
  return gain === 0 ? 0 : gain / (cost * cost);
}

/** Q = π (A′ − A)₊ / (2β M²), cut so that no action sends more than it has */
function formula(step: RowStep, move: Move): readonly Term[] {
  const { from, to } = move;
  const mass = massAt(step, move);
  const wanted = (step.before[from]! * slopeOf(step, move)) / (2 * step.point.beta);
  const carried = [of.mass(step, move), words(' of '), of.before(step, from)];
  if (from === to) return [...moveName, ...carried, words(' stays')];
  if (!(Math.abs(wanted - mass) <= 1e-9 * step.before[from]!)) {
    return [...moveName, ...carried, words(', cut: an action cannot send more than it has')];
  }
  return [
    ...moveName,
    of.before(step, from),
    operator('· ('),
    of.advantage(step, to),
    operator('−'),
    of.advantage(step, from),
    operator(')₊ / (2 ·'),
    of.beta(step),
    operator('·'),
    power([of.cost(step, move)], [number(2, 'power')]),
    operator(')'),
    operator('='),
    of.mass(step, move),
  ];
}
