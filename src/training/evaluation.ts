import type { FiniteModel } from '../environments/environment.ts';
import { SparseSystem } from './sparse-system.ts';

/**
 * Exact values of policies in a finite model: V = (I − γP_π)⁻¹ r_π, and discounted visits ρ = (1−γ)(I − γP_πᵀ)⁻¹ μ.
 *
 * Solved with a preconditioned Krylov method on the sparse matrix, to the last digits that double precision gives; the
 * work grows about linearly with the number of states. `probability` defaults to the model's own; an empirical model has the
 * same outcomes with other probabilities.
 */
export class Evaluator {
  readonly #model: FiniteModel;
  readonly #probability: Float64Array;
  readonly #system: SparseSystem;
  /** [outcomes] where each outcome adds to the matrix, −1 when the episode ends. */
  readonly #slot: Int32Array;
  readonly #right: Float64Array;

  constructor(model: FiniteModel, probability: Float64Array = model.probability) {
    this.#model = model;
    this.#probability = probability;
    const { states, actions, offsets } = model;
    const rowOffsets = new Int32Array(states + 1);
    const columns: number[] = [];
    this.#slot = new Int32Array(model.next.length).fill(-1);
    for (let s = 0; s < states; s += 1) {
      const places = new Map<number, number>([[s, 0]]);
      for (let o = offsets[s * actions]!; o < offsets[(s + 1) * actions]!; o += 1) {
        if (model.terminated[o] === 0) places.set(model.next[o]!, 0);
      }
      for (const column of [...places.keys()].sort((a, b) => a - b)) {
        places.set(column, columns.length);
        columns.push(column);
      }
      for (let o = offsets[s * actions]!; o < offsets[(s + 1) * actions]!; o += 1) {
        if (model.terminated[o] === 0) this.#slot[o] = places.get(model.next[o]!)!;
      }
      rowOffsets[s + 1] = columns.length;
    }
    this.#system = new SparseSystem(rowOffsets, Int32Array.from(columns));
    this.#right = new Float64Array(states);
  }

  /** Prepares I − γP_π and r_π for a policy [S·N]. Rows of zeros mean that nothing is known there: V = 0. */
  prepare(policy: Float64Array, gamma: number): void {
    const { states, actions, offsets, reward } = this.#model;
    const probability = this.#probability;
    const slot = this.#slot;
    const values = this.#system.values;
    const right = this.#right;
    this.#system.setIdentity();
    for (let s = 0; s < states; s += 1) {
      let expected = 0;
      for (let a = 0; a < actions; a += 1) {
        const share = policy[s * actions + a]!;
        if (share === 0) continue;
        const end = offsets[s * actions + a + 1]!;
        for (let o = offsets[s * actions + a]!; o < end; o += 1) {
          const mass = share * probability[o]!;
          expected += mass * reward[o]!;
          const place = slot[o]!;
          if (place >= 0) values[place] = values[place]! - gamma * mass;
        }
      }
      right[s] = expected;
    }
    this.#system.factorise();
  }

  /** V [S] of the prepared policy; what `value` holds on entry is the first guess. */
  solveValue(value: Float64Array): void {
    this.#system.solve(this.#right, value, false);
  }

  /** Discounted visits ρ [S] from `start`, normalised to sum 1; what `visits` holds on entry is the first guess. */
  solveVisits(start: Float64Array, visits: Float64Array): void {
    this.#system.solve(start, visits, true);
    let total = 0;
    for (let s = 0; s < visits.length; s += 1) {
      // rounding may leave −1e−17 where no visit is possible
      if (visits[s]! < 0) visits[s] = 0;
      total += visits[s]!;
    }
    for (let s = 0; s < visits.length; s += 1) visits[s] = visits[s]! / total;
  }

  /** Q [S·N] of a value function [S]. */
  actionValues(value: Float64Array, gamma: number, q: Float64Array): void {
    const { states, actions, offsets, reward, next, terminated } = this.#model;
    const probability = this.#probability;
    for (let pair = 0; pair < states * actions; pair += 1) {
      let expected = 0;
      for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) {
        const after = terminated[o] === 0 ? gamma * value[next[o]!]! : 0;
        expected += probability[o]! * (reward[o]! + after);
      }
      q[pair] = expected;
    }
  }
}

/** Σ_s μ_s V_s */
export function expectation(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < weights.length; s += 1) sum += weights[s]! * values[s]!;
  return sum;
}
