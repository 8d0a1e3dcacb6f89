import { beforeAll, describe, expect, it } from 'vitest';
import { defaultTraining } from '../../config/playground-config.ts';
import { StreamDealer, type Stream } from '../../math/random.ts';
import { fitGaussian, meanGaussianDivergence, meanGaussianEntropy, type FitPenalty } from './gaussian-fit.ts';
import { meanOf, outputOfStd, stdOf } from '../nets/gaussian.ts';
import { Network } from '../nets/network.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';

const STATES = 3;
const PARTICLES = 5;
const D = 2;
const training = defaultTraining('pendulum');

/** A network that keeps the slopes that it should learn from, and learns nothing. */
class Watched extends Network {
  slopes = new Float32Array(0);

  override learn(slopes: Float32Array): void {
    this.slopes = slopes.slice();
  }
}

interface Fit {
  readonly old: Float64Array;
  readonly drawn: Float64Array;
  readonly target: Float64Array;
  readonly penalty: FitPenalty;
}

function made({ uniform }: Stream, penalty: FitPenalty): Fit {
  const raw = Float64Array.from({ length: STATES * PARTICLES }, () => uniform() ** 2);
  const target = raw.map((weight, at) => {
    const from = Math.floor(at / PARTICLES) * PARTICLES;
    return weight / raw.subarray(from, from + PARTICLES).reduce((sum, x) => sum + x, 0);
  });
  return {
    old: Float64Array.from({ length: STATES * 2 * D }, () => 2 * uniform() - 1),
    drawn: Float64Array.from({ length: STATES * PARTICLES * D }, () => 3 * uniform() - 1.5),
    target,
    penalty,
  };
}

/** One particle that has all the weight. */
const one = { drawn: Float64Array.of(0), target: Float64Array.of(1) };

const logDensity = (x: number, mean: number, std: number): number =>
  -((x - mean) ** 2) / (2 * std ** 2) - Math.log(std) - 0.5 * Math.log(2 * Math.PI);

/** KL(p‖q) between Gaussians, from a textbook. */
const divergence = (m: number, s: number, n: number, t: number): number =>
  Math.log(t / s) + (s * s + (m - n) ** 2) / (2 * t * t) - 0.5;

/** What one step descends: minus the weighted likelihood, mean and std apart, plus the penalised divergences. */
function lossOf({ old, drawn, target, penalty }: Fit, output: ArrayLike<number>): number {
  let loss = 0;
  for (let s = 0; s < STATES; s += 1) {
    for (let part = 0; part < D; part += 1) {
      const at = s * 2 * D + part;
      const [mean, std] = [meanOf(output[at]!), stdOf(output[at + D]!)];
      const [was, wide] = [meanOf(old[at]!), stdOf(old[at + D]!)];
      for (let i = 0; i < PARTICLES; i += 1) {
        const weight = target[s * PARTICLES + i]!;
        const x = drawn[(s * PARTICLES + i) * D + part]!;
        loss -= weight * (logDensity(x, mean, wide) + logDensity(x, was, std));
      }
      loss += penalty.mean * divergence(was, wide, mean, wide) + penalty.std * divergence(was, wide, was, std);
    }
  }
  return loss / STATES;
}

beforeAll(prepareTestBackend);

describe('the fit of a Gaussian to particles', () => {
  it.each([
    [0, 0],
    [1, 1],
    [30, 0.2],
    [0.01, 50],
  ])('descends the weighted likelihood less its penalties (%d for the mean, %d for the std)', (mean, std) => {
    const dealer = new StreamDealer(3);
    const fit = made(dealer.next(), { mean, std });
    const { uniform } = dealer.next();
    const network = new Watched([4, 6, 2 * D], dealer.next(), 1);
    const seen = Float32Array.from({ length: STATES * 4 }, () => 2 * uniform() - 1);
    const output = Float64Array.from(network.forward(seen, STATES));
    fitGaussian(network, { inputs: seen, ...fit }, { ...fit.penalty }, training);
    expect(network.slopes).toHaveLength(output.length);
    output.forEach((own, i) => {
      const slope = [1e-5, -1e-5].map((step) => {
        output[i] = own + step;
        return lossOf(fit, output);
      });
      output[i] = own;
      const wanted = (slope[0]! - slope[1]!) / 2e-5;
      expect(Math.abs(network.slopes[i]! - wanted) / Math.max(1, Math.abs(wanted)), `output ${i}`).toBeLessThan(1e-5);
    });
    network.dispose();
  });

  it('raises a penalty while its own bound is broken, and lowers it while it is kept, each by itself', () => {
    const dealer = new StreamDealer(4);
    const network = new Watched([1, 4, 2], dealer.next(), 0);
    const { bias } = network.layout.offsets.at(-1)!;
    network.weights.set([Math.atanh(0.2), outputOfStd(0.3)], bias);
    const seen = Float32Array.of(1);
    const bounds = { ...training, meanBound: 0.01, spreadBound: 0.01 };
    const after = (mean: number, std: number): FitPenalty => {
      const penalty = { mean: 1, std: 1 };
      const old = [Math.atanh(mean), outputOfStd(std)];
      fitGaussian(network, { inputs: seen, old, ...one }, penalty, bounds);
      return penalty;
    };
    expect(after(0.2, 0.3)).toEqual({ mean: 1 / 1.05, std: 1 / 1.05 });
    expect(after(-0.2, 0.3)).toEqual({ mean: 1.05, std: 1 / 1.05 });
    expect(after(0.2, 0.6)).toEqual({ mean: 1 / 1.05, std: 1.05 });
    // (0.2 − 0.24)² / (2 · 0.3²) = 0.0089, (0.2 − 0.25)² / (2 · 0.3²) = 0.0139
    expect(after(0.24, 0.3).mean).toBeLessThan(1);
    expect(after(0.25, 0.3).mean).toBeGreaterThan(1);
    network.dispose();
  });

  it('never lets a penalty leave its range', () => {
    const network = new Watched([1, 4, 2], new StreamDealer(4).next(), 0);
    const run = (old: readonly number[], penalty: FitPenalty): FitPenalty => {
      fitGaussian(network, { inputs: Float32Array.of(1), old, ...one }, penalty, training);
      return penalty;
    };
    expect(run([2, 3], { mean: 1e4, std: 1e4 })).toEqual({ mean: 1e4, std: 1e4 });
    expect(run([0, 0], { mean: 1e-4, std: 1e-4 })).toEqual({ mean: 1e-4, std: 1e-4 });
    network.dispose();
  });
});

describe('divergence and entropy of Gaussian policies', () => {
  const dealer = new StreamDealer(8);
  const { uniform } = dealer.next();
  const outputs = (): Float64Array => Float64Array.from({ length: STATES * 2 * D }, () => 4 * uniform() - 2);

  it('are sums over components and means over states of what integrating gives', () => {
    const [now, old] = [outputs(), outputs()];
    let kl = 0;
    let entropy = 0;
    for (let s = 0; s < STATES; s += 1) {
      for (let part = 0; part < D; part += 1) {
        const at = s * 2 * D + part;
        const [mean, std] = [meanOf(now[at]!), stdOf(now[at + D]!)];
        const step = std / 200;
        for (let x = mean - 10 * std; x < mean + 10 * std; x += step) {
          const own = logDensity(x, mean, std);
          const other = logDensity(x, meanOf(old[at]!), stdOf(old[at + D]!));
          kl += (step * Math.exp(own) * (own - other)) / STATES;
          entropy -= (step * Math.exp(own) * own) / (STATES * D);
        }
      }
    }
    expect(meanGaussianDivergence(now, old, STATES)).toBeCloseTo(kl, 8);
    expect(meanGaussianEntropy(now, STATES)).toBeCloseTo(entropy, 8);
  });

  it('are 0 between a policy and itself, and above 0 between any two others', () => {
    for (let n = 0; n < 100; n += 1) {
      const [now, old] = [outputs(), outputs()];
      expect(Math.abs(meanGaussianDivergence(now, now, STATES))).toBeLessThan(1e-14);
      expect(meanGaussianDivergence(now, old, STATES)).toBeGreaterThan(0);
    }
  });
});
