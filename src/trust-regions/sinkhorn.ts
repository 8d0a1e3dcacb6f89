import { timesPowerOfTwo } from '../math/binary-scale.ts';
import { ln } from '../math/ln.ts';
import { partwise } from './parts.ts';
import { entropicTo } from './row-distances.ts';
import { expectedAdvantage, rangeOf } from './rows.ts';
import { smearDual, smearOptimum, smearSpent, type Smear } from './smear/distance.ts';
import { smearPlan, writeSmear } from './smear/update.ts';

/** λ > 0 of Sinkhorn: the sharpness of its plan. */
export type SinkhornShape = { readonly lambda: number };

/**
 * Sinkhorn (SPO): Σ_s ρ_s d_S(π', π | λ) ≤ δ, d_S = min_Q ⟨Q, M⟩ − h(Q)/λ: Wasserstein with an entropic term.
 *
 * All mass of old action j is smeared by softmax_i((λ/β) A_i − λ M_ij), in closed form at any β. At β = ∞ mass still smears, by
 * softmax(−λM); at β = 0 only the best actions get any. As λ → ∞ it becomes WPO at the same β, with ties split evenly.
 */
export const sinkhorn = partwise<SinkhornShape>({
  parameters: { lambda: { expected: 'a number above 0', allows: (lambda) => lambda > 0 } },
  usesCost: true,
  costExponent: () => 1,
  smears: true,
  splits: false,
  scaled: ({ lambda }, _, m) => ({ lambda: timesPowerOfTwo(lambda, -m) }),
  refusal: ({ lambda }, largestCost) =>
    lambda * largestCost > SHARPEST
      ? `λ times the largest cost is ${lambda * largestCost}, and above ${SHARPEST} doubles do not tell Sinkhorn’s plan from Wasserstein’s; expected is a smaller lambda, or "method": "wasserstein"`
      : null,
  pull: rangeOf,
  steepness: ({ lambda }) => lambda,
  boundLoss: ({ beta, lambda }, actions) => (beta * ln(actions)) / lambda,
  objective: (problem, _, next) => expectedAdvantage(problem, next),
  improve: (problem, { beta, lambda }, next) => writeSmear(problem, lambda / beta, lambda, 'uniform', next),
  plan: (problem, { beta, lambda }, plan) => smearPlan(problem, lambda / beta, lambda, 'uniform', plan),
  spent: (problem, { beta, lambda }) => smearSpent(problem, smearOf(lambda), beta),
  distance: (problem, next, { lambda }) => entropicTo(problem, next, lambda),
  dual: (problem, radius, { beta, lambda }) => smearDual(problem, radius, smearOf(lambda), beta),
  optimum: (parts, radius, { lambda }) => smearOptimum(parts, radius, smearOf(lambda)),
});

/** λ times the largest cost, above which doubles no longer hold the exponents of the plan to eight digits. */
export const SHARPEST = 1e8;

const smearOf = (lambda: number): Smear => ({ reference: 'uniform', lambda, sharpness: lambda });
