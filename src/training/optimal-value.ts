import type { FiniteModel } from '../environments/environment.ts';
import { Evaluator, expectation } from './evaluation.ts';

/** The best that any policy can do in a world at a discount. */
export interface OptimalValue {
  /** V* [S] */
  readonly value: Float64Array;
  /** J* = Σ_s μ_s V*_s */
  readonly expectedReturn: number;
}

/** Relative gain below which an action counts as no better: rounding must not make policy iteration cycle. */
const INDIFFERENCE = 1e-12;

/** V* by value-iteration sweeps for a start and policy iteration (Howard 1960) for the last digit. */
export function optimalValue(model: FiniteModel, gamma: number): OptimalValue {
  const { states, actions } = model;
  const value = sweepValues(model, gamma);
  const evaluator = new Evaluator(model);
  const q = new Float64Array(states * actions);
  evaluator.actionValues(value, gamma, q);
  const policy = new Float64Array(states * actions);
  const choice = new Int32Array(states).fill(-1);
  for (let round = 0; round < 1000; round += 1) {
    if (!chooseBest(q, actions, choice)) break;
    policy.fill(0);
    for (let s = 0; s < states; s += 1) policy[s * actions + choice[s]!] = 1;
    evaluator.prepare(policy, gamma);
    evaluator.solveValue(value);
    evaluator.actionValues(value, gamma, q);
  }
  return { value, expectedReturn: expectation(model.start, value) };
}

/** Moves each state's choice to a strictly better action; false when none moved. */
function chooseBest(q: Float64Array, actions: number, choice: Int32Array): boolean {
  let moved = false;
  for (let s = 0; s < choice.length; s += 1) {
    let best = choice[s]!;
    for (let a = 0; a < actions; a += 1) {
      const gain = best < 0 ? Infinity : q[s * actions + a]! - q[s * actions + best]!;
      if (gain > INDIFFERENCE * Math.max(1e-3, Math.abs(q[s * actions + a]!))) best = a;
    }
    if (best !== choice[s]) moved = true;
    choice[s] = best;
  }
  return moved;
}

/** Gauss–Seidel value iteration in alternating order, until a sweep changes nothing in the first nine digits. */
function sweepValues(model: FiniteModel, gamma: number): Float64Array {
  const { states, actions, offsets, probability, reward, next, terminated } = model;
  const value = new Float64Array(states);
  for (let sweep = 0; sweep < 400; sweep += 1) {
    let change = 0;
    let size = 0;
    for (let n = 0; n < states; n += 1) {
      const s = sweep % 2 === 0 ? states - 1 - n : n;
      let best = -Infinity;
      for (let pair = s * actions; pair < (s + 1) * actions; pair += 1) {
        let expected = 0;
        for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) {
          expected += probability[o]! * (reward[o]! + (terminated[o] === 0 ? gamma * value[next[o]!]! : 0));
        }
        if (expected > best) best = expected;
      }
      change = Math.max(change, Math.abs(best - value[s]!));
      size = Math.max(size, Math.abs(best));
      value[s] = best;
    }
    if (change <= 1e-9 * size) break;
  }
  return value;
}
