import type { TrainingSettings } from '../../config/training-fields.ts';
import type { ObservationScale } from './observations.ts';
import type { Replay } from './replay.ts';
import type { Transitions } from './twin-critics.ts';

/** A minibatch from the replay buffer, with returns over a few steps. */
export function drawTransitions(
  replay: Replay,
  scale: ObservationScale,
  { minibatch, gamma, returnSteps }: Pick<TrainingSettings, 'minibatch' | 'gamma' | 'returnSteps'>,
  uniform: () => number,
): Transitions {
  const wide = replay.observationSize;
  const d = replay.actionSize;
  const batch: Transitions = {
    count: minibatch,
    seen: new Float32Array(minibatch * wide),
    action: new Float32Array(minibatch * d),
    reward: new Float32Array(minibatch),
    seenAfter: new Float32Array(minibatch * wide),
    discount: new Float32Array(minibatch),
  };
  for (let b = 0; b < minibatch; b += 1) {
    let place = replay.draw(uniform);
    scale.write(replay.observation, place * wide, batch.seen, b * wide);
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
    scale.write(replay.nextObservation, place * wide, batch.seenAfter, b * wide);
  }
  return batch;
}
