import { exp } from '../math/exp.ts';
import type { ChoiceField, NumberField } from '../field.ts';
import { lambdaAt, lambdaSchedules } from '../trust-regions/schedule.ts';
import { sinkhorn as region } from '../trust-regions/sinkhorn.ts';
import { powered } from '../trust-regions/powered.ts';
import { regionMethod } from './mass-method.ts';
import {
  massAt,
  moveName,
  number,
  of,
  operator,
  power,
  priceOf,
  symbol,
  words,
  type Move,
  type RowStep,
  type Term,
} from './story.ts';
import { powerField } from './power-field.ts';

const lambdaField = {
  kind: 'number',
  label: 'entropic weight',
  symbol: 'λ',
  default: 20,
  min: 0.1,
  max: 1000,
  step: 120,
  scale: 'log',
  help: 'Sharpness of Sinkhorn’s plan: small smears mass over all actions, large tends to Wasserstein.',
} as const satisfies NumberField;

const lambdaRuleField = {
  kind: 'choice',
  label: 'over time',
  symbol: 'λ',
  default: 'constant',
  options: [
    { value: 'constant', label: 'constant', help: lambdaSchedules.constant.help },
    { value: 'linear', label: lambdaSchedules.linear.formula, help: lambdaSchedules.linear.help },
    { value: 'quadratic', label: lambdaSchedules.quadratic.formula, help: lambdaSchedules.quadratic.help },
    { value: 'log-squared', label: lambdaSchedules['log-squared'].formula, help: lambdaSchedules['log-squared'].help },
    { value: 'inverse', label: lambdaSchedules.inverse.formula, help: lambdaSchedules.inverse.help },
  ],
  help: 'How the entropic weight λ changes with the iteration.',
} as const satisfies ChoiceField;

/** SPO of Song, He, Ding, Zhao 2023; `trust-regions/sinkhorn.ts` says how. */
export const sinkhorn = regionMethod(
  {
    label: 'Sinkhorn',
    short: 'SPO',
    summary: 'Bounds the transport cost less an entropy bonus: Wasserstein with a blur of 1/λ.',
    look: { hue: 'green', dash: [2, 2.5], mark: 'diamond' },
    scores: { kind: 'moves', title: 'exponent λA/β − λM', entry: exponentOf },
    formula,
    ofParticles: 'SPO carries each particle to the best in reach, with blur.',
  },
  powered(region),
  0.01,
  {
    fields: { lambda: lambdaField, lambdaRule: lambdaRuleField, power: powerField },
    shape: ({ lambda, lambdaRule, power: p }, iteration) => ({
      lambda: lambdaAt(lambdaRule, lambda, iteration),
      power: p,
    }),
    steady: ({ lambdaRule }) => lambdaRule === 'constant',
  },
);

/** λ(A_to/β − M) */
function exponentOf(step: RowStep, move: Move): number {
  const { beta, lambda = NaN } = step.point;
  return lambda * (step.advantage[move.to]! / beta - priceOf(step, move));
}

function formula(step: RowStep, move: Move): readonly Term[] {
  const { from, to } = move;
  const mass = massAt(step, move);
  if (step.point.beta === 0) {
    const best = [operator('='), of.beta(step), words(', only the best actions receive: ')];
    return [...moveName, symbol('β'), ...best, of.mass(step, move), words(' of '), of.before(step, from)];
  }
  const exponent = exponentOf(step, move);
  const normaliser = exp(Math.min(700, exponent)) * (step.before[from]! / mass);
  return [
    ...moveName,
    of.before(step, from),
    operator('·'),
    power(
      [symbol('e')],
      [
        number(step.point.lambda ?? NaN, 'lambda'),
        operator('('),
        of.advantage(step, to),
        operator('/'),
        of.beta(step),
        operator('−'),
        of.cost(step, move),
        operator(')'),
      ],
    ),
    operator('/'),
    number(normaliser, 'normaliser', mass > 0 && exponent < 600 ? undefined : 'Z'),
    operator('='),
    of.mass(step, move),
  ];
}
