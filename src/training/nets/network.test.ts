import { beforeAll, expect, it } from 'vitest';
import { StreamDealer } from '../../math/random.ts';
import { Network } from './network.ts';
import { prepareTestBackend } from './testing-backend.ts';

const ROWS = 64;
const SIZES = [1, 16, 16, 1];

beforeAll(prepareTestBackend);

const inputs = Float32Array.from({ length: ROWS }, (_, k) => (4 * k) / ROWS - 2);

/** Some steps towards x ↦ sin 2x; gives the mean squared error before the last. */
function train(network: Network, steps: number): number {
  let loss = NaN;
  for (let n = 0; n < steps; n += 1) {
    const errors = network.forward(inputs, ROWS, true).map((y, k) => y - Math.sin(2 * inputs[k]!));
    loss = errors.reduce((sum, error) => sum + error * error, 0) / ROWS;
    network.learn(
      errors.map((error) => error / ROWS),
      0.01,
    );
  }
  return loss;
}

it('learns a curve', () => {
  const network = new Network(SIZES, new StreamDealer(1).next(), 0.1);
  expect(train(network, 1)).toBeGreaterThan(0.3);
  expect(train(network, 600)).toBeLessThan(0.005);
  network.dispose();
});

it('goes on from a snapshot as it went on before, to the last bit', () => {
  const network = new Network(SIZES, new StreamDealer(1).next(), 0.1);
  train(network, 20);
  const snapshot = network.snapshot();
  train(network, 20);
  const once = network.weights.slice();
  network.restore(snapshot);
  expect(network.weights).toEqual(snapshot.weights);
  train(network, 20);
  expect(network.weights).toEqual(once);
  // a snapshot may be gone back to more than once
  network.restore(snapshot);
  train(network, 20);
  expect(network.weights).toEqual(once);
  network.dispose();
});

it('answers with its new weights after each way of changing them', () => {
  const dealer = new StreamDealer(2);
  const network = new Network(SIZES, dealer.next(), 1);
  const other = new Network(SIZES, dealer.next(), 1);
  const wanted = other.forward(inputs, ROWS);
  const begin = network.snapshot();
  const first = network.forward(inputs, ROWS);
  network.follow(other.weights);
  expect(network.forward(inputs, ROWS)).toEqual(wanted);
  network.restore(begin);
  expect(network.forward(inputs, ROWS)).toEqual(first);
  network.dispose();
  other.dispose();
});

it('goes a share of the way towards another', () => {
  const dealer = new StreamDealer(2);
  const [own, other] = [new Network(SIZES, dealer.next(), 1), new Network(SIZES, dealer.next(), 1)];
  const before = own.weights.slice();
  own.track(other.weights, 0.25);
  own.weights.forEach((w, i) => expect(w).toBeCloseTo(0.75 * before[i]! + 0.25 * other.weights[i]!, 6));
  own.dispose();
  other.dispose();
});
