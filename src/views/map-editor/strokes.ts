/** Strokes that can be taken back. */
const MOST = 200;

/** What was drawn, with what was before and what was taken back. */
export interface Strokes<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

export function begun<T>(now: T): Strokes<T> {
  return { past: [], now, future: [] };
}

/** After a stroke; one that changes nothing is none. */
export function drawn<T>(strokes: Strokes<T>, next: T): Strokes<T> {
  if (next === strokes.now) return strokes;
  return { past: [...strokes.past, strokes.now].slice(-MOST), now: next, future: [] };
}

/** Before the last stroke. */
export function takenBack<T>({ past, now, future }: Strokes<T>): Strokes<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** After the stroke that was taken back last. */
export function madeAgain<T>({ past, now, future }: Strokes<T>): Strokes<T> {
  const [after, ...rest] = future;
  return after === undefined ? { past, now, future } : { past: [...past, now], now: after, future: rest };
}
