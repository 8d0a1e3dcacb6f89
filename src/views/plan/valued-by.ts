import { say, sayCount } from '../../copy/say.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';

/** Where A of particles comes from, in words. */
export function valuedBy({ learner, lookAhead }: TrainingSettings): string {
  if (learner === 'replay') return say('particles valued by a Q-critic');
  return sayCount(
    lookAhead,
    'particles valued by one step of the simulator, then V',
    'particles valued by {count} steps of the simulator, then V',
  );
}

/** The same of so many particles. */
export function manyValuedBy({ learner, lookAhead }: TrainingSettings, n: number): string {
  if (learner === 'replay') return say('{n} particles, valued by a Q-critic', { n });
  return sayCount(
    lookAhead,
    '{n} particles, valued by one step of the simulator, then V',
    '{n} particles, valued by {count} steps of the simulator, then V',
    { n },
  );
}
