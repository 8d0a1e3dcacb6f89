import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultTraining } from '../../config/playground-config.ts';
import { StreamDealer } from '../../math/random.ts';
import type { Transitions } from '../experience/minibatch.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { TwinCritics } from './twin-critics.ts';

const COUNT = 32;
const VALUE_SCALE = 4;
const training = { ...defaultTraining('pendulum'), criticRate: 0.01 };

let critics: TwinCritics;

beforeAll(prepareTestBackend);
beforeEach(() => {
  critics = new TwinCritics(2, 1, [16], new StreamDealer(1));
  critics.unit = VALUE_SCALE;
});
afterEach(() => critics.dispose());

const { uniform } = new StreamDealer(2).next();
const numbers = (length: number): Float32Array => Float32Array.from({ length }, () => 2 * uniform() - 1);
const [seen, action] = [numbers(COUNT * 2), numbers(COUNT)];

/** Steps that bring 3 for an action of 1 and −3 for one of −1, and lead to where they began. */
const steps = (discount: number): Transitions => ({
  count: COUNT,
  inputs: seen,
  action,
  reward: action.map((a) => 3 * a),
  nextInputs: seen,
  discount: new Float32Array(COUNT).fill(discount),
});

function learnt(discount: number, rounds: number): number {
  let loss = NaN;
  for (let n = 0; n < rounds; n += 1) loss = critics.learn(steps(discount), new Float32Array(COUNT).fill(1), training);
  return loss;
}

it('comes to the reward of steps that end an episode, in units of the value scale', () => {
  expect(learnt(0, 400)).toBeLessThan(0.001);
  critics
    .value(seen, action, COUNT)
    .forEach((q, k) => expect(Math.abs(q - (3 * action[k]!) / VALUE_SCALE)).toBeLessThan(0.1));
});

it('adds what follows where an episode goes on: r + γ Q(s′, a′)', () => {
  learnt(0.5, 1200);
  // after the first step always the action 1, worth 3 / (1 − 0.5)
  critics
    .value(seen, action, COUNT)
    .forEach((q, k) => expect(Math.abs(q * VALUE_SCALE - (3 * action[k]! + 0.5 * 6))).toBeLessThan(0.5));
});

it('values an action by the lesser of two opinions', () => {
  const { unit, critics: both } = critics.snapshot() as { unit: number; critics: readonly unknown[] };
  const lesser = critics.value(seen, action, COUNT);
  const alone = both.map((critic) => {
    critics.restore({ unit, critics: [critic, critic] });
    return critics.value(seen, action, COUNT);
  });
  expect(lesser).toEqual(alone[0]!.map((q, k) => Math.min(q, alone[1]![k]!)));
  expect(lesser).not.toEqual(alone[0]);
  expect(lesser).not.toEqual(alone[1]);
});

it('goes on from a snapshot as it went on before, target networks included', () => {
  learnt(0.5, 10);
  const snapshot = critics.snapshot();
  const loss = learnt(0.5, 10);
  const weights = critics.weights.slice();
  critics.restore(snapshot);
  expect(learnt(0.5, 10)).toBe(loss);
  expect(critics.weights).toEqual(weights);
});
