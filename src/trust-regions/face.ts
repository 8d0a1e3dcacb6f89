/**
 * A face of the simplex as a picture: three actions span a triangle, two a segment, and the other actions keep the mass of the old row.
 *
 * Its plane has the corners (0, 0), (1, 0) and (½, √3/2), in the order of the actions: equal moves of mass are equally long in it.
 */

/** Two or three actions, in the order of the corners. */
export type Face = readonly number[];

/** Height of the triangle whose sides are 1. */
const HEIGHT = Math.sqrt(3) / 2;

/** A point of the plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What each of a face's actions has of their mass, in their order; of a segment the third is 0. They sum to 1. */
export type Shares = readonly [number, number, number];

/** The corners of a face. */
const CORNERS: readonly Shares[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

export const cornersOf = (face: Face): readonly Shares[] => CORNERS.slice(0, face.length);

/** Σ of a row [N] over a face's actions. */
export function massOn(face: Face, row: Float64Array): number {
  return face.reduce((sum, action) => sum + row[action]!, 0);
}

/** A row [N] as a face sees it: its shares of the mass it has there, whatever the other actions hold; null where it has none there. */
export function sharesOf(face: Face, row: Float64Array): Shares | null {
  const mass = massOn(face, row);
  if (!(mass > 0)) return null;
  return [row[face[0]!]! / mass, row[face[1]!]! / mass, face.length > 2 ? row[face[2]!]! / mass : 0];
}

/** Writes the row [N] of shares: those of the mass that the old row [N] has on the face, all else as it was. */
export function writeRow(face: Face, old: Float64Array, shares: Shares, out: Float64Array): void {
  const mass = massOn(face, old);
  out.set(old);
  for (let k = 0; k < face.length; k += 1) out[face[k]!] = mass * shares[k]!;
}

/** Where shares lie in the plane. */
export function placeOf([, second, third]: Shares): Place {
  return { x: second + third / 2, y: third * HEIGHT };
}

/** The shares at t of the way from one place to another: what is 0 at both ends is 0 between. */
export function toward(from: Shares, to: Shares, t: number): Shares {
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]), from[2] + t * (to[2] - from[2])];
}

/** How far apart two places are in the plane. */
export function lengthBetween(a: Shares, b: Shares): number {
  const second = b[1] - a[1];
  const third = b[2] - a[2];
  return Math.sqrt(second * second + second * third + third * third);
}

/** An old row [N] and the row [N] it became. */
export interface RowPair {
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * The face on which most happens: the three actions whose probability changes most in any of the steps, ties by old mass, then by index; in the
 * order of the actions. All of them where there are fewer.
 */
export function chooseFace(actions: number, steps: readonly RowPair[]): Face {
  const change = (action: number): number =>
    steps.reduce((most, { before, after }) => Math.max(most, Math.abs(after[action]! - before[action]!)), 0);
  const mass = (action: number): number => steps.reduce((sum, { before }) => sum + before[action]!, 0);
  const ranked = Array.from({ length: actions }, (_, action) => ({
    action,
    change: change(action),
    mass: mass(action),
  })).sort((a, b) => b.change - a.change || b.mass - a.mass || a.action - b.action);
  return ranked
    .slice(0, 3)
    .map(({ action }) => action)
    .sort((a, b) => a - b);
}

/**
 * Level lines of the gain Σ π'A over a triangle, a segment [x, y, x, y] each, at equal steps of gain between its corners. None over a segment, nor
 * where all three actions gain alike.
 * @param advantage A [N]
 */
export function gainLines(face: Face, advantage: Float64Array, count: number): number[][] {
  if (face.length < 3) return [];
  const corners = cornersOf(face).map((shares, k) => ({ ...placeOf(shares), gain: advantage[face[k]!]! }));
  corners.sort((a, b) => a.gain - b.gain);
  const [low, middle, high] = corners as [(typeof corners)[0], (typeof corners)[0], (typeof corners)[0]];
  if (!(high.gain > low.gain)) return [];
  return Array.from({ length: count }, (_, n) => {
    const gain = low.gain + ((n + 1) / (count + 1)) * (high.gain - low.gain);
    const [from, to] = gain < middle.gain ? [low, middle] : [middle, high];
    return [...between(low, high, gain), ...between(from, to, gain)];
  });
}

/** The point of a side at which a gain is reached. */
function between(from: Place & { gain: number }, to: Place & { gain: number }, gain: number): [number, number] {
  const t = to.gain > from.gain ? (gain - from.gain) / (to.gain - from.gain) : 0;
  return [from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)];
}
