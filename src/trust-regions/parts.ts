/**
 * Problems in which every state has an action cost of its own (particles drawn at each state) are taken apart into problems of
 * one state, all under the same multiplier: every sum over states is then the sum over parts.
 */
import type { Multiplier, Optimum, Problem, TrustRegion } from './trust-region.ts';

/** The problem itself where all states share a cost, else its states one by one, as views. */
function partsOf(problem: Problem): readonly Problem[] {
  const { states, actions, policy, advantage, weight, cost } = problem;
  const cells = actions * actions;
  if (cost.length === cells || states === 1) return [problem];
  return Array.from({ length: states }, (_, s) => ({
    states: 1,
    actions,
    policy: policy.subarray(s * actions, (s + 1) * actions),
    advantage: advantage.subarray(s * actions, (s + 1) * actions),
    weight: weight.subarray(s, s + 1),
    cost: cost.subarray(s * cells, (s + 1) * cells),
  }));
}

/** A metric whose kernels know one cost, as a trust region that also takes one cost a state. */
interface PartwiseRegion extends Omit<TrustRegion, 'optimum'> {
  readonly optimum: (parts: readonly Problem[], radius: number, lambda: number) => Optimum;
}

export function partwise(region: PartwiseRegion): TrustRegion {
  const { improve, plan, spent, dual } = region;
  return {
    ...region,
    improve: (problem, multiplier, lambda, next) => {
      const parts = partsOf(problem);
      if (parts.length === 1) return improve(problem, multiplier, lambda, next);
      const { actions } = problem;
      parts.forEach((part, s) => improve(part, multiplier, lambda, next.subarray(s * actions, (s + 1) * actions)));
    },
    plan: (problem, state, multiplier, lambda, out) => {
      const parts = partsOf(problem);
      if (parts.length === 1) return plan(problem, state, multiplier, lambda, out);
      plan(parts[state]!, 0, multiplier, lambda, out);
    },
    spent: (problem, multiplier: Multiplier, lambda) =>
      partsOf(problem).reduce((sum, part) => sum + spent(part, multiplier, lambda), 0),
    dual: (problem, radius, beta, lambda) => {
      const parts = partsOf(problem);
      if (parts.length === 1) return dual(problem, radius, beta, lambda);
      if (beta === Infinity && radius > 0) return Infinity;
      // the radius enters once, whatever the number of parts
      const first = dual(parts[0]!, radius, beta, lambda);
      return parts.slice(1).reduce((sum, part) => sum + dual(part, 0, beta, lambda), first);
    },
    optimum: (problem, radius, lambda) => region.optimum(partsOf(problem), radius, lambda),
  };
}
