import type { NumberField } from '../field.ts';

/** The chance that a move goes astray, as most worlds have it. */
export function slipField(standard: number): NumberField {
  return {
    kind: 'number',
    label: 'slip',
    default: standard,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Probability that a move goes at a right angle to what was chosen, half to each side.',
  };
}
