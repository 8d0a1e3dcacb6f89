import type { Picture, SlicePicture, TablePicture } from '../environments/picture.ts';
import type { Episode, Frame } from '../training/frame.ts';
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

/** The cell of a slice where an episode's states have their median; null where that is beyond the slice. */
export function visitedCell(picture: SlicePicture, slice: number, { states }: Episode): number | null {
  const { lattice, world } = picture;
  const shown = world.slices[slice];
  if (shown === undefined) return null;
  const { length } = world.variables;
  const place = (variable: number, cells: number): number => {
    const { low, high } = world.variables[variable]!;
    const values = Array.from({ length: states.length / length }, (_, n) => states[n * length + variable]!);
    const middle = values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
    return Math.floor(((middle - low) / (high - low)) * cells);
  };
  const [column, fromBelow] = [place(shown.x, lattice.columns), place(shown.y, lattice.rows)];
  if (!(column >= 0 && column < lattice.columns && fromBelow >= 0 && fromBelow < lattice.rows)) return null;
  return lattice.statesAt([])[(lattice.rows - 1 - fromBelow) * lattice.columns + column] ?? null;
}

interface Looked {
  readonly frame: Frame | null;
}

/**
 * Follows the state that moved most in the update that is shown; where nothing moved, it stays at the one that did before. Of a physics task it is a state that
 * the first episodes came through, and stays.
 */
export class Follower {
  #found: { readonly key: readonly unknown[]; readonly state: number } | null = null;

  at(picture: Picture, layer: readonly number[], slice: number, runs: readonly Looked[]): number {
    return picture.kind === 'table' ? this.#moved(picture, layer, runs) : this.#visited(picture, slice, runs);
  }

  #moved(picture: TablePicture, layer: readonly number[], runs: readonly Looked[]): number {
    const key = [picture, layer, ...runs.map(({ frame }) => frame)];
    const before = this.#found;
    if (before !== null && alike(before.key, key)) return before.state;
    const { lattice } = picture;
    const cells = lattice.statesAt(layer.length === lattice.layers.length ? layer : lattice.layers.map(() => 0));
    const frames = runs.map(({ frame }) => (frame !== null && frame.kind === 'table' ? frame : null));
    const kept = before !== null && before.key[0] === picture && cells.includes(before.state) ? before.state : null;
    const state = mostMoved(frames, picture.actions.length, cells) ?? kept ?? firstState(picture, layer);
    this.#found = { key, state };
    return state;
  }

  #visited(picture: SlicePicture, slice: number, runs: readonly Looked[]): number {
    const key = [picture, slice];
    if (this.#found !== null && alike(this.#found.key, key)) return this.#found.state;
    const latest = runs.map(({ frame }) => (frame === null || frame.kind === 'table' ? null : frame.latest));
    const episode = latest.find((one) => one !== null) ?? null;
    const visited = episode === null ? null : visitedCell(picture, slice, episode);
    if (visited === null) return firstState(picture, []);
    this.#found = { key, state: visited };
    return visited;
  }
}

const alike = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, n) => part === other[n]);
