import { measures } from '../training/measure.ts';
import { probes, type Probe } from './probes.ts';
import type { SweepMeasure } from './sweep.ts';

/** Everything that a sweep can keep of its runs, with its label and unit. */
export const sweepMeasures: readonly { readonly key: SweepMeasure; readonly label: string; readonly unit: string }[] = [
  ...measures,
  ...probes,
];

/** Measures of the machine: the only ones that are not the same everywhere. */
export const clockMeasures: readonly SweepMeasure[] = ['speed', 'milliseconds', 'elapsed'];

/** Whether a measure is computed beside the session. */
export function isProbe(measure: SweepMeasure): measure is Probe {
  return probes.some(({ key }) => key === measure);
}
