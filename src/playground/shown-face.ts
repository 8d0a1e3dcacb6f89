import type { Action } from '../environments/environment.ts';
import type { Frame } from '../training/frame.ts';
import { chooseFace, massOn, type Face, type RowPair } from '../trust-regions/face.ts';
import type { RowsPicture } from './plan.ts';

/** Share of what happens on the best face at which the one that is shown stays: a picture that jumps cannot be read. */
const ENOUGH = 0.6;

/** What was shown of each world last. */
const last = new WeakMap<RowsPicture, { readonly state: number; readonly face: Face }>();

/**
 * The face of a state's simplex that all columns show: the reader's, or the three actions whose probability changes most in any of them; kept
 * while most of what happens is on it. Corners lie as the actions do: the first to the left, the second to the right, the third on top.
 * @param chosen three actions, where the reader chose them
 */
export function shownFace(
  picture: RowsPicture,
  state: number,
  frames: readonly (Frame | null)[],
  chosen: readonly number[] | null,
): Face {
  const { actions } = picture;
  const n = actions.length;
  if (chosen !== null && n > 3 && chosen.length === 3 && chosen.every((action) => action < n))
    return arranged(chosen, actions);
  if (n <= 3) return arranged(chooseFace(n, []), actions);
  const steps = frames.flatMap((frame) => stepOf(frame, picture, state));
  const best = chooseFace(n, steps);
  const before = last.get(picture);
  const stays =
    before?.state === state &&
    steps.every(({ before: row }) => massOn(before.face, row) > 0) &&
    changeOn(before.face, steps) >= ENOUGH * changeOn(best, steps);
  const face = stays ? before.face : arranged(best, actions);
  last.set(picture, { state, face });
  return face;
}

function stepOf(frame: Frame | null, picture: RowsPicture, state: number): RowPair[] {
  const n = picture.actions.length;
  if (frame === null || frame.kind !== picture.kind || frame.policy.length !== picture.states * n) return [];
  const row = (array: Float64Array): Float64Array => array.subarray(state * n, (state + 1) * n);
  return [{ before: row(frame.previous), after: row(frame.policy) }];
}

/** The largest change, over steps, of a face's probabilities. */
function changeOn(face: Face, steps: readonly RowPair[]): number {
  return steps.reduce((most, { before, after }) => {
    return Math.max(
      most,
      face.reduce((sum, action) => sum + Math.abs(after[action]! - before[action]!), 0),
    );
  }, 0);
}

/** A face's actions in the order of its corners: left, right, top, as they lie in their world. */
function arranged(face: Face, actions: readonly Action[]): Face {
  const place = (action: number): readonly [number, number] => {
    const { place: own, direction } = actions[action]!;
    return own ?? (direction === null ? [0, 0] : [direction[0], -direction[1]]);
  };
  const across = [...face].sort((a, b) => place(a)[0] - place(b)[0] || a - b);
  if (across.length < 3) return across;
  const highest = Math.max(...across.map((action) => place(action)[1]));
  const high = across.filter((action) => place(action)[1] === highest);
  const top = high[Math.floor(high.length / 2)]!;
  return [...across.filter((action) => action !== top), top];
}
