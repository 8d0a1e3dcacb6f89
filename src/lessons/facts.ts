import type { Frame } from '../training/frame.ts';
import { MEASURES, measureIndex, type Measure } from '../training/measure.ts';

/** What a lesson sees of a column: the frame that is shown, and the rows of measures of all iterations so far. */
export interface Watched {
  readonly frame: Frame | null;
  /** A measure of iterations 0 to that of the frame; rows that are not kept are left out. */
  readonly series: (measure: Measure) => readonly number[];
}

/** One state's update. */
export interface RowFacts {
  /** π [N] */
  readonly old: readonly number[];
  /** π′ [N] */
  readonly next: readonly number[];
  /** A [N] */
  readonly advantage: readonly number[];
  /** ½ Σ |π′ − π| */
  readonly moved: number;
}

/** The share of what could be gained at first within which a run counts as arrived. */
const CLOSE = 0.01;

/** The update at a state; of a physics task, of the particles there. Null where there was none. */
export function rowFacts({ frame }: Watched, state = 0): RowFacts | null {
  if (frame === null || frame.point === null) return null;
  if (frame.kind === 'continuous') {
    const { particles } = frame;
    if (particles === null) return null;
    const n = particles.target.length;
    return rowOf(
      Array.from({ length: n }, () => 1 / n),
      [...particles.target],
      [...particles.advantage],
    );
  }
  const n = frame.policy.length / frame.value.length;
  const part = (values: Float64Array): number[] => [...values.subarray(state * n, (state + 1) * n)];
  return rowOf(part(frame.previous), part(frame.policy), part(frame.advantage));
}

function rowOf(old: readonly number[], next: readonly number[], advantage: readonly number[]): RowFacts {
  return { old, next, advantage, moved: next.reduce((sum, share, a) => sum + Math.abs(share - old[a]!), 0) / 2 };
}

/** A measure of the iteration that is shown. */
export function measured({ frame }: Watched, measure: Measure): number {
  return frame === null ? NaN : frame.row[measureIndex[measure]]!;
}

/** Iterations after which less than a hundredth of the first gap was left; null where that was never so. */
export function arrival({ series }: Watched): number | null {
  const gap = series('gap');
  const at = gap.findIndex((left) => left <= CLOSE * gap[0]!);
  return at < 0 ? null : at;
}

/** A column as its rows of measures and its frame say it. @param rows [k·MEASURES] of iterations 0 on */
export function watchedRows(frame: Frame, rows: Float64Array): Watched {
  return {
    frame,
    series: (measure) =>
      Array.from({ length: rows.length / MEASURES }, (_, k) => rows[k * MEASURES + measureIndex[measure]]!),
  };
}

/** Index of the column with the highest, or lowest, number; null where two share it. */
export function first(numbers: readonly number[], best: 'most' | 'least' = 'most', close = 1e-9): number | null {
  const sign = best === 'most' ? 1 : -1;
  const sorted = numbers.map((value, at) => ({ value: sign * value, at })).toSorted((a, b) => b.value - a.value);
  const [top, second] = sorted;
  if (top === undefined || Number.isNaN(top.value)) return null;
  return second !== undefined && top.value - second.value <= close ? null : top.at;
}
