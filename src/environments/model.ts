import type { FiniteModel } from './environment.ts';

/** One thing that may follow an action. */
export interface Outcome {
  readonly probability: number;
  /** Index of the next state. */
  readonly next: number;
  readonly reward: number;
  /** True where the episode ends by itself. */
  readonly terminated: boolean;
}

/** How far a sum of probabilities may be from 1 by rounding. */
const ROUNDING = 1e-12;

/**
 * Builds a model from the outcomes of every pair, asked for in order of state, then action.
 * Outcomes equal in all but probability become one; those of probability 0 are left out.
 *
 * @param start [S] distribution of the first state
 * @throws RangeError where probabilities do not sum to 1 or a next state does not exist
 */
export function buildModel(
  states: number,
  actions: number,
  start: Float64Array,
  outcomesOf: (state: number, action: number) => readonly Outcome[],
): FiniteModel {
  if (start.length !== states)
    throw new RangeError(`start has ${start.length} entries, expected one for each of ${states} states`);
  checkDistribution('the start', start);
  const offsets = new Int32Array(states * actions + 1);
  const outcomes: Outcome[] = [];
  for (let s = 0; s < states; s += 1) {
    for (let a = 0; a < actions; a += 1) {
      const given = outcomesOf(s, a);
      checkOutcomes(s, a, states, given);
      outcomes.push(...mergeOutcomes(given));
      offsets[s * actions + a + 1] = outcomes.length;
    }
  }
  return {
    states,
    actions,
    offsets,
    probability: Float64Array.from(outcomes, (outcome) => outcome.probability),
    next: Int32Array.from(outcomes, (outcome) => outcome.next),
    reward: Float64Array.from(outcomes, (outcome) => outcome.reward),
    terminated: Uint8Array.from(outcomes, (outcome) => (outcome.terminated ? 1 : 0)),
    start,
  };
}

/** [S] equal probability on the states that are named, each once. */
export function uniformStart(states: number, among: readonly number[]): Float64Array {
  const start = new Float64Array(states);
  for (const state of among) start[state] = 1 / among.length;
  return start;
}

/** Adds up what cannot be told apart, in order of first appearance. */
function mergeOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  const merged: Outcome[] = [];
  for (const outcome of outcomes) {
    if (outcome.probability === 0) continue;
    const twin = merged.findIndex((other) => isSameOutcome(other, outcome));
    const known = merged[twin];
    if (known === undefined) merged.push(outcome);
    else merged[twin] = { ...known, probability: known.probability + outcome.probability };
  }
  return merged;
}

function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return a.next === b.next && a.reward === b.reward && a.terminated === b.terminated;
}

function checkOutcomes(state: number, action: number, states: number, outcomes: readonly Outcome[]): void {
  const pair = `action ${action} in state ${state}`;
  checkDistribution(
    pair,
    outcomes.map((outcome) => outcome.probability),
  );
  for (const { next, reward } of outcomes) {
    if (!(Number.isInteger(next) && next >= 0 && next < states)) {
      throw new RangeError(`${pair} leads to state ${next}, expected one of 0 to ${states - 1}`);
    }
    if (!Number.isFinite(reward)) throw new RangeError(`${pair} has reward ${reward}, expected a finite number`);
  }
}

function checkDistribution(what: string, probabilities: ArrayLike<number> & Iterable<number>): void {
  let sum = 0;
  for (const probability of probabilities) {
    if (!(probability >= 0)) throw new RangeError(`${what} has probability ${probability}, expected 0 to 1`);
    sum += probability;
  }
  if (!(Math.abs(sum - 1) <= ROUNDING)) throw new RangeError(`probabilities of ${what} sum to ${sum}, expected 1`);
}
