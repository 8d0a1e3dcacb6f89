import type { FiniteModel } from '../environments/environment.ts';
import { roundAdvantage, type Estimate } from './advantage.ts';
import { Evaluator } from './evaluation.ts';
import type { Batch } from './rollout.ts';

/**
 * Certainty-equivalent critic: the counts of all transitions so far make an empirical model, in which the policy is evaluated
 * exactly. An action never tried has advantage 0; only states visited so far are updated.
 */
export class ModelCritic {
  /** [outcomes] how often each outcome was seen */
  readonly counts: Float64Array;
  /** [S] how often an episode began there */
  readonly starts: Float64Array;
  readonly #model: FiniteModel;
  readonly #probability: Float64Array;
  readonly #evaluator: Evaluator;
  readonly #policy: Float64Array;
  readonly #value: Float64Array;
  readonly #start: Float64Array;

  constructor(model: FiniteModel) {
    this.#model = model;
    this.counts = new Float64Array(model.next.length);
    this.starts = new Float64Array(model.states);
    this.#probability = new Float64Array(model.next.length);
    this.#evaluator = new Evaluator(model, this.#probability);
    this.#policy = new Float64Array(model.states * model.actions);
    this.#value = new Float64Array(model.states);
    this.#start = new Float64Array(model.states);
  }

  /** A critic with the same counts. */
  copy(): ModelCritic {
    const twin = new ModelCritic(this.#model);
    twin.counts.set(this.counts);
    twin.starts.set(this.starts);
    twin.#value.set(this.#value);
    return twin;
  }

  /** Adds a batch to the counts and writes the estimate for `policy` [S·N]. */
  estimate(batch: Batch, policy: Float64Array, gamma: number, out: Estimate): void {
    for (let t = 0; t < batch.length; t += 1) this.counts[batch.outcome[t]!] = this.counts[batch.outcome[t]!]! + 1;
    for (let e = 0; e < batch.episodes; e += 1) {
      const first = batch.state[batch.offsets[e]!]!;
      this.starts[first] = this.starts[first]! + 1;
    }
    const { states, actions, offsets } = this.#model;
    const probability = this.#probability;
    const tried = this.#policy;
    for (let s = 0; s < states; s += 1) {
      let mass = 0;
      let pairs = 0;
      out.known[s] = 0;
      for (let a = 0; a < actions; a += 1) {
        const pair = s * actions + a;
        let visits = 0;
        for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) visits += this.counts[o]!;
        for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) {
          probability[o] = visits === 0 ? 0 : this.counts[o]! / visits;
        }
        tried[pair] = visits === 0 ? 0 : policy[pair]!;
        mass += tried[pair];
        if (visits > 0) {
          pairs += 1;
          out.known[s] = 1;
        }
      }
      // V = Σ π Q over the tried actions, as if the others were worth just V
      for (let a = 0; a < actions; a += 1) {
        const pair = s * actions + a;
        if (mass > 0) tried[pair] = tried[pair]! / mass;
        else if (pairs > 0) tried[pair] = seen(this.counts, offsets, pair) ? 1 / pairs : 0;
      }
    }
    const evaluator = this.#evaluator;
    const value = this.#value;
    evaluator.prepare(tried, gamma);
    evaluator.solveValue(value);
    evaluator.actionValues(value, gamma, out.advantage);
    for (let s = 0; s < states; s += 1) {
      for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
        out.advantage[pair] = seen(this.counts, offsets, pair) ? out.advantage[pair]! - value[s]! : 0;
      }
    }
    roundAdvantage(out.advantage);
    let begun = 0;
    for (let s = 0; s < states; s += 1) begun += this.starts[s]!;
    for (let s = 0; s < states; s += 1) this.#start[s] = this.starts[s]! / begun;
    evaluator.solveVisits(this.#start, out.weight);
    // a state that was only ever an episode's last has no row to update: its weight counts for nothing
    let total = 0;
    for (let s = 0; s < states; s += 1) total += out.known[s] === 1 ? out.weight[s]! : 0;
    for (let s = 0; s < states; s += 1) out.weight[s] = out.known[s] === 1 ? out.weight[s]! / total : 0;
  }
}

function seen(counts: Float64Array, offsets: Int32Array, pair: number): boolean {
  for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) if (counts[o]! > 0) return true;
  return false;
}
