import { measures } from '../training/measure.ts';
import { probes, type Probe } from './probes.ts';
import type { SweepMeasure } from './sweep.ts';

/** Everything that a sweep can keep of its runs, with its label and unit. */
export const sweepMeasures: readonly { readonly key: SweepMeasure; readonly label: string; readonly unit: string }[] = [
  ...measures,
  ...probes,
];

/** Which way a number of a run is better, where it is a matter of better and worse at all. */
export type Better = 'higher' | 'lower';

const better: Readonly<Partial<Record<SweepMeasure, Better>>> = {
  return: 'higher',
  sampledReturn: 'higher',
  improvement: 'higher',
  boundSlack: 'higher',
  speed: 'higher',
  gap: 'lower',
  criticLoss: 'lower',
  fitError: 'lower',
  milliseconds: 'lower',
  elapsed: 'lower',
};

/** Which way a measure is better; null where neither is, as of β or of how far a step went. */
export function betterOf(measure: SweepMeasure): Better | null {
  return better[measure] ?? null;
}

/** Measures of the machine: the only ones that are not the same everywhere. */
export const clockMeasures: readonly SweepMeasure[] = ['speed', 'milliseconds', 'elapsed'];

/** Whether a measure is computed beside the session. */
export function isProbe(measure: SweepMeasure): measure is Probe {
  return probes.some(({ key }) => key === measure);
}
