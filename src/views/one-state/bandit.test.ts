import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OneState } from '../../environments/one-state.ts';
import { placeOf, type Face } from '../../trust-regions/face.ts';
import { nearestShares, planeRange, rewardRange, rounded, sharesAt, withFewer, withMass, withMore } from './bandit.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const world: OneState = { rewards: [0, 0.7, 1], policy: [0.5, 0.3, 0.2], places: null };

describe('the bench', () => {
  it('rounds to steps without a tail of digits', () => {
    expect(rounded(0.1 + 0.2, 0.01)).toBe(0.3);
    expect(rounded(-0.001, 0.01)).toBe(0);
    expect(rounded(1.2345, 0.015)).toBe(1.23);
  });

  it('has room above the largest reward, and below the least', () => {
    expect(rewardRange([0, 0.7, 1])).toEqual([-0.75, 1.5]);
    expect(rewardRange([-100, 100])[1]).toBeGreaterThanOrEqual(100);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (rewards) => {
          const [low, high] = rewardRange(rewards);
          expect(rewards.every((reward) => reward >= low && reward <= high)).toBe(true);
        },
      ),
    );
  });

  it('shows every place', () => {
    expect(
      planeRange([
        [0, 0.5],
        [1, 0.5],
      ]),
    ).toEqual({ low: 0, side: 1 });
    expect(
      planeRange([
        [0, 0],
        [-3, 2],
      ]),
    ).toEqual({ low: -3, side: 6 });
    expect(
      planeRange([
        [100, 0],
        [-100, 2],
      ]),
    ).toEqual({ low: -100, side: 200 });
  });

  it('takes the nearest probabilities', () => {
    expect(nearestShares([0.2, 0.3, 0.5])).toEqual([0.2, 0.3, 0.5]);
    expect(nearestShares([2, -1, 0])).toEqual([1, 0, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 3 }), (wanted) => {
        const near = nearestShares(wanted);
        expect(near.every((p) => p >= 0)).toBe(true);
        expect(sum(near)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('finds the shares of a point again, to a hundredth', () => {
    const hundredths = fc.tuple(fc.nat(100), fc.nat(100)).filter(([b, c]) => b + c <= 100);
    fc.assert(
      fc.property(hundredths, ([b, c]) => {
        const { x, y } = placeOf([(100 - b - c) / 100, b / 100, c / 100]);
        const face: Face = [0, 2, 3];
        const found = sharesAt(face, x, y);
        expect(found).toEqual([(100 - b - c) / 100, b / 100, c / 100]);
        expect(sharesAt([0, 1], b / 100, 0.3)).toEqual([(100 - b) / 100, b / 100, 0]);
      }),
    );
    expect(sharesAt([0, 1, 2], 9, -9)).toEqual([0, 1, 0]);
  });

  it('gives an action a probability and leaves the others their proportions', () => {
    expect(withMass([0.5, 0.3, 0.2], 0, 0)).toEqual([0, 0.6, 0.4]);
    expect(withMass([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25]);
  });

  it('has an action more, and again one less', () => {
    const more = withMore({
      ...world,
      places: [
        [0, 0],
        [1, 0],
        [0.5, 0.8],
      ],
    });
    expect(more.rewards).toEqual([0, 0.7, 1, 0]);
    expect(more.policy).toEqual([0.375, 0.225, 0.15, 0.25]);
    expect(more.places).toHaveLength(4);
    expect(withFewer(more)).toEqual({
      ...world,
      places: [
        [0, 0],
        [1, 0],
        [0.5, 0.8],
      ],
    });
    expect(withMore({ ...world, policy: null })).toEqual({ rewards: [0, 0.7, 1, 0], policy: null, places: null });
  });

  it('stops at two and at six', () => {
    let one = world;
    for (let n = 0; n < 9; n += 1) one = withMore(one);
    expect(one.rewards).toHaveLength(6);
    for (let n = 0; n < 9; n += 1) one = withFewer(one);
    expect(one.rewards).toHaveLength(2);
    // who had it all is gone
    expect(withFewer({ rewards: [1, 2, 3], policy: [0, 0, 1], places: null }).policy).toBeNull();
  });
});
