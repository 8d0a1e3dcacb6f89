import { describe, expect, it } from 'vitest';
import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import type { PolicyHead } from '../../methods/gradient/network-rule.ts';
import { categoricalHead, gaussianHead } from './heads.ts';

const heads: readonly (readonly [string, PolicyHead])[] = [
  ['categorical', categoricalHead(4)],
  ['gaussian', gaussianHead(2)],
];

describe.each(heads)('a %s head', (kind, head) => {
  const { uniform } = new StreamDealer(3).next();
  const row = Float64Array.from({ length: head.outputs }, () => 2 * uniform() - 1);
  const other = row.map((x) => x + uniform() - 0.5);
  const action = new Float64Array(head.actionSize);
  head.draw(row, 0, uniform, normals({ uniform }), action, 0);

  /** ∂f/∂output by central differences. */
  const differences = (f: (output: Float64Array) => number): number[] =>
    [...row].map((_, i) => {
      const [up, down] = [1e-5, -1e-5].map((by) => f(row.map((x, j) => (j === i ? x + by : x))));
      return (up! - down!) / 2e-5;
    });

  it('has the slope of ln π(a), and adds it with its factor', () => {
    const expected = differences((output) => head.logProbability(output, 0, action, 0));
    const slopes = new Float32Array(head.outputs).fill(1);
    head.addSlope(row, 0, action, 0, 2, slopes);
    expected.forEach((slope, i) => expect(slopes[i]!).toBeCloseTo(1 + 2 * slope, 4));
  });

  it('has the slope of the entropy', () => {
    // H = −E ln π: of a softmax by its sum; of Gaussians Σ ln σ and a constant
    const entropy = (output: Float64Array): number => {
      if (kind === 'gaussian') {
        const middle = new Float64Array(head.actionSize);
        head.draw(output, 0, uniform, () => 0, middle, 0);
        return -head.logProbability(output, 0, middle, 0);
      }
      return Array.from({ length: head.outputs }, (_, a) => {
        const log = head.logProbability(output, 0, Float64Array.of(a), 0);
        return -Math.exp(log) * log;
      }).reduce((sum, part) => sum + part, 0);
    };
    const slopes = new Float32Array(head.outputs);
    head.addEntropySlope(row, 0, 1, slopes);
    differences(entropy).forEach((slope, i) => expect(slopes[i]!).toBeCloseTo(slope, 4));
  });

  it('measures a divergence that is 0 at home and above it elsewhere, E ln (π/π′) under π', () => {
    expect(head.divergence(row, row, 0)).toBeCloseTo(0, 12);
    const normal = normals({ uniform });
    const drawn = new Float64Array(head.actionSize);
    let mean = 0;
    const count = 40_000;
    for (let n = 0; n < count; n += 1) {
      head.draw(row, 0, uniform, normal, drawn, 0);
      mean += (head.logProbability(row, 0, drawn, 0) - head.logProbability(other, 0, drawn, 0)) / count;
    }
    const divergence = head.divergence(row, other, 0);
    expect(divergence).toBeGreaterThan(0.005);
    expect(Math.abs(divergence - mean)).toBeLessThan(0.02);
  });

  it('has the Fisher matrix that the divergence curves by', () => {
    const direction = Float32Array.from({ length: head.outputs }, () => uniform() - 0.5);
    const out = new Float32Array(head.outputs);
    head.fisher(row, 0, direction, out);
    // KL(π‖π_{x + h v}) ≈ ½ h² vᵀ F v
    const h = 1e-3;
    const along = head.divergence(
      row,
      row.map((x, i) => x + h * direction[i]!),
      0,
    );
    const back = head.divergence(
      row,
      row.map((x, i) => x - h * direction[i]!),
      0,
    );
    const curved = direction.reduce((sum, v, i) => sum + v * out[i]!, 0);
    expect((along + back) / (h * h)).toBeCloseTo(curved, 4);
  });
});
