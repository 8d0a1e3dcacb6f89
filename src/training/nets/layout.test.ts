import { expect, it } from 'vitest';
import { StreamDealer } from '../../math/random.ts';
import { initialWeights, layoutOf } from './layout.ts';

it('lays weights and biases of all layers one behind the other, without a gap', () => {
  const { offsets, length } = layoutOf([3, 5, 2]);
  expect(offsets).toEqual([
    { weight: 0, bias: 15 },
    { weight: 20, bias: 30 },
  ]);
  expect(length).toBe(32);
});

it('begins with even weights of variance 1/in, with biases of 0, and with a last layer as small as is asked', () => {
  const sizes = [64, 100, 50];
  const layout = layoutOf(sizes);
  const weights = initialWeights(layout, new StreamDealer(1).next(), 0.1);
  layout.offsets.forEach(({ weight, bias }, l) => {
    const own = weights.subarray(weight, bias);
    const variance = (l === 1 ? 0.01 : 1) / sizes[l]!;
    const mean = own.reduce((sum, w) => sum + w, 0) / own.length;
    const square = own.reduce((sum, w) => sum + w * w, 0) / own.length;
    // five standard errors of an even distribution
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / own.length));
    expect(Math.abs(square / variance - 1)).toBeLessThan(5 * Math.sqrt(0.8 / own.length));
    expect(Math.max(...own.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(3 * variance) * (1 + 1e-6));
    expect(weights.subarray(bias, bias + sizes[l + 1]!).every((b) => b === 0)).toBe(true);
  });
});
