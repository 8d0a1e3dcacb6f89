/** Made-up dynamics for tests of learning: not part of the program. */
import type { Dynamics } from '../../environments/physics.ts';

/**
 * A clock: its first entry counts steps from a start drawn at reset, its second holds the last action.
 * @param reward what a step brings, by the action and the count after it
 * @param end the count at which an episode ends by itself
 */
export function clock(reward: (action: number, count: number) => number, end = Infinity): Dynamics {
  return {
    reset: (uniform, state) => {
      state.fill(0);
      state[1] = uniform();
    },
    step: (state, action, next) => {
      next.fill(0);
      next[0] = state[0]! + 1;
      next[1] = action[0]!;
      return reward(action[0]!, next[0]);
    },
    terminated: (state) => state[0]! >= end,
    dispose: () => {},
  };
}

/** Stands still whatever is done; ends at once, or never. */
export function standing(reward: (action: number) => number, ends: boolean): Dynamics {
  return {
    reset: (_, state) => state.fill(0),
    step: (state, action, next) => {
      next.set(state);
      return reward(action[0]!);
    },
    terminated: () => ends,
    dispose: () => {},
  };
}
