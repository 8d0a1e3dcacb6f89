import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { expm1Less, log1p } from '../math/near-one.ts';
import { divergence, logarithmicWeights, meanBelow, nearDivergence, scratchRow, TINY } from './divergence.ts';
import { bestOnSupport, finiteTilt, totalWeight } from './rows.ts';
import { withoutShape } from './plain.ts';
import { divergenceTo } from './row-distances.ts';
import { guessedTilt, spendAll } from './spend.ts';
import type { Multiplier, NoShape, Optimum, Problem, TrustRegion } from './trust-region.ts';

/**
 * Kullback–Leibler: Σ_s ρ_s KL(π'(·|s) ‖ π(·|s)) ≤ δ.
 *
 * The new policy is an exponential tilt, π'_a ∝ π_a e^{A_a/β}: mass is rescaled, not sent, and the action cost plays no part.
 * An action without probability never gets any. Everything is computed in t = 1/β with A less its largest value on π's
 * support, so that nothing overflows: t = 0 stands still, t = ∞ keeps the best actions of the support in proportion. Rows with probabilities
 * so small that products lose their digits are computed in logarithms.
 */
export const kl: TrustRegion<NoShape> = {
  ...withoutShape,
  usesCost: false,
  costExponent: () => 0,
  splits: false,
  planning: { kind: 'derived' },
  improve: (problem, { beta }, next) => writeTilt(problem, 1 / beta, next),
  spent,
  distance: divergenceTo,
  dual: (problem, radius, { beta }) => dual(problem, radius, beta),
  optimum: (problem, radius) => optimum(problem, radius),
};

/** Left side, per unit of weight, below which it is computed in a form that is exact near 0. */
const NEAR = 1e-6;

/** Writes π'_a ∝ π_a e^{tA_a} for t in [0, ∞]. */
function writeTilt({ states, actions, policy, advantage }: Problem, tilt: number, next: Float64Array): void {
  const t = finiteTilt(tilt);
  if (t === 0) {
    for (let pair = 0; pair < states * actions; pair += 1) next[pair] = policy[pair]!;
    return;
  }
  for (let s = 0; s < states; s += 1) {
    const base = s * actions;
    const best = bestOnSupport(policy, advantage, base, actions);
    let total = 0;
    let tiny = false;
    for (let a = base; a < base + actions; a += 1) {
      const below = advantage[a]! - best;
      const mass = policy[a]! > 0 ? policy[a]! * exp(t * below) : 0;
      if (policy[a]! < TINY && policy[a]! > 0) tiny = true;
      next[a] = mass;
      total += mass;
    }
    if (tiny) {
      const weights = scratchRow(actions);
      logarithmicWeights(policy, advantage, base, actions, t, best, weights);
      total = 0;
      for (let a = 0; a < actions; a += 1) total += next[base + a] = weights[a]!;
    }
    // no reciprocal: it may overflow. A row without mass stays without
    if (total > 0) for (let a = base; a < base + actions; a += 1) next[a] = next[a]! / total;
  }
}

/** Σ_s ρ_s KL(π'‖π) at t = 1/β; where it is small, in the form that is exact there. */
function spent(problem: Problem, { beta }: Multiplier): number {
  const out = { cost: 0, spread: 0 };
  divergence(problem, 1 / beta, out);
  if (out.cost < NEAR * totalWeight(problem)) nearDivergence(problem, 1 / beta, out);
  return out.cost;
}

/** D(β) = βδ + Σ_s ρ_s β ln Σ_a π_a e^{A_a/β}; at β = 0 its limit Σ ρ max A, at β = ∞ the limit for δ = 0 or ∞. */
function dual(problem: Problem, radius: number, beta: number): number {
  if (beta === Infinity && radius > 0) return Infinity;
  const { states, actions, policy, advantage, weight } = problem;
  const weights = scratchRow(actions);
  const t = 1 / beta;
  let sum = 0;
  for (let s = 0; s < states; s += 1) {
    const base = s * actions;
    const mean = meanBelow(policy, advantage, base, actions);
    if (weight[s] === 0 || mean === null) continue;
    const { best, below, mass } = mean;
    let soft = 0;
    if (beta === Infinity) soft = below;
    else if (beta > 0) {
      // where little is tilted, from the mean, else from the best; a row that misses 1 by rounding counts as one that does not
      let rest = 0;
      let farthest = 0;
      for (let a = base; a < base + actions; a += 1) {
        if (!(policy[a]! > 0)) continue;
        const z = t * (advantage[a]! - best - below);
        farthest = Math.max(farthest, Math.abs(z));
        rest += (policy[a]! / mass) * expm1Less(z);
      }
      if (farthest < 1) soft = below + beta * log1p(rest);
      else {
        const top = logarithmicWeights(policy, advantage, base, actions, finiteTilt(t), best, weights);
        let total = 0;
        for (let a = 0; a < actions; a += 1) total += weights[a]!;
        soft = beta * (ln(total / mass) + top);
      }
    }
    sum += weight[s]! * (best + soft);
  }
  return (beta === Infinity ? 0 : beta * radius) + sum;
}

/** The root of divergence(t) = δ. */
function optimum(problem: Problem, radius: number): Optimum {
  if (radius <= 0) return { beta: Infinity, share: 0, spent: 0, binding: 'tight' };
  const out = { cost: 0, spread: 0 };
  divergence(problem, Infinity, out);
  if (out.cost <= radius) return { beta: 0, share: 0, spent: out.cost, binding: 'greedy' };
  const near = radius < NEAR * totalWeight(problem);
  return spendAll(
    {
      measure: (t, at) => (near ? nearDivergence : divergence)(problem, t, at),
      least: 0,
      sharpness: 1,
    },
    radius,
    guessedTilt(problem, radius),
  );
}
