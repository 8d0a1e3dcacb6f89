import { exp } from '../math/exp.ts';
import {
  newAction,
  newPolicy,
  number,
  of,
  operator,
  power,
  symbol,
  words,
  type Move,
  type RowStep,
  type Term,
} from './story.ts';

/** π′(a) = π(a) · e^{A/β}/Z of the action that receives: of KL, and of TRPO, whose step has the same form with a β = 1/α of its own. */
export function tilt(step: RowStep, { to }: Move): readonly Term[] {
  const { beta } = step.point;
  const factor =
    beta === 0 || beta === Infinity
      ? [of.factor(step, to)]
      : [
          power([symbol('e')], [of.advantage(step, to), operator('/'), of.beta(step)]),
          operator('/'),
          number(normaliser(step, to), 'normaliser'),
        ];
  return [
    ...newPolicy,
    operator('='),
    of.before(step, to),
    operator('·'),
    ...factor,
    operator('='),
    of.after(step, to),
  ];
}

/** π′(a)/π(a), where gradient steps on scores have led. */
export function ratio(step: RowStep, { to }: Move): readonly Term[] {
  return [
    ...newPolicy,
    operator('/'),
    symbol('π'),
    operator('('),
    newAction,
    operator(')'),
    operator('='),
    of.after(step, to),
    operator('/'),
    of.before(step, to),
    operator('='),
    of.factor(step, to),
    words(', A = '),
    of.advantage(step, to),
  ];
}

/** Z = exp(A/β)·π/π′ of the action shown. */
function normaliser({ advantage, before, after, point }: RowStep, action: number): number {
  return (exp(advantage[action]! / point.beta) * before[action]!) / after[action]!;
}
