import { expectedAdvantage, rangeOf } from './rows.ts';
import type { NoShape, TrustRegion } from './trust-region.ts';

/** What the metrics say that have no numbers of their own, stand still at β = ∞, and maximise the expected advantage alone. */
export const withoutShape = {
  parameters: {},
  smears: false,
  scaled: (shape) => shape,
  refusal: () => null,
  pull: rangeOf,
  steepness: () => 1,
  boundLoss: () => 0,
  objective: (problem, _, next) => expectedAdvantage(problem, next),
} as const satisfies Partial<TrustRegion<NoShape>>;
