import type { TrainingSettings } from '../../config/training-fields.ts';

/** Where A of particles comes from, in words. */
export function valuedBy({ learner, lookAhead }: TrainingSettings): string {
  if (learner === 'replay') return 'valued by a Q-critic';
  return `valued by ${lookAhead === 1 ? 'one step' : `${lookAhead} steps`} of the simulator, then V`;
}
