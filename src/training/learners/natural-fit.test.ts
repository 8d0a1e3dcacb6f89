import { beforeAll, describe, expect, it } from 'vitest';
import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import { meanOf, stdOf } from '../nets/gaussian.ts';
import { gaussianHead } from '../nets/heads.ts';
import { Network } from '../nets/network.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { fitNaturally } from './natural-fit.ts';
import { drawPairs } from './particles.ts';
import { widenAtFirst } from './policy.ts';

const STATES = 24;
const N = 6;
const head = gaussianHead(1);

beforeAll(prepareTestBackend);

/** A policy at states of its own, one step of the fit later. @param worth of an action, a share of the mass more or less */
function fitted(shift: (z: number) => number, even: (z: number) => number, bound: number) {
  const dealer = new StreamDealer(4);
  const network = new Network([2, 8, 2], dealer.next(), 0.1);
  widenAtFirst(network);
  const normal = normals(dealer.next());
  const inputs = Float32Array.from({ length: STATES * 2 }, normal);
  const old = network.forward(inputs, STATES).slice();
  const { drawn } = drawPairs({ states: STATES, outputs: old }, N, normal);
  const weights = (of: (z: number) => number): Float64Array =>
    drawn.map((action, at) => {
      const s = Math.floor(at / N);
      return (1 + of((action - meanOf(old[2 * s]!)) / stdOf(old[2 * s + 1]!))) / N;
    });
  const before = network.weights.slice();
  const kl = fitNaturally(network, head, { inputs, drawn, target: weights(shift), even: weights(even) }, bound);
  const now = network.forward(inputs, STATES).slice();
  const moved = !network.weights.every((weight, i) => weight === before[i]);
  network.dispose();
  let measured = 0;
  let mean = 0;
  let std = 0;
  for (let s = 0; s < STATES; s += 1) {
    measured += head.divergence(old, now, 2 * s) / STATES;
    mean += (meanOf(now[2 * s]!) - meanOf(old[2 * s]!)) / STATES;
    std += (stdOf(now[2 * s + 1]!) - stdOf(old[2 * s + 1]!)) / STATES;
  }
  return { kl, measured, mean, std, moved };
}

const none = (): number => 0;

describe('the natural-gradient fit', () => {
  it.each([0.001, 0.02])('goes as far as its bound of %f, and no further', (bound) => {
    const { kl, measured } = fitted((z) => 0.3 * z, none, bound);
    expect(kl).toBeCloseTo(measured, 12);
    expect(kl).toBeLessThanOrEqual(bound * 1.0001);
    expect(kl).toBeGreaterThan(bound / 2);
  });

  it('moves the mean to where the weights went, and leaves the spread to the even weights', () => {
    for (const sign of [1, -1]) {
      const { mean, std } = fitted((z) => 0.3 * sign * z, none, 0.01);
      expect(sign * mean).toBeGreaterThan(0.02);
      // what the network's shared layers drag along
      expect(Math.abs(std)).toBeLessThan(Math.abs(mean) / 5);
    }
    for (const sign of [1, -1]) {
      const { mean, std } = fitted(none, (z) => 0.3 * sign * (z * z - 1), 0.01);
      expect(sign * std).toBeGreaterThan(0.02);
      expect(Math.abs(mean)).toBeLessThan(Math.abs(std) / 5);
    }
  });

  it('stays where all weights are even', () => {
    expect(fitted(none, none, 0.02)).toMatchObject({ kl: 0, measured: 0, moved: false });
  });
});
