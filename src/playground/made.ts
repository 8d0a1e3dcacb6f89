import type { Made } from '../sweeps/sweep.ts';

/** The code of this page. */
export const ownCode: Pick<Made, 'version' | 'code'> = {
  version: String(import.meta.env.PLAYGROUND_VERSION),
  code: String(import.meta.env.PLAYGROUND_CODE),
};

/** What a record that is made here says of itself. */
export function made(): Made {
  return { command: 'the page of sweeps', date: new Date().toISOString().slice(0, 10), ...ownCode };
}
