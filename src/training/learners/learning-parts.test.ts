import { beforeAll, describe, expect, it } from 'vitest';
import type { Dynamics } from '../../environments/physics.ts';
import { makeTask } from '../../environments/registry.ts';
import { defaultTraining } from '../../config/playground-config.ts';
import { StreamDealer } from '../../math/random.ts';
import { drawTransitions } from '../experience/minibatch.ts';
import { Normaliser } from '../experience/normaliser.ts';
import { Replay } from '../experience/replay.ts';
import { VectorEnv } from '../experience/vector-env.ts';
import { Adam } from '../nets/adam.ts';
import { logStdSlope, meanOf, outputOfStd, stdOf } from '../nets/gaussian.ts';
import { Network } from '../nets/network.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { fitGaussian, meanGaussianDivergence } from './gaussian-fit.ts';

describe('Adam', () => {
  it('steps as its paper writes it', () => {
    const adam = new Adam(1);
    const weights = Float32Array.of(1);
    let [w, m, v] = [1, 0, 0];
    for (let t = 1; t <= 50; t += 1) {
      const slope = Math.sin(t) + 0.3;
      adam.step(weights, Float32Array.of(slope), 0.01);
      m = 0.9 * m + 0.1 * slope;
      v = 0.999 * v + 0.001 * slope * slope;
      w -= (0.01 * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
      expect(weights[0]).toBeCloseTo(w, 4);
    }
  });

  it('cuts the gradient to a norm, and goes on from a copy as it would have', () => {
    const [one, other] = [new Adam(2), new Adam(2)];
    const [a, b] = [new Float32Array(2), new Float32Array(2)];
    one.step(a, Float32Array.of(30, 40), 0.1, 5);
    other.step(b, Float32Array.of(3, 4), 0.1);
    expect([...a].map((x) => x.toFixed(6))).toEqual([...b].map((x) => x.toFixed(6)));
    const twin = one.copy();
    const c = a.slice();
    one.step(a, Float32Array.of(1, -1), 0.1);
    twin.step(c, Float32Array.of(1, -1), 0.1);
    expect(c).toEqual(a);
  });
});

describe('the scale of observations', () => {
  it('takes means to 0 and spreads to 1, once it is settled, and cuts what is far out', () => {
    const scale = new Normaliser(2);
    const { uniform } = new StreamDealer(1).next();
    const all = Array.from({ length: 2000 }, () => [10 + 4 * uniform(), -0.5 + 0.1 * uniform()] as const);
    for (const observation of all) scale.count(observation, 0);
    const out = new Float64Array(2);
    scale.normalise(all[0]!, 0, out, 0);
    expect([...out]).toEqual([...all[0]!].map((x) => Math.min(10, x)));
    scale.settle();
    const seen = all.map((observation) => {
      scale.normalise(observation, 0, out, 0);
      return [...out];
    });
    for (const i of [0, 1]) {
      const mean = seen.reduce((sum, x) => sum + x[i]!, 0) / seen.length;
      const square = seen.reduce((sum, x) => sum + x[i]! ** 2, 0) / seen.length;
      expect(mean).toBeCloseTo(0, 9);
      expect(square).toBeCloseTo(1, 9);
    }
    scale.normalise([1e6, -1e6], 0, out, 0);
    expect([...out]).toEqual([10, -10]);
  });
});

describe('the replay buffer', () => {
  /** Writes steps whose reward says which they are: environment + 100 · time. */
  function filled(steps: number, capacity: number): Replay {
    const replay = new Replay(2, 1, 1, capacity);
    for (let t = 0; t < steps; t += 1) {
      for (const environment of [0, 1]) {
        // the buffer may grow: its arrays are looked up afterwards
        const place = replay.push();
        replay.reward[place] = environment + 100 * t;
      }
    }
    return replay;
  }

  it.each([
    [5, 100],
    [3000, 10_000],
    [700, 64],
  ])('follows each environment in time, and never past what is known (%i steps, room for %i)', (steps, capacity) => {
    const replay = filled(steps, capacity);
    expect(replay.length).toBe(Math.min(2 * steps, capacity));
    let newest = 0;
    for (let place = 0; place < replay.length; place += 1) {
      if (replay.follows(place)) expect(replay.reward[replay.after(place)]).toBe(replay.reward[place]! + 100);
      else newest += 1;
    }
    expect(newest).toBe(2);
  });

  it('sums a few rewards, and stops where an episode stops', () => {
    const replay = filled(50, 100);
    replay.ending[replay.push()] = 1;
    replay.ending[replay.push()] = 2;
    const scale = new Normaliser(1);
    const sum = (place: number): [number, number] => {
      const uniform = (): number => (place + 0.5) / replay.length;
      // a full ring: places count from its beginning
      const { reward, discount } = drawTransitions(
        replay,
        scale,
        { minibatch: 1, gamma: 0.5, returnSteps: 3 },
        uniform,
      );
      return [reward[0]!, discount[0]!];
    };
    expect(sum(20)).toEqual([1000 + 0.5 * 1100 + 0.25 * 1200, 0.125]);
    // the two last ones: ended by itself, and cut off
    expect(sum(0)).toEqual([0, 0]);
    expect(sum(1)).toEqual([1, 0.5]);
  });

  it('goes back to what it was, unless that is gone', () => {
    const replay = filled(20, 100);
    expect(replay.keeps(10)).toBe(true);
    replay.restore(10);
    expect(replay.written).toBe(10);
    const full = filled(200, 100);
    expect(full.keeps(390)).toBe(false);
    expect(full.keeps(0)).toBe(true);
  });
});

describe('the Gaussian', () => {
  it('has bounded means and spreads, and slopes that are theirs', () => {
    for (const x of [-30, -2, -0.1, 0, 0.4, 3, 30]) {
      expect(meanOf(x)).toBeCloseTo(Math.tanh(x), 12);
      expect(stdOf(x)).toBeGreaterThanOrEqual(0.05 - 1e-12);
      expect(stdOf(x)).toBeLessThanOrEqual(1 + 1e-12);
      const slope = (Math.log(stdOf(x + 1e-6)) - Math.log(stdOf(x - 1e-6))) / 2e-6;
      expect(logStdSlope(x)).toBeCloseTo(slope, 5);
    }
    for (const spread of [0.06, 0.3, 0.9]) expect(stdOf(outputOfStd(spread))).toBeCloseTo(spread, 10);
  });

  it('has the divergence that integrating gives', () => {
    const [now, old] = [
      [0.3, outputOfStd(0.4)],
      [-0.1, outputOfStd(0.5)],
    ] as const;
    const density = (x: number, [m, s]: readonly [number, number]): number =>
      Math.exp(-((x - meanOf(m)) ** 2) / (2 * stdOf(s) ** 2)) / (stdOf(s) * Math.sqrt(2 * Math.PI));
    let sum = 0;
    for (let x = -5; x < 5; x += 1e-3) sum += 1e-3 * density(x, now) * Math.log(density(x, now) / density(x, old));
    expect(meanGaussianDivergence(now, old, 1)).toBeCloseTo(sum, 6);
  });
});

describe('the fit of a Gaussian', () => {
  beforeAll(prepareTestBackend);

  it('comes to the weighted mean and spread of its particles where nothing holds it back', () => {
    const network = new Network([1, 8, 2], new StreamDealer(5).next(), 0.01);
    const seen = Float32Array.of(1);
    const drawn = Float64Array.of(-0.2, 0.1, 0.4, 0.7);
    const target = Float64Array.of(0, 0.25, 0.5, 0.25);
    const training = { ...defaultTraining('pendulum'), meanBound: 10, spreadBound: 10, policyRate: 0.003 };
    // the spread is fitted about the old mean: begin with the right one
    const mean = 0.4;
    const old = Float32Array.of(Math.atanh(mean), outputOfStd(0.5));
    const penalty = { mean: 0, std: 0 };
    for (let n = 0; n < 3000; n += 1) {
      penalty.mean = penalty.std = 0;
      fitGaussian(network, { inputs: seen, old, drawn, target }, penalty, training);
    }
    const output = network.forward(seen, 1);
    expect(meanOf(output[0]!)).toBeCloseTo(mean, 2);
    const variance = drawn.reduce((sum, x, i) => sum + target[i]! * (x - mean) ** 2, 0);
    expect(stdOf(output[1]!)).toBeCloseTo(Math.sqrt(variance), 2);
    network.dispose();
  });

  it('raises its penalties until it stays within its bounds', () => {
    const network = new Network([1, 8, 2], new StreamDealer(5).next(), 0.01);
    const seen = Float32Array.of(1);
    const old = network.forward(seen, 1).slice();
    const penalty = { mean: 1, std: 1 };
    const training = { ...defaultTraining('pendulum'), meanBound: 0.01, spreadBound: 0.01, policyRate: 0.003 };
    for (let n = 0; n < 2000; n += 1) {
      const particles = { drawn: Float64Array.of(0.9, 0.95), target: Float64Array.of(0.5, 0.5) };
      fitGaussian(network, { inputs: seen, old, ...particles }, penalty, training);
    }
    expect(penalty.mean).toBeGreaterThan(1);
    expect(meanGaussianDivergence(network.forward(seen, 1), old, 1)).toBeLessThan(0.04);
    network.dispose();
  });
});

describe('actors', () => {
  const world = makeTask('pendulum', {});

  /** A made-up task whose reward is 1, and which ends at a state. */
  const counting = (end: number, reward = 1): Dynamics => ({
    reset: (_, state) => state.fill(0),
    step: (state, _, next) => {
      next[0] = state[0]! + 1;
      next[1] = 0;
      return reward;
    },
    terminated: (state) => state[0]! >= end,
    dispose: () => {},
  });

  it('record episodes whole, and tell one that ended from one that was cut off', () => {
    for (const [end, ending, steps] of [
      [7, 1, 7],
      [Infinity, 2, world.horizon],
    ] as const) {
      const actors = new VectorEnv(world, counting(end), 2, () => 0);
      expect(actors.meanReturn).toBeNaN();
      const endings: number[] = [];
      for (let n = 0; n < steps; n += 1) {
        for (const environment of [0, 1])
          endings.push(
            actors.step(
              environment,
              [0],
              () => 0,
              () => {},
            ).ending,
          );
      }
      expect(endings.filter((e) => e !== 0)).toEqual([ending, ending]);
      expect(actors.latest).toMatchObject({ total: steps, steps });
      expect(actors.latest!.states).toHaveLength(2 * (steps + 1));
      expect(actors.meanReturn).toBe(steps);
      expect(actors.state(0)[0]).toBe(0);
    }
  });

  it('say in a sentence that a simulation exploded', () => {
    const actors = new VectorEnv(world, counting(Infinity, NaN), 1, () => 0);
    expect(() =>
      actors.step(
        0,
        [0],
        () => 0,
        () => {},
      ),
    ).toThrow('The simulation exploded: a reward of NaN came back, expected a finite number.');
  });
});
