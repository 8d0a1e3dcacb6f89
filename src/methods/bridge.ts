import type { NumberField } from '../field.ts';
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { bridge as between } from '../trust-regions/bridge.ts';
import { powered } from '../trust-regions/powered.ts';
import { regionMethod } from './mass-method.ts';
import { powerField } from './power-field.ts';
import {
  massAt,
  moveName,
  number,
  of,
  operator,
  power,
  priceAt,
  priceOf,
  symbol,
  words,
  type Move,
  type RowStep,
  type Term,
} from './story.ts';

const dialField = {
  kind: 'number',
  label: 'dial',
  symbol: 's',
  default: 0.8,
  min: 0,
  max: 1,
  step: 0.01,
  scale: 'linear',
  help: 'From KL (0) to Wasserstein on the old policy’s support (1): how much carrying mass counts, and how little surprise does.',
} as const satisfies NumberField;

/** The bridge from KL to Wasserstein, this project's own; `trust-regions/bridge.ts` says how. */
export const bridge = regionMethod(
  {
    label: 'Bridge (ours)',
    short: 'Bridge',
    summary:
      'Bounds s · transport cost + (1 − s) · KL of the plan: one dial from KL to Wasserstein. Ours, published nowhere else that we know of.',
    look: { hue: 'magenta', dash: [11, 2], mark: 'star', ramp: { key: 'dial', from: 'blue', to: 'vermilion' } },
    scores: { kind: 'moves', title: 'exponent ln π′s old + (A − βsM)/(β(1−s))', entry: exponentOf },
    formula,
    ofParticles:
      'The bridge carries particles to the best in reach, blurred over the others: the more so the nearer its dial is to KL.',
  },
  powered(between),
  0.4,
  {
    // its distance from a policy to itself is above 0, and no radius fits all of a run
    opens: { rule: 'matched', tau: 0.03 },
    fields: { dial: dialField, power: powerField },
    shape: ({ dial, power: p }) => ({ dial, power: p }),
    steady: () => true,
  },
);

/** ln π(to) + (A_to − βsM)/(β(1−s)); at s = 1 what is left of it, A − βM. */
function exponentOf(step: RowStep, move: Move): number {
  const { beta, dial = NaN } = step.point;
  const score = step.advantage[move.to]! - priceAt(beta, dial * priceOf(step, move));
  return dial === 1 ? score : ln(step.before[move.to]!) + score / (beta * (1 - dial));
}

function formula(step: RowStep, move: Move): readonly Term[] {
  const { from, to } = move;
  const { beta, dial = NaN } = step.point;
  const mass = massAt(step, move);
  const carried = [of.mass(step, move), words(' of '), of.before(step, from)];
  if (step.before[to] === 0 && from !== to) {
    return [...moveName, ...carried, words(': what has no probability never gets any')];
  }
  if (beta === 0 || beta === Infinity || dial === 1) {
    const why = words(
      dial === 1 ? ' at s = 1, as Wasserstein: ' : beta === 0 ? ' at β = 0, to the best: ' : ' at β = ∞: ',
    );
    return [...moveName, why, ...carried];
  }
  const exponent = exponentOf(step, move);
  const normaliser = exp(Math.min(700, exponent)) * (step.before[from]! / mass);
  return [
    ...moveName,
    of.before(step, from),
    operator('·'),
    of.before(step, to),
    operator('·'),
    power(
      [symbol('e')],
      [
        operator('('),
        of.advantage(step, to),
        operator('−'),
        of.beta(step),
        operator('·'),
        number(dial, 'dial'),
        operator('·'),
        of.cost(step, move),
        operator(') / ('),
        of.beta(step),
        operator('·'),
        number(1 - dial, 'dial'),
        operator(')'),
      ],
    ),
    operator('/'),
    number(normaliser, 'normaliser', mass > 0 && exponent < 600 ? undefined : 'Z'),
    operator('='),
    of.mass(step, move),
  ];
}
