import type { NumberField } from '../field.ts';
import { entropyKl as region } from '../trust-regions/entropy-kl.ts';
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { regionMethod } from './mass-method.ts';
import { newPolicy, number, of, operator, power, symbol, words, type Move, type RowStep, type Term } from './story.ts';

const entropyField = {
  kind: 'number',
  label: 'price of entropy',
  symbol: 'τₕ',
  default: 0.1,
  min: 0,
  max: 100,
  step: 120,
  scale: 'log',
  help: 'What a nat of the new policy’s entropy is worth, in units of advantage: 0 is plain KL, large keeps all actions alive.',
} as const satisfies NumberField;

/** Entropy-regularised KL; `trust-regions/entropy-kl.ts` says how. */
export const entropyKl = regionMethod(
  {
    label: 'KL with entropy',
    short: 'KL+H',
    summary:
      'Bounds KL(π′‖π) while the new policy’s entropy is rewarded: at β = 0 it is soft policy iteration, as in SAC; at τₕ = 0 plain KL.',
    look: { hue: 'olive', dash: [4, 1.5], mark: 'hexagon' },
    scores: { kind: 'factors', title: 'old^β/(β+τₕ) × exp(A/(β+τₕ))/Z = new' },
    formula,
    ofParticles: 'KL re-weights the particles, less steeply for the entropy; drawn is the cheapest coupling (derived).',
  },
  region,
  0.01,
  { fields: { entropy: entropyField }, shape: ({ entropy }) => ({ tau: entropy }), steady: () => true },
);

/** π′(a) = π(a)^{β/(β+τ)} e^{A/(β+τ)} / Z */
function formula(step: RowStep, { to }: Move): readonly Term[] {
  const { beta, tau = NaN } = step.point;
  const total = beta + tau;
  const result = [operator('='), of.after(step, to)];
  if (beta === Infinity) return [...newPolicy, operator('='), of.before(step, to), words(' at β = ∞: nothing moves')];
  if (total === 0) return [...newPolicy, ...result, words(' at β = 0: the best of the old actions share all')];
  if (step.before[to] === 0) return [...newPolicy, ...result, words(': what has no probability never gets any')];
  const exponent = (beta / total) * ln(step.before[to]!) + step.advantage[to]! / total;
  const normaliser = exp(Math.min(700, exponent)) / step.after[to]!;
  const sum = [operator('/ ('), of.beta(step), operator('+'), number(tau, 'entropy'), operator(')')];
  return [
    ...newPolicy,
    operator('='),
    power([of.before(step, to)], [of.beta(step), ...sum]),
    operator('·'),
    power([symbol('e')], [of.advantage(step, to), ...sum]),
    operator('/'),
    number(normaliser, 'normaliser', step.after[to]! > 0 && exponent < 600 ? undefined : 'Z'),
    ...result,
  ];
}
