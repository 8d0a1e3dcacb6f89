import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linearProgram, type Constraint, type Terms } from '../../math/testing-linear-program.ts';
import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import { outputOfStd } from '../nets/gaussian.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { matrixOf } from '../../trust-regions/cost.ts';
import {
  agreement,
  distances,
  drawPairs,
  drawParticles,
  evenPart,
  measureParticles,
  type Particles,
} from './particles.ts';
import { TwinCritics } from './twin-critics.ts';

const STATES = 3;
const N = 6;
const SCALE = 7;

let critics: TwinCritics;

beforeAll(async () => {
  await prepareTestBackend();
  critics = new TwinCritics(2, 1, [8], new StreamDealer(1));
  critics.unit = SCALE;
});
afterAll(() => critics.dispose());

const seen = Float32Array.of(0.1, 0.2, -1, 0.5, 2, -2);
/** Means 0, 0.3, 0.6 and spreads 0.2, 0.4, 0.6. */
const outputs = Float64Array.from([0, 1, 2].flatMap((s) => [Math.atanh(0.3 * s), outputOfStd(0.2 + 0.2 * s)]));

const drawn = (seed: number): Particles =>
  drawParticles({ states: STATES, inputs: seen, outputs }, N, critics, normals(new StreamDealer(seed).next()));

describe('particles', () => {
  it('are the old policy’s own draws, acted at the edge of the box where they lie outside', () => {
    const { drawn: points, action } = drawn(2);
    const normal = normals(new StreamDealer(2).next());
    points.forEach((point, at) => {
      const s = Math.floor(at / N);
      expect(point).toBeCloseTo(0.3 * s + (0.2 + 0.2 * s) * normal(), 12);
      expect(action[at]).toBe(Math.fround(Math.min(1, Math.max(-1, point))));
    });
    expect(points.some((point) => Math.abs(point) > 1)).toBe(true);
  });

  it('hold even mass, and advantages that average to 0 at each state, in units of reward', () => {
    const { problem, action } = drawn(2);
    expect([...problem.weight]).toEqual(Array.from({ length: STATES }, () => 1 / STATES));
    for (let s = 0; s < STATES; s += 1) {
      const own = problem.advantage.subarray(s * N, (s + 1) * N);
      expect(own.reduce((sum, a) => sum + a, 0)).toBeCloseTo(0, 6);
      expect(problem.policy.subarray(s * N, (s + 1) * N).every((p) => p === 1 / N)).toBe(true);
      const rows = Float32Array.from({ length: N * 2 }, (_, i) => seen[s * 2 + (i % 2)]!);
      const value = critics.value(rows, action.slice(s * N, (s + 1) * N), N);
      own.forEach((a, i) => expect(a - own[0]!).toBeCloseTo(SCALE * (value[i]! - value[0]!), 5));
    }
  });

  it('cost to move what lies between them in a box with sides of 1: from none to √D', () => {
    const corners = Float32Array.of(-1, -1, 1, 1, 1, -1, 0, 0);
    const cost = distances(corners, corners, 1, 4);
    const wanted = [0, Math.SQRT2, 1, Math.SQRT1_2];
    wanted.forEach((distance, j) => expect(cost[j]).toBeCloseTo(distance, 14));
    for (let i = 0; i < 4; i += 1) {
      expect(cost[i * 4 + i]).toBe(0);
      for (let j = 0; j < 4; j += 1) expect(cost[i * 4 + j]).toBe(cost[j * 4 + i]);
    }
    // from one set to another: half of it would not say all
    expect(distances(corners, corners.slice(), 1, 4)).toEqual(cost);
    expect([...distances(Float32Array.of(1, -1), Float32Array.of(0, 0.5), 1, 2)]).toEqual([0.5, 0.25, 0.5, 0.75]);
  });
});

describe('particles in pairs', () => {
  it.each([6, 5])('lie about the mean of the old policy, the odd one on it (%i)', (n) => {
    const { drawn: points, action } = drawPairs({ states: STATES, outputs }, n, normals(new StreamDealer(2).next()));
    const spread: number[] = [];
    for (let s = 0; s < STATES; s += 1) {
      const own = points.subarray(s * n, (s + 1) * n);
      for (let i = 0; i + 1 < n; i += 2) expect(own[i]! + own[i + 1]!).toBeCloseTo(0.6 * s, 12);
      if (n % 2 === 1) expect(own[n - 1]).toBeCloseTo(0.3 * s, 12);
      spread.push(...own.map((point) => (point - 0.3 * s) / (0.2 + 0.2 * s)));
    }
    expect(new Set(spread.map((z) => Math.abs(z).toFixed(9))).size).toBe(STATES * Math.floor(n / 2) + (n % 2));
    action.forEach((acted, at) => expect(acted).toBe(Math.fround(Math.min(1, Math.max(-1, points[at]!)))));
  });

  it('have an even part that a slope has none of, and a ridge is', () => {
    const z = [0.5, -0.5, 2, -2, 0];
    for (const n of [4, 5]) {
      const own = z.slice(0, n);
      const all = Float64Array.from([...own, ...own]);
      expect([...evenPart(all, n)].every((part) => part === 0)).toBe(true);
      const ridge = all.map((x) => x * x);
      expect(evenPart(ridge, n)).toEqual(ridge);
    }
  });
});

describe('the agreement of two valuings', () => {
  it('is 1 up to a unit and what each state is worth, −1 for the opposite, and NaN where one says nothing', () => {
    const one = Float64Array.of(1, 2, 4, 0, 5, 1);
    const other = one.map((value, at) => 3 * value + (at < 3 ? 100 : -7));
    expect(agreement(one, other, 3)).toBeCloseTo(1, 12);
    expect(
      agreement(
        one,
        one.map((value) => -value),
        3,
      ),
    ).toBeCloseTo(-1, 12);
    expect(agreement(one, new Float64Array(6).fill(2), 3)).toBeNaN();
  });

  it('is the correlation of what is left of both when the states’ means are gone', () => {
    const one = Float64Array.of(1, -1, 0, 0);
    expect(agreement(one, Float64Array.of(1, -1, 1, -1), 2)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(agreement(one, Float64Array.of(0, 0, 1, -1), 2)).toBe(0);
  });
});

describe('measures by particles', () => {
  const even = new Float64Array(STATES * N).fill(1 / N);
  const measured = (seed: number, again: number, target: Float64Array, lambda = 20) =>
    measureParticles(
      { states: STATES, outputs },
      { action: drawn(seed).action, target },
      lambda,
      normals(new StreamDealer(again).next()),
    );

  it('are 0 where the fitted policy draws the very particles, and its target left them their mass', () => {
    const { wasserstein, fitError } = measured(2, 2, even);
    expect(wasserstein).toBeLessThan(1e-7);
    expect(fitError).toBeLessThan(1e-7);
  });

  it('are above 0 where it draws others, or where mass was moved', () => {
    expect(measured(2, 3, even).wasserstein).toBeGreaterThan(0.01);
    const moved = Float64Array.from({ length: STATES * N }, (_, at) => (at % N === 0 ? 1 : 0));
    const { wasserstein, fitError } = measured(2, 2, moved);
    expect(wasserstein).toBeLessThan(1e-7);
    // all mass on the first particle: to be shared evenly, it takes every way there is
    const { problem } = drawn(2);
    let mean = 0;
    for (let s = 0; s < STATES; s += 1) {
      for (let i = 0; i < N; i += 1) mean += matrixOf(problem.cost, s, N)[i * N]! / N / STATES;
    }
    expect(fitError).toBeCloseTo(mean, 6);
  });

  it('lie as far below the Wasserstein distance, entropically, as λ says at most', () => {
    const { wasserstein } = measured(2, 3, even);
    for (const lambda of [5, 50, 500]) {
      const { sinkhorn } = measured(2, 3, even, lambda);
      expect(sinkhorn).toBeLessThan(wasserstein);
      // no plan between even rows has more entropy than 2 ln n
      expect(sinkhorn).toBeGreaterThan(wasserstein - (2 * Math.log(N)) / lambda - 1e-9);
    }
  });

  it('are what a linear program over all couplings gives', () => {
    const own = drawn(2);
    const target = Float64Array.from({ length: STATES * N }, (_, at) => (2 * ((at % N) + 1)) / (N * (N + 1)));
    const normal = normals(new StreamDealer(9).next());
    const { action: fitted } = drawParticles({ states: STATES, inputs: seen, outputs }, N, critics, normal);
    const cost = distances(fitted, own.action, STATES, N);
    let best = 0;
    for (let s = 0; s < STATES; s += 1) {
      const price: [number, string][] = [];
      const constraints: Constraint[] = [];
      for (let i = 0; i < N; i += 1) {
        const [row, column]: Terms[] = [
          Array.from({ length: N }, (_, j) => [1, `q${i}_${j}`] as const),
          Array.from({ length: N }, (_, j) => [1, `q${j}_${i}`] as const),
        ];
        constraints.push({ terms: row!, relation: '=', bound: 1 / N });
        constraints.push({ terms: column!, relation: '=', bound: target[s * N + i]! });
        for (let j = 0; j < N; j += 1) price.push([cost[(s * N + i) * N + j]!, `q${i}_${j}`]);
      }
      best += linearProgram('Minimize', price, constraints).value / STATES;
    }
    expect(measured(2, 9, target).fitError).toBeCloseTo(best, 8);
  });
});
