import { kl as region } from '../trust-regions/kl.ts';
import { noneOfItsOwn, regionMethod } from './mass-method.ts';
import { tilt } from './tilt-formula.ts';

/** Kullback–Leibler, as MPO and mirror descent have it; `trust-regions/kl.ts` says how. */
export const kl = regionMethod(
  {
    label: 'Kullback–Leibler',
    short: 'KL',
    summary: 'Bounds the relative entropy KL(π′‖π): how surprising the new policy’s actions would be to the old one.',
    look: { hue: 'blue', dash: [], mark: 'circle' },
    scores: { kind: 'factors', title: 'old × exp(A/β)/Z = new' },
    formula: tilt,
    ofParticles: 'KL re-weights the particles; drawn is the cheapest coupling (derived).',
  },
  region,
  0.01,
  noneOfItsOwn,
);
