import { tiesField } from '../trust-regions/multiplier-rules.ts';
import { wasserstein as region } from '../trust-regions/wasserstein.ts';
import { powered } from '../trust-regions/powered.ts';
import { regionMethod } from './mass-method.ts';
import {
  moveName,
  number,
  of,
  operator,
  priceAt,
  priceOf,
  symbol,
  words,
  type Move,
  type RowStep,
  type Term,
} from './story.ts';
import { powerField } from './power-field.ts';

/** WPO of Song, He, Ding, Zhao 2023; `trust-regions/wasserstein.ts` says how. */
export const wasserstein = regionMethod(
  {
    label: 'Wasserstein',
    short: 'WPO',
    summary: 'Bounds the cost of the cheapest way to carry the old policy’s probability to the new one.',
    look: { hue: 'vermilion', dash: [7, 3], mark: 'square' },
    scores: { kind: 'moves', title: 'score A − βM', entry: scoreOf },
    formula,
    ofParticles: 'WPO carries each particle to the best in reach.',
  },
  powered(region),
  0.03,
  {
    fields: { ties: tiesField, power: powerField },
    shape: ({ power }) => ({ power }),
    steady: () => true,
  },
);

/** A_to − βM: what a target is worth, less the price of going there. */
function scoreOf(step: RowStep, move: Move): number {
  return step.advantage[move.to]! - priceAt(step.point.beta, priceOf(step, move));
}

function formula(step: RowStep, move: Move): readonly Term[] {
  const { from, to } = move;
  const { beta } = step.point;
  const score = scoreOf(step, move);
  const stay = step.advantage[from]!;
  const named = [
    ...moveName,
    symbol('A'),
    operator('−'),
    symbol('β'),
    symbol('M'),
    operator('='),
    of.advantage(step, to),
    operator('−'),
    of.beta(step),
    operator('·'),
    of.cost(step, move),
    operator('='),
    number(score, `score-${from}-${to}`),
  ];
  if (from === to) return named;
  const staying = number(stay, `score-${from}-${from}`);
  return [...named, operator(compared(score, stay, beta)), staying, words(' staying; moves '), of.mass(step, move)];
}

/** Greater, smaller, or tied as the update sees it. */
function compared(a: number, b: number, beta: number): string {
  const tolerance = 1e-9 * Math.max(Math.abs(a), Math.abs(b), Number.isFinite(beta) ? beta : 0);
  return Math.abs(a - b) <= tolerance ? '=' : a > b ? '>' : '<';
}
