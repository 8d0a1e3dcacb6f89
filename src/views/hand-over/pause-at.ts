import { MAX_ITERATION } from '../../config/playground-config.ts';

/** The iteration that a reader typed, at which a run is to pause; null where none was. */
export function pauseAt(typed: string): number | null {
  const iteration = Number.parseInt(typed, 10);
  return Number.isInteger(iteration) && iteration >= 0 ? Math.min(iteration, MAX_ITERATION) : null;
}
