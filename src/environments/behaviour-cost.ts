import { optimalCoupling } from '../math/optimal-coupling.ts';
import type { FiniteModel, FiniteWorld, Lattice } from './environment.ts';

/**
 * The behavioural cost: M^s_ij = W₁(P(·|s, a_i), P(·|s, a_j)), how far apart two actions lead from one state, in steps on the lattice. Two moves
 * into the same wall cost nothing to exchange (what BGPG, Pacchiano et al. 2020, and WNPG, Moskovitz et al. 2021, arXiv 2010.05380, mean by
 * behaviour). Where a world has layers, as Taxi has, each in which two states differ counts as one step more.
 *
 * @returns [S·N·N], symmetric, with zero diagonals
 */
export function behaviourCost({ model, lattice }: Pick<FiniteWorld, 'model' | 'lattice'>): Float64Array {
  const { states, actions: n } = model;
  const places = placesOf(lattice, states);
  const cost = new Float64Array(states * n * n);
  for (let s = 0; s < states; s += 1) {
    const leads = Array.from({ length: n }, (_, a) => arrivals(model, s * n + a));
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const apart = distance(leads[i]!, leads[j]!, places);
        cost[(s * n + i) * n + j] = apart;
        cost[(s * n + j) * n + i] = apart;
      }
    }
  }
  return cost;
}

/** Where an action leads, and how likely: each state once, in order. */
interface Arrivals {
  readonly states: readonly number[];
  readonly masses: Float64Array;
}

function arrivals({ offsets, next, probability }: FiniteModel, pair: number): Arrivals {
  const found = new Map<number, number>();
  for (let outcome = offsets[pair]!; outcome < offsets[pair + 1]!; outcome += 1) {
    found.set(next[outcome]!, (found.get(next[outcome]!) ?? 0) + probability[outcome]!);
  }
  const states = [...found.keys()].toSorted((a, b) => a - b);
  return { states, masses: Float64Array.from(states, (state) => found.get(state)!) };
}

/** W₁ of two such distributions. */
function distance(one: Arrivals, other: Arrivals, places: readonly (readonly number[])[]): number {
  const same = one.states.length === other.states.length && one.states.every((state, k) => state === other.states[k]);
  if (same && one.masses.every((mass, k) => mass === other.masses[k])) return 0;
  const [rows, columns] = [one.states.length, other.states.length];
  const ground = Float64Array.from({ length: rows * columns }, (_, cell) =>
    steps(places[one.states[Math.floor(cell / columns)]!]!, places[other.states[cell % columns]!]!),
  );
  return optimalCoupling(rows, columns, one.masses, other.masses, ground, new Float64Array(rows * columns));
}

/** Row, column and layers of every state. */
function placesOf(lattice: Lattice, states: number): (readonly number[])[] {
  const places = Array.from<readonly number[]>({ length: states });
  const visit = (layer: readonly number[]): void => {
    const choice = lattice.layers[layer.length];
    if (choice !== undefined) {
      choice.options.forEach((_, option) => visit([...layer, option]));
      return;
    }
    lattice.statesAt(layer).forEach((state, cell) => {
      if (state >= 0) places[state] = [Math.floor(cell / lattice.columns), cell % lattice.columns, ...layer];
    });
  };
  visit([]);
  return places;
}

function steps(a: readonly number[], b: readonly number[]): number {
  let sum = Math.abs(a[0]! - b[0]!) + Math.abs(a[1]! - b[1]!);
  for (let k = 2; k < a.length; k += 1) if (a[k] !== b[k]) sum += 1;
  return sum;
}
