import { ln } from '../math/ln.ts';
import { kl } from './kl.ts';
import { partwise } from './parts.ts';
import { writePlan } from './plan.ts';
import { entropicTo, referenceOf, staysOnSupport } from './row-distances.ts';
import { expectedAdvantage, rangeOf } from './rows.ts';
import { SHARPEST } from './sinkhorn.ts';
import { smearDual, smearOptimum, smearSpent, type Smear } from './smear/distance.ts';
import { smearPlan, writeSmear } from './smear/update.ts';
import type { Problem, TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** s in [0, 1]: 0 is KL, 1 is Wasserstein on the old policy's support. */
export type BridgeShape = { readonly dial: number };

/** λ = s/(1−s) and κ = 1/(1−s). */
const smearOf = (dial: number): Smear => ({
  reference: 'policy',
  lambda: dial / (1 - dial),
  sharpness: 1 / (1 - dial),
});

/** Between its ends. */
const between = partwise<BridgeShape>({
  parameters: { dial: { expected: 'a number from 0 to 1', allows: (dial) => dial >= 0 && dial <= 1 } },
  usesCost: true,
  // transport and entropy are added: it has no unit but at the Wasserstein end
  costExponent: ({ dial }) => (dial === 1 ? 1 : 0),
  smears: true,
  splits: true,
  scaled: (shape) => shape,
  refusal: ({ dial }, largestCost) =>
    dial < 1 && smearOf(dial).lambda * largestCost > SHARPEST
      ? `s/(1−s) times the largest cost is ${smearOf(dial).lambda * largestCost}, and above ${SHARPEST} doubles do not tell the bridge’s plan from Wasserstein’s; expected is a smaller dial, or 1`
      : null,
  pull: rangeOf,
  steepness: ({ dial }) => (dial === 1 ? 1 : smearOf(dial).sharpness),
  boundLoss: ({ beta, dial }, actions) => (dial === 0 || dial === 1 ? 0 : beta * (1 - dial) * ln(actions)),
  objective: (problem, _, next) => expectedAdvantage(problem, next),
  improve: (problem, { beta, dial }, next) => {
    const { lambda, sharpness } = smearOf(dial);
    writeSmear(problem, sharpness / beta, lambda, 'policy', next);
  },
  plan: (problem, { beta, dial }, plan) => {
    const { lambda, sharpness } = smearOf(dial);
    smearPlan(problem, sharpness / beta, lambda, 'policy', plan);
  },
  spent: (problem, { beta, dial }) => smearSpent(problem, smearOf(dial), beta),
  // (1−s) min_Q { λ⟨Q, M⟩ − h(Q) } less what π ⊗ π takes
  distance: (problem, next, { dial }) => {
    const reference = referenceOf(problem, next);
    if (reference === -Infinity) return Infinity;
    return dial * entropicTo(problem, next, smearOf(dial).lambda) - (1 - dial) * reference;
  },
  dual: (problem, radius, { beta, dial }) => smearDual(problem, radius, smearOf(dial), beta),
  optimum: (parts, radius, { dial }) => smearOptimum(parts, radius, smearOf(dial)),
});

/**
 * The bridge, this project's own: Σ_s ρ_s d_s(π', π) ≤ δ with d_s = min_Q s⟨Q, M⟩ + (1−s) KL(Q ‖ π⊗π) over the couplings Q of π and π'.
 *
 * One dial s from KL to Wasserstein. Q_ij = π_j softmax_i( ln π_i + (A_i − βsM_ij)/(β(1−s)) ): entropic transport as Sinkhorn's, but with the
 * old policy as what entropy is measured against (Wang, Gao, Xie 2021, arXiv 2109.11926, have such a reference in another use), so that
 * an action without probability never gets any. Its distance from a policy to itself is above 0 for 0 < s < 1: a small radius
 * holds nothing, and mass smears even at β = ∞. At s = 0 it is KL, and its plan sends all mass alike, π_j π'_i.
 */
export const bridge: TrustRegion<BridgeShape> = {
  ...between,
  planning: {
    kind: 'own',
    write: (problem, state, point, plan) => {
      if (point.dial === 1) writePlan(wasserstein, onSupport(problem), state, point, plan);
      else writePlan(between, problem, state, point, plan);
    },
  },
  improve: (problem, point, next) => {
    if (point.dial === 0) kl.improve(problem, point, next);
    else if (point.dial === 1) wasserstein.improve(onSupport(problem), point, next);
    else between.improve(problem, point, next);
  },
  spent: (problem, point) => {
    if (point.dial === 0) return kl.spent(problem, point);
    return point.dial === 1 ? wasserstein.spent(onSupport(problem), point) : between.spent(problem, point);
  },
  distance: (problem, next, shape) => {
    if (shape.dial === 0) return kl.distance(problem, next, {});
    if (shape.dial < 1) return between.distance(problem, next, shape);
    return staysOnSupport(problem, next) ? wasserstein.distance(problem, next, {}) : Infinity;
  },
  dual: (problem, radius, point) => {
    if (point.dial === 0) return kl.dual(problem, radius, point);
    if (point.dial === 1) return wasserstein.dual(onSupport(problem), radius, point);
    return between.dual(problem, radius, point);
  },
  optimum: (problem, radius, shape) => {
    if (shape.dial === 0) return kl.optimum(problem, radius, {});
    if (shape.dial === 1) return wasserstein.optimum(onSupport(problem), radius, {});
    return between.optimum(problem, radius, shape);
  },
};

/** The problem with the worst advantage of its state for actions that have no probability: nothing gains by going there. */
export function onSupport(problem: Problem): Problem {
  const { states, actions: n, policy } = problem;
  if (policy.every((mass) => mass > 0)) return problem;
  const advantage = problem.advantage.slice();
  for (let base = 0; base < states * n; base += n) {
    let least = Infinity;
    for (let a = base; a < base + n; a += 1) if (policy[a]! > 0) least = Math.min(least, advantage[a]!);
    for (let a = base; a < base + n; a += 1) if (!(policy[a]! > 0)) advantage[a] = least;
  }
  return { ...problem, advantage };
}
