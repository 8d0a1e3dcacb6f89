/**
 * The edges of all upper concave hulls: the breakpoints of WPO's dual, with what each costs.
 *
 * Mass of old action j at state s may go to targets k with cost M_kj and advantage A_k. As β falls from ∞ it climbs the rising
 * upper concave hull of the points (M_kj, A_k), from the cheapest target to the best; it takes the edge u → v when β falls
 * below its rate r = (A_v − A_u)/(M_v − M_u), at an expense of ρ_s π_j (M_v − M_u).
 */
import type { SharedProblem } from './trust-region.ts';

/** Scratch that grows to the largest problem seen. */
let rates = new Float64Array(0);
let expenses = new Float64Array(0);
let order = new Int32Array(0);
let ascending = new Float64Array(0);

/** Edges [0, count) of one problem; valid until the next call. */
export interface Edges {
  readonly count: number;
  /** r > 0, advantage per distance */
  readonly rate: Float64Array;
  /** ρπ·ΔM > 0 */
  readonly expense: Float64Array;
}

/** Collects the edges of every state with ρ > 0 and every action with π > 0, in no particular order. */
export function hullEdges(parts: readonly SharedProblem[]): Edges {
  const most = parts.reduce((sum, { states, actions }) => sum + states * actions * (actions - 1), 0);
  if (rates.length < most) {
    rates = new Float64Array(most);
    expenses = new Float64Array(most);
  }
  let count = 0;
  for (const part of parts) {
    const { cost } = part;
    count =
      cost.kind === 'uniform'
        ? uniformEdges(part, cost.price, rates, expenses, count)
        : generalEdges(part, rates, expenses, count);
  }
  return { count, rate: rates, expense: expenses };
}

/** One price c for every move: one edge from each action to the best, r = (max A − A_j)/c. */
function uniformEdges(
  problem: SharedProblem,
  price: number,
  rate: Float64Array,
  expense: Float64Array,
  from: number,
): number {
  const { states, actions, policy, advantage, weight } = problem;
  let count = from;
  for (let s = 0; s < states; s += 1) {
    const scale = weight[s]! * price;
    if (scale === 0) continue;
    const base = s * actions;
    const end = base + actions;
    let best = advantage[base]!;
    for (let a = base + 1; a < end; a += 1) if (advantage[a]! > best) best = advantage[a]!;
    for (let a = base; a < end; a += 1) {
      const w = scale * policy[a]!;
      const gain = best - advantage[a]!;
      rate[count] = gain / price;
      expense[count] = w;
      // written always, kept if it counts: no branch to mispredict
      count += w > 0 && gain > 0 ? 1 : 0;
    }
  }
  return count;
}

function generalEdges(problem: SharedProblem, rate: Float64Array, expense: Float64Array, begin: number): number {
  const { states, actions: n, policy, advantage, weight } = problem;
  sortByCost(n, problem.cost.matrix);
  // vertices of the hull at hand: cost, advantage, rate of the edge that leads to it
  const vertexCost = new Float64Array(n);
  const vertexGain = new Float64Array(n);
  const vertexRate = new Float64Array(n);
  let count = begin;
  for (let s = 0; s < states; s += 1) {
    const rho = weight[s]!;
    if (rho === 0) continue;
    const base = s * n;
    for (let j = 0; j < n; j += 1) {
      const w = rho * policy[base + j]!;
      if (w === 0) continue;
      const from = j * n;
      let top = 0;
      let topCost = 0;
      let topGain = advantage[base + order[from]!]!;
      vertexCost[0] = 0;
      vertexGain[0] = topGain;
      for (let p = from + 1; p < from + n; p += 1) {
        const gain = advantage[base + order[p]!]!;
        if (gain <= topGain) continue;
        const cost = ascending[p]!;
        // drop vertices under the line to the new point
        let slope = cost > topCost ? (gain - topGain) / (cost - topCost) : Infinity;
        while (top > 0 && slope >= vertexRate[top]!) {
          top -= 1;
          topCost = vertexCost[top]!;
          topGain = vertexGain[top]!;
          slope = cost > topCost ? (gain - topGain) / (cost - topCost) : Infinity;
        }
        topCost = cost;
        topGain = gain;
        // a target as cheap as the first and better takes its place
        if (slope < Infinity) {
          top += 1;
          vertexRate[top] = slope;
        }
        vertexCost[top] = cost;
        vertexGain[top] = gain;
      }
      for (let vertex = 1; vertex <= top; vertex += 1) {
        rate[count] = vertexRate[vertex]!;
        expense[count] = w * (vertexCost[vertex]! - vertexCost[vertex - 1]!);
        count += 1;
      }
    }
  }
  return count;
}

/** Sorts, for each old action j, the targets by rising cost, j first, then by index: [N·N], row j. */
function sortByCost(n: number, cost: Float64Array): void {
  if (order.length < n * n) {
    order = new Int32Array(n * n);
    ascending = new Float64Array(n * n);
  }
  for (let j = 0; j < n; j += 1) {
    const first = j * n;
    order[first] = j;
    ascending[first] = cost[j * n + j]!;
    // insertion keeps the order of equals, and rows are short
    let last = first;
    for (let k = 0; k < n; k += 1) {
      if (k === j) continue;
      const price = cost[k * n + j]!;
      let place = last;
      last += 1;
      for (; place >= first && ascending[place]! > price; place -= 1) {
        ascending[place + 1] = ascending[place]!;
        order[place + 1] = order[place]!;
      }
      ascending[place + 1] = price;
      order[place + 1] = k;
    }
  }
}
