import { measures } from '../training/measure.ts';
import type { History } from './history.ts';

/** Iterations of a run that a trace holds. */
const POINTS = 16;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Stands for an iteration whose measures are not kept. */
const UNKNOWN = '~~';

/** Measures of the machine. */
const TIMES = ['milliseconds', 'elapsed', 'speed'];
/** Measures that there were not when the first traces were made: with them, those would be of other runs. */
const LATER = ['ranking', 'ahead', 'simulated'];

/** Measures that are the same wherever a run is repeated. */
export const repeated = measures.map(({ key }) => key).filter((key) => ![...TIMES, ...LATER].includes(key));

/** The iterations that a trace up to an iteration holds: all of them up to 16, then as evenly as they come, the last one always. */
export function waypoints(iteration: number): number[] {
  const count = Math.min(POINTS, iteration);
  return Array.from({ length: count }, (_, n) => Math.round(((n + 1) / count) * iteration));
}

/** Two letters for each of the iterations on the way, made of all bits of their measures but the times. */
export function traceOf(history: History, iteration: number): string {
  return waypoints(iteration)
    .map((at) => printOf(history, at))
    .join('');
}

/**
 * Where a run leaves the one that a trace was made of: the first iteration at which it may, and the first at which it has. Null where all that can be compared
 * agrees.
 */
export function parting(history: History, iteration: number, trace: string): readonly [number, number] | null {
  let same = 0;
  for (const [n, at] of waypoints(iteration).entries()) {
    const before = trace.slice(2 * n, 2 * n + 2);
    const now = printOf(history, at);
    if (before.length < 2 || before === UNKNOWN || now === UNKNOWN) continue;
    if (before !== now) return [same + 1, at];
    same = at;
  }
  return null;
}

/** FNV-1a over the measures of an iteration, folded to 12 bits. */
function printOf(history: History, iteration: number): string {
  const position = history.positionOf(iteration);
  if (position < 0 || history.at(position, 'iteration') !== iteration) return UNKNOWN;
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const measure of repeated) {
    const value = history.at(position, measure);
    // one NaN, and one zero
    view.setFloat64(0, Number.isNaN(value) ? NaN : value + 0);
    for (let n = 0; n < 8; n += 1) hash = Math.imul(hash ^ view.getUint8(n), 0x01000193);
  }
  const folded = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff;
  return LETTERS[folded >> 6]! + LETTERS[folded & 63]!;
}
