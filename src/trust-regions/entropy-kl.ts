import { timesPowerOfTwo } from '../math/binary-scale.ts';
import { ln } from '../math/ln.ts';
import { kl } from './kl.ts';
import { divergenceTo } from './row-distances.ts';
import { expectedAdvantage, meanEntropy, rangeOf } from './rows.ts';
import type { Problem, TrustRegion } from './trust-region.ts';

/** τ ≥ 0: what a nat of the new policy's entropy is worth, in units of advantage. */
export type EntropyShape = { readonly tau: number };

/**
 * Entropy-regularised KL: Σ_s ρ_s (Σ_a π'_a A_a + τ H(π')) is made as large as Σ_s ρ_s KL(π' ‖ π) ≤ δ allows.
 *
 * π' ∝ π^{β/(β+τ)} e^{A/(β+τ)}: the KL update of the advantages A − τ ln π at the multiplier β + τ, and so everything here is KL's.
 * τ = 0 is KL itself, and β = 0 soft policy iteration, π' ∝ e^{A/τ} on the old policy's support (the target of SAC; MPO and mirror descent
 * lie on the same line).
 */
export const entropyKl: TrustRegion<EntropyShape> = {
  parameters: { tau: { expected: 'a number from 0', allows: (tau) => tau >= 0 } },
  usesCost: false,
  costExponent: () => 0,
  smears: false,
  splits: false,
  scaled: ({ tau }, a) => ({ tau: timesPowerOfTwo(tau, a) }),
  refusal: () => null,
  pull: (problem, { tau }) => rangeOf(soft(problem, tau)),
  steepness: () => 1,
  boundLoss: ({ tau }, actions) => tau * ln(actions),
  objective: (problem, { tau }, next) =>
    expectedAdvantage(problem, next) + (tau === 0 ? 0 : tau * meanEntropy(next, problem.weight, problem.actions)),
  planning: { kind: 'derived' },
  improve: (problem, { beta, share, tau }, next) => kl.improve(soft(problem, tau), { beta: beta + tau, share }, next),
  spent: (problem, { beta, share, tau }) => kl.spent(soft(problem, tau), { beta: beta + tau, share }),
  distance: divergenceTo,
  dual: (problem, radius, { beta, share, tau }) => {
    if (beta === Infinity && radius > 0) return Infinity;
    const value = kl.dual(soft(problem, tau), 0, { beta: beta + tau, share });
    return (radius > 0 ? beta * radius : 0) + value;
  },
  optimum: (problem, radius, { tau }) => {
    const found = kl.optimum(soft(problem, tau), radius, {});
    if (tau === 0 || found.beta > tau) return { ...found, beta: found.beta - tau };
    return { beta: 0, share: 0, spent: kl.spent(soft(problem, tau), { beta: tau, share: 0 }), binding: 'greedy' };
  },
};

/** The problem whose advantages are A − τ ln π, the support's only. */
function soft(problem: Problem, tau: number): Problem {
  if (tau === 0) return problem;
  const { policy } = problem;
  const advantage = problem.advantage.map((gain, pair) => (policy[pair]! > 0 ? gain - tau * ln(policy[pair]!) : gain));
  return { ...problem, advantage };
}
