import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureScale } from './picture-scale.ts';

const labels = (scale: 'linear' | 'log' | 'signed', values: readonly number[], count = 5): readonly string[] =>
  pictureScale({ label: '', scale }, values, [0, 200], count).ticks.map(({ label }) => label);

describe('an axis of a picture', () => {
  it('names powers of ten as such where their digits would be many', () => {
    expect(labels('log', [1e-9, 1])).toEqual(['10⁻⁹', '10⁻⁷', '10⁻⁵', '0.001', '0.1']);
  });

  it('has the numbers that are its own, where others mean nothing', () => {
    const axis = { label: 'error', scale: 'linear', ticks: [0, 0.1, 0.6] } as const;
    expect(pictureScale(axis, [0, 0.6], [0, 100], 3).ticks.map(({ label }) => label)).toEqual(['0', '0.1', '0.6']);
  });

  it('that is signed has 0 and both sides, in order and in the range', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, (given) => {
        const { place, ticks } = pictureScale({ label: '', scale: 'signed' }, given, [0, 200], 6);
        expect(ticks.map(({ value }) => value)).toContain(0);
        const places = ticks.map(({ value }) => place(value));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const at of [...places, ...given.map(place)]) {
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(200 + 1e-6);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('that is signed keeps what is small apart from 0, and from its opposite', () => {
    const { place } = pictureScale({ label: '', scale: 'signed' }, [-100, 100], [0, 200], 6);
    expect(place(-0.1)).toBeLessThan(place(0) - 5);
    expect(place(0.1)).toBeGreaterThan(place(0) + 5);
  });
});
