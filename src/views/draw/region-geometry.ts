import type { Place } from '../../trust-regions/face.ts';

/** Where a face's plane lies on a canvas. */
export interface RegionGeometry {
  /** CSS pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** Corners: 3 of a triangle, 2 of a segment. */
  readonly corners: number;
  /** Pixels of a side. */
  readonly side: number;
  /** The plane's origin, the first corner. */
  readonly left: number;
  readonly bottom: number;
  /** Pixels of letters. */
  readonly font: number;
}

/** Height of the triangle whose sides are 1. */
const HEIGHT = Math.sqrt(3) / 2;
/** Lines of letters above and below a triangle, and room at its sides. */
const LINE = 1.6;
const SIDE = 12;
/** Room for an action's sign beside a segment, in heights of its letters. */
const SIGN = 2;

/** The largest triangle, or segment, that leaves room for its labels. */
export function regionGeometry(width: number, height: number, corners: number, font: number): RegionGeometry {
  if (corners < 3) {
    const side = Math.max(1, width - 2 * SIGN * font);
    return { width, height, corners, side, left: (width - side) / 2, bottom: height / 2, font };
  }
  const room = height - 2 * LINE * font;
  const side = Math.max(1, Math.min(width - 2 * SIDE, room / HEIGHT));
  const bottom = LINE * font + (room + side * HEIGHT) / 2;
  return { width, height, corners, side, left: (width - side) / 2, bottom, font };
}

/** Pixels of a place of the plane. */
export function pixelsOf({ left, bottom, side }: RegionGeometry, { x, y }: Place): readonly [number, number] {
  return [left + x * side, bottom - y * side];
}
