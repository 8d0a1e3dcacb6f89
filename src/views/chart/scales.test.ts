import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, scaleOver, ticksOf } from './scales.ts';

const sizes = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
);

describe('axes', () => {
  it.each([false, true])('have at least two labels, all different, for any values (log: %s)', (log) => {
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 6 }), fc.integer({ min: 2, max: 8 }), (values, count) => {
        const scale = scaleOver(log ? values.map(Math.abs) : values, [0, 100], log);
        const ticks = ticksOf(scale, count, log);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.every(({ label }) => label !== '' && label !== 'NaN')).toBe(true);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        const [low, high] = scale.domain() as [number, number];
        expect(low).toBeLessThan(high);
        for (const { value } of ticks) {
          expect(value).toBeGreaterThanOrEqual(low * (low < 0 ? 1 + 1e-9 : 1 - 1e-9));
          expect(value).toBeLessThanOrEqual(high * (high < 0 ? 1 - 1e-9 : 1 + 1e-9));
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('name powers of ten where there are two, and round numbers between where there are not', () => {
    const labels = (low: number, high: number): string[] =>
      ticksOf(scaleOver([low, high], [0, 100], true), 4, true).map(({ label }) => label);
    expect(labels(0.01, 100)).toEqual(['0.01', '1', '100']);
    expect(labels(1, 1e6)).toEqual(['1', '100', '10000', '1.0·10⁶']);
    // a return of Frozen lake: within one decade
    expect(labels(0.012, 0.09)).toEqual(['0.02', '0.04', '0.06', '0.08']);
    expect(labels(3, 3).length).toBeGreaterThanOrEqual(2);
  });

  it('have a length where all values are the same, and where there are none', () => {
    expect(scaleOver([5, 5], [0, 1], false).domain()).toEqual([4.5, 5.5]);
    expect(scaleOver([0, 0], [0, 1], false).domain()).toEqual([-0.1, 0.1]);
    expect(scaleOver([NaN, Infinity, -3], [0, 1], true).domain()).toEqual([0.1, 1]);
  });

  it('leave out labels that would overlap', () => {
    const ticks = [0, 1, 2, 3].map((value) => ({ value, label: String(value) }));
    expect(apart(ticks, (value) => 10 * value, 15).map(({ value }) => value)).toEqual([0, 2]);
  });
});
