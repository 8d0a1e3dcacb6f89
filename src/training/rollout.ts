import { outcomeAt, type FiniteWorld } from '../environments/environment.ts';
import { drawCategorical } from '../math/categorical.ts';
import type { StreamDealer } from '../math/random.ts';

/** Steps of one iteration's episodes, one after the other, in flat arrays that grow and are used again. */
export class Batch {
  /** Number of steps. */
  length = 0;
  /** [length] */
  state = new Int32Array(1024);
  /** [length] */
  action = new Int32Array(1024);
  /** [length] index of the outcome in the model */
  outcome = new Int32Array(1024);
  /** [episodes+1] first step of each episode */
  offsets = new Int32Array(2);
  episodes = 0;
  /** Mean undiscounted return of the episodes. */
  meanReturn = 0;

  copy(): Batch {
    const twin = new Batch();
    twin.length = this.length;
    twin.state = this.state.slice();
    twin.action = this.action.slice();
    twin.outcome = this.outcome.slice();
    twin.offsets = this.offsets.slice();
    twin.episodes = this.episodes;
    twin.meanReturn = this.meanReturn;
    return twin;
  }

  /** States of the last episode, in order. */
  lastEpisode(): Int32Array {
    if (this.episodes === 0) return new Int32Array(0);
    return this.state.slice(this.offsets[this.episodes - 1], this.offsets[this.episodes]);
  }

  push(state: number, action: number, outcome: number): void {
    if (this.length === this.state.length) {
      this.state = grown(this.state);
      this.action = grown(this.action);
      this.outcome = grown(this.outcome);
    }
    this.state[this.length] = state;
    this.action[this.length] = action;
    this.outcome[this.length] = outcome;
    this.length += 1;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/**
 * Plays `episodes` episodes of the behaviour (1−ε)·π + ε/N and writes their steps to `batch`.
 *
 * Common random numbers: each episode has a stream of its own, dealt in order, and takes two numbers a step (action, then
 * outcome), so that runs with the same seed differ only through their policies.
 *
 * @param policy π [S·N]
 */
export function rollOut(
  world: FiniteWorld,
  policy: Float64Array,
  exploration: number,
  episodes: number,
  dealer: StreamDealer,
  batch: Batch,
): void {
  const { model, horizon } = world;
  batch.length = 0;
  batch.episodes = episodes;
  if (batch.offsets.length !== episodes + 1) batch.offsets = new Int32Array(episodes + 1);
  let total = 0;
  for (let episode = 0; episode < episodes; episode += 1) {
    batch.offsets[episode] = batch.length;
    const stream = dealer.next();
    let state = drawCategorical(model.start, 0, model.states, stream.uniform());
    for (let step = 0; step < horizon; step += 1) {
      const action = drawAction(policy, model.actions, state, exploration, stream.uniform());
      const outcome = outcomeAt(model, state, action, stream.uniform());
      batch.push(state, action, outcome);
      total += model.reward[outcome]!;
      if (model.terminated[outcome] === 1) break;
      state = model.next[outcome]!;
    }
  }
  batch.offsets[episodes] = batch.length;
  batch.meanReturn = total / episodes;
}

/** One uniform number decides both whether to explore and what to do. */
function drawAction(policy: Float64Array, actions: number, state: number, exploration: number, u: number): number {
  if (u < exploration) return Math.min(actions - 1, Math.floor((u / exploration) * actions));
  return drawCategorical(policy, state * actions, actions, (u - exploration) / (1 - exploration));
}
