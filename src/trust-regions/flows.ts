import { ln } from '../math/ln.ts';
import { partwiseMover } from './parts.ts';
import { rangeOf } from './rows.ts';
import type { MassMover, NoShape, Problem, SharedProblem } from './trust-region.ts';

/**
 * The replicator flow, one Euler step of length η = 1/β along the natural gradient of Σ π A: π'_i = π_i (1 + η (A_i − ΣπA)), the limit of KL's
 * update for large β (Li, Montúfar 2018, arXiv 1803.07033). An action loses at most what it has; what is lost goes to those above the
 * mean, in proportion to π_i (A_i − ΣπA). Its length is KL(π' ‖ π).
 */
export const replicator: MassMover<NoShape> = {
  usesCost: false,
  planning: { kind: 'derived' },
  improve: replicate,
  spent: (problem, point) => {
    const { states, actions: n, policy, weight } = problem;
    const next = new Float64Array(policy.length);
    replicate(problem, point, next);
    let total = 0;
    for (let s = 0; s < states; s += 1) {
      let row = 0;
      for (let a = s * n; a < (s + 1) * n; a += 1) {
        if (next[a]! > 0 && next[a] !== policy[a]) row += next[a]! * (ln(next[a]!) - ln(policy[a]!));
      }
      total += weight[s]! * Math.max(0, row);
    }
    return total;
  },
  pull: rangeOf,
  steepness: () => 1,
};

function replicate(
  { states, actions: n, policy, advantage }: Problem,
  { beta }: { readonly beta: number },
  next: Float64Array,
): void {
  for (let base = 0; base < states * n; base += n) {
    let mean = 0;
    for (let a = base; a < base + n; a += 1) mean += policy[a]! * advantage[a]!;
    let lost = 0;
    let above = 0;
    for (let a = base; a < base + n; a += 1) {
      const gain = advantage[a]! - mean;
      next[a] = policy[a]!;
      if (gain > 0) above += policy[a]! * gain;
      else {
        const loss = policy[a]! * fraction(-gain, beta);
        next[a] = policy[a]! - loss;
        lost += loss;
      }
    }
    if (!(above > 0)) {
      // nobody gains: a mean that misses by rounding moves nothing
      for (let a = base; a < base + n; a += 1) next[a] = policy[a]!;
      continue;
    }
    for (let a = base; a < base + n; a += 1) {
      const gain = advantage[a]! - mean;
      if (gain > 0) next[a] = policy[a]! + lost * ((policy[a]! * gain) / above);
    }
  }
}

/** The share of an action's mass that goes at a rate of x/β: all of it at most. */
function fraction(x: number, beta: number): number {
  return x === 0 ? 0 : Math.min(1, x / beta);
}

/**
 * The upwind Wasserstein flow, one Euler step of length η = 1/(2β) of the transport of mass up the slopes of A on the graph of actions, whose
 * edges are as long as M says: Q_ij = η π_j (A_i − A_j)₊ / M_ij², cut so that no action sends more than it has (Maas 2011; Li, Montúfar 2018).
 * It has no dead zone: any gain moves some mass, where Wasserstein's trust region moves none. Its length is Σ_ij Q_ij M_ij².
 */
export const wassersteinFlow: MassMover<NoShape> = partwiseMover({
  usesCost: true,
  improve: (problem, { beta }, next) => {
    const { states, actions: n, policy } = problem;
    next.set(policy.subarray(0, states * n));
    eachMove(problem, beta, (s, from, to, mass) => {
      next[s * n + from] = Math.max(0, next[s * n + from]! - mass);
      next[s * n + to] = next[s * n + to]! + mass;
    });
  },
  plan: (problem, { beta }, plan) => {
    const { actions: n, policy } = problem;
    plan.fill(0, 0, n * n);
    for (let j = 0; j < n; j += 1) plan[j * n + j] = policy[j]!;
    eachMove(problem, beta, (_, from, to, mass) => {
      plan[from * n + from] = Math.max(0, plan[from * n + from]! - mass);
      plan[to * n + from] = mass;
    });
  },
  spent: (problem, { beta }) => {
    const { actions: n, weight, cost } = problem;
    let total = 0;
    eachMove(problem, beta, (s, from, to, mass) => {
      const price = cost.matrix[to * n + from]!;
      total += weight[s]! * mass * price * price;
    });
    return total;
  },
  pull: rangeOf,
  steepness: () => 1,
});

/** Hands on every mass that is sent, state by state. Moves that cost nothing go first, at any rate. */
function eachMove(
  { states, actions: n, policy, advantage, cost: { matrix } }: SharedProblem,
  beta: number,
  send: (state: number, from: number, to: number, mass: number) => void,
): void {
  const rates = new Float64Array(n);
  for (let s = 0; s < states; s += 1) {
    for (let j = 0; j < n; j += 1) {
      const mass = policy[s * n + j]!;
      if (!(mass > 0)) continue;
      let total = 0;
      let free = 0;
      for (let i = 0; i < n; i += 1) {
        const gain = Math.max(0, advantage[s * n + i]! - advantage[s * n + j]!);
        const price = matrix[i * n + j]!;
        rates[i] = price > 0 ? gain / (price * price) : 0;
        total += rates[i]!;
        if (price === 0) free += gain;
      }
      if (free === 0 && total === 0) continue;
      const share = free > 0 ? 1 : fraction(0.5 * total, beta);
      if (share === 0) continue;
      for (let i = 0; i < n; i += 1) {
        const gain = advantage[s * n + i]! - advantage[s * n + j]!;
        const part = free > 0 ? (matrix[i * n + j] === 0 && gain > 0 ? gain / free : 0) : rates[i]! / total;
        if (part > 0) send(s, j, i, mass * share * part);
      }
    }
  }
}
