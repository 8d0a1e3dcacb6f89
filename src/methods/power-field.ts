import type { NumberField } from '../field.ts';
import { MOST_POWER } from '../trust-regions/powered.ts';

/** p of the methods that carry mass: W₁, W₂, … */
export const powerField = {
  kind: 'number',
  label: 'power of the cost',
  symbol: 'p',
  default: 1,
  min: 1,
  max: MOST_POWER,
  step: 1,
  scale: 'linear',
  integer: true,
  help: 'A move costs Mᵖ: 1 lets mass jump far for little, 2 and more make many short moves cheaper than one long one.',
} as const satisfies NumberField;
