import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn } from './rich-text.tsx';

test('a number in English is what the engine writes', () => {
  const engine = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
  const likely = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ noNaN: true, min: -2000, max: 2000 }),
    fc.integer({ min: -5_000_000, max: 5_000_000 }),
    fc.constantFrom(0.5, 12.345, 99.95, 999.5, 1234.5, -1235, 1e-8, 1e20, 123456789),
  );
  fc.assert(
    fc.property(likely, (value) => {
      const near = Math.abs(value) < 1e-9 ? 0 : value;
      expect(numberIn('en', value)).toBe(engine.format(near).replace('-', '−'));
    }),
    { numRuns: 2000, seed: 1 },
  );
});
