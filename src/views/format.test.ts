import { describe, expect, it } from 'vitest';
import { format } from 'd3';
import fc from 'fast-check';
import { brief, readable, share, steady, whole } from './format.ts';

describe('numbers for readers', () => {
  it.each([
    [0, '0'],
    [-0.25, '−0.25'],
    [1260, '1260'],
    [-99_999, '−99999'],
    [1.2e6, '1.2·10⁶'],
    [3.4e-7, '3.4·10⁻⁷'],
    [Infinity, '∞'],
    [NaN, '–'],
  ])('%d is readable as %s', (value, text) => expect(readable(value)).toBe(text));

  it.each([
    [-0.135, '−.14'],
    [-102.7, '−103'],
    [2.81, '2.8'],
    [-0.0034, '−.003'],
    [0.000_318, '.000'],
    [0, '0'],
  ])('%d is brief as %s', (value, text) => expect(brief(value)).toBe(text));

  it('gives probabilities two decimals, and a dot for none at all', () => {
    expect([0, 1e-9, 0.25, 1].map(share)).toEqual(['·', '.00', '.25', '1.0']);
  });

  it('keeps the width of a value steady', () => {
    expect([-9.7331, -12.3456, 123.456, 12_345.6].map((value) => steady(value))).toEqual([
      '−9.733',
      '−12.35',
      '123.5',
      '12346',
    ]);
  });

  it('rounds as d3 does, whose formats are too large for a first load', () => {
    const middling = fc.double({ min: 1e-4, max: 999, noNaN: true }).filter((value) => value < 999);
    fc.assert(
      fc.property(middling, fc.integer({ min: 3, max: 12 }), fc.boolean(), (size, digits, below) => {
        const value = below ? -size : size;
        expect(readable(value, digits)).toBe(format(`.${digits}~g`)(value).replace('-', '−'));
      }),
      { seed: 5, numRuns: 2000 },
    );
    for (const value of [0, 999, 1000, -12_345.6, 9_876_543]) expect(whole(value)).toBe(format(',')(Math.round(value)));
  });
});
