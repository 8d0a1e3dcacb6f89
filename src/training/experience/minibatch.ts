import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Normaliser } from './normaliser.ts';
import type { Replay } from './replay.ts';

/** A minibatch of transitions: the action taken, the return so far, and what the rest is worth. */
export interface Transitions {
  readonly count: number;
  /** [count·O] normalised observations */
  readonly inputs: Float32Array;
  /** [count·D] in [−1, 1] */
  readonly action: Float32Array;
  /** [count] discounted rewards of the next few steps */
  readonly reward: Float32Array;
  /** [count·O] where those steps ended */
  readonly nextInputs: Float32Array;
  /** [count] discount of what follows; 0 where the episode ended by itself */
  readonly discount: Float32Array;
}

/** A minibatch from the replay buffer, with returns over a few steps. */
export function drawTransitions(
  replay: Replay,
  normaliser: Normaliser,
  { minibatch, gamma, returnSteps }: Pick<TrainingSettings, 'minibatch' | 'gamma' | 'returnSteps'>,
  uniform: () => number,
): Transitions {
  const wide = replay.observationSize;
  const d = replay.actionSize;
  const batch: Transitions = {
    count: minibatch,
    inputs: new Float32Array(minibatch * wide),
    action: new Float32Array(minibatch * d),
    reward: new Float32Array(minibatch),
    nextInputs: new Float32Array(minibatch * wide),
    discount: new Float32Array(minibatch),
  };
  for (let b = 0; b < minibatch; b += 1) {
    let place = replay.draw(uniform);
    normaliser.normalise(replay.observation, place * wide, batch.inputs, b * wide);
    batch.action.set(replay.action.subarray(place * d, (place + 1) * d), b * d);
    let discount = gamma;
    let sum = replay.reward[place]!;
    for (let n = 1; n < returnSteps && replay.ending[place] === 0 && replay.follows(place); n += 1) {
      place = replay.after(place);
      sum += discount * replay.reward[place]!;
      discount *= gamma;
    }
    batch.reward[b] = sum;
    batch.discount[b] = replay.ending[place] === 1 ? 0 : discount;
    normaliser.normalise(replay.nextObservation, place * wide, batch.nextInputs, b * wide);
  }
  return batch;
}
