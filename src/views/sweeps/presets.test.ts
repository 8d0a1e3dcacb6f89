import { expect, it } from 'vitest';
import { keyField, keyGroups } from './axis-keys.ts';
import { parseValues } from './draft.ts';
import { presetsOf } from './presets.ts';

it('every setting that can be picked has values to begin with that it takes, or is a text', () => {
  for (const { keys } of keyGroups('chain', ['kl', 'wasserstein', 'sinkhorn', 'ppo'])) {
    for (const { key } of keys) {
      const field = keyField(key, 'chain')!;
      const presets = presetsOf(field);
      if (field.kind === 'text') continue;
      expect(presets.length, key).toBeGreaterThan(0);
      for (const { values } of presets) {
        const all = parseValues(values);
        expect(new Set(all).size, key).toBe(all.length);
        for (const value of all) {
          if (field.kind === 'choice') expect(field.options.map((option) => option.value)).toContain(String(value));
          else {
            expect(Number(value), key).toBeGreaterThanOrEqual(field.min);
            expect(Number(value), key).toBeLessThanOrEqual(field.max);
            if (field.integer === true) expect(Number.isInteger(value), key).toBe(true);
          }
        }
      }
    }
  }
});
