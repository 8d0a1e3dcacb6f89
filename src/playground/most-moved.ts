import type { Picture } from '../environments/picture.ts';
import type { Frame } from '../training/frame.ts';
import { firstState } from './first-look.ts';

/** Movement below which nothing counts as moved. */
const LEAST = 1e-9;

/**
 * The state whose row moved most in the last update, over all columns, by ½ Σ_a |π'_a − π_a|; of equal ones the most visited. Null where
 * nothing moved.
 * @param cells states that are shown; below 0 is none
 */
export function mostMoved(frames: readonly (Frame | null)[], actions: number, cells: Int32Array): number | null {
  let best: number | null = null;
  let most = LEAST;
  let visits = 0;
  for (const frame of frames) {
    if (frame === null || frame.kind === 'continuous' || frame.point === null) continue;
    const { policy, previous } = frame;
    const weight = frame.kind === 'table' ? frame.weight : null;
    for (const state of cells) {
      if (state < 0 || (state + 1) * actions > policy.length) continue;
      let moved = 0;
      for (let pair = state * actions; pair < (state + 1) * actions; pair += 1) {
        moved += Math.abs(policy[pair]! - previous[pair]!);
      }
      moved /= 2;
      const visited = weight?.[state] ?? 0;
      // what differs in its last digits is as much
      if (
        moved < most * (1 - 1e-9) ||
        (moved <= most * (1 + 1e-9) && (best === null ? moved <= LEAST : visited <= visits))
      )
        continue;
      best = state;
      most = moved;
      visits = visited;
    }
  }
  return best;
}

/** Follows the state that moved most in the update that is shown; where nothing moved, it stays at the one that did before. */
export class Follower {
  #found: { readonly key: readonly unknown[]; readonly state: number } | null = null;

  at(picture: Picture, layer: readonly number[], runs: readonly { readonly frame: Frame | null }[]): number {
    const key = [picture, layer, ...runs.map(({ frame }) => frame)];
    const before = this.#found;
    if (before !== null && before.key.length === key.length && key.every((part, n) => part === before.key[n])) {
      return before.state;
    }
    const { lattice } = picture;
    const cells = lattice.statesAt(layer.length === lattice.layers.length ? layer : lattice.layers.map(() => 0));
    const actions = picture.kind === 'continuous' ? 0 : picture.actions.length;
    const frames = runs.map(({ frame }) => (frame !== null && frame.kind === picture.kind ? frame : null));
    const found = actions === 0 ? null : mostMoved(frames, actions, cells);
    const kept = before !== null && before.key[0] === picture && cells.includes(before.state) ? before.state : null;
    const state = found ?? kept ?? firstState(picture, layer);
    this.#found = { key, state };
    return state;
  }
}
