import {
  cornersOf,
  lengthBetween,
  placeOf,
  sharesOf,
  toward,
  writeRow,
  type Face,
  type Place,
  type Shares,
} from './face.ts';
import type { Problem, Shape, TrustRegion } from './trust-region.ts';

/** The border of a trust region in a face of one state's simplex. */
export interface RegionBorder {
  /** Points x, y, … in the face's plane, in order round the region; two points where the face is a segment. */
  readonly points: Float64Array;
  /** A row inside, from which rays were drawn. */
  readonly center: Place;
}

/** Points of the triangle's rim, a side, to which rays go at first. */
const RAYS_A_SIDE = 20;
/** Length, as a share of the side, to which an edge is found. */
const EDGE = 1e-6;
/** How far the border may lie from its chord before a ray is drawn between. */
const CHORD = 6e-4;
/** Chords that are not looked at any closer. */
const SHORT = 4e-3;
const MOST_HALVINGS = 7;
const MOST_STEPS = 60;
/** What rounding may add to a distance, relative to it or to 1. */
const ROUNDING = 1e-12;

/** d(row of some shares, old row) − δ, ≤ 0 inside. */
type Excess = (shares: Shares) => number;

/**
 * The border of { π' : d(π', π) ≤ δ } in a face; null where no row of the face is inside, or the face has no mass.
 *
 * A distance is convex, so that along a ray from a row inside the border is crossed once: a safeguarded secant finds where. Rays go to
 * the rim of the face, evenly at first, and again between two wherever the border leaves their chord. They start at the old row; where
 * the metric smears, and the old row is outside, at the end of the path, β = ∞; where that is outside too, at the row of the face that is nearest.
 * @param problem of one state, with a weight of 1
 * @param level δ: what this state may spend
 */
export function regionBorder<S extends Shape>(
  region: TrustRegion<S>,
  problem: Problem,
  shape: S,
  level: number,
  face: Face,
): RegionBorder | null {
  const { policy } = problem;
  const row = new Float64Array(problem.actions);
  const slack = ROUNDING * Math.max(1, Math.abs(level));
  const excess = (shares: Shares): number => {
    writeRow(face, policy, shares, row);
    const distance = region.distance(problem, row, shape);
    return distance <= level + slack ? Math.min(0, distance - level) : distance - level;
  };
  const center = insideOf(region, problem, shape, face, excess);
  if (center === null) return null;
  const corners = cornersOf(face);
  const ray = rayFrom(center, excess);
  const points: number[] = [];
  if (face.length < 3) {
    for (const corner of corners) points.push(ray(corner).x, ray(corner).y);
    return { center: placeOf(center), points: Float64Array.from(points) };
  }
  const rim = (u: number): Shares => {
    const side = Math.min(2, Math.floor(u));
    return toward(corners[side]!, corners[(side + 1) % 3]!, u - side);
  };
  const at = (u: number): Place => ray(rim(u));
  const first = at(0);
  let last = first;
  const rays = 3 * RAYS_A_SIDE;
  for (let n = 1; n <= rays; n += 1) {
    const next = n === rays ? first : at(n / RAYS_A_SIDE);
    points.push(last.x, last.y);
    refine(at, (n - 1) / RAYS_A_SIDE, last, n / RAYS_A_SIDE, next, MOST_HALVINGS, points);
    last = next;
  }
  return { center: placeOf(center), points: Float64Array.from(points) };
}

/** Puts points between two of the border, in order, until none is off its chord. */
function refine(
  at: (u: number) => Place,
  from: number,
  start: Place,
  to: number,
  end: Place,
  halvings: number,
  points: number[],
): void {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (halvings === 0 || length < SHORT) return;
  const middle = (from + to) / 2;
  const place = at(middle);
  // the region is convex: where three points of its border lie in a line, all between does
  const off = Math.abs(dx * (place.y - start.y) - dy * (place.x - start.x)) / length;
  if (off > CHORD) refine(at, from, start, middle, place, halvings - 1, points);
  points.push(place.x, place.y);
  if (off > CHORD) refine(at, middle, place, to, end, halvings - 1, points);
}

/** The farthest place inside on the way from a centre to a target. */
function rayFrom(center: Shares, excess: Excess): (target: Shares) => Place {
  const atCenter = excess(center);
  // rays that follow each other are about as long
  let guess = 0.3;
  return (target) => {
    const length = lengthBetween(center, target);
    if (length < EDGE) return placeOf(center);
    const t = farthest((x) => excess(toward(center, target, x)), atCenter, guess / length, EDGE / length);
    guess = t * length;
    return placeOf(toward(center, target, t));
  };
}

/**
 * The largest t in [0, 1] with f(t) ≤ 0 for a convex f with f(0) = f0 ≤ 0, to an accuracy. A secant from two points inside lies below f beyond
 * them, and a chord above it between: both bound where f crosses 0.
 */
function farthest(f: (t: number) => number, f0: number, guess: number, accuracy: number): number {
  let low = 0;
  let fLow = f0;
  let high = 1;
  // not known before it is asked for
  let fHigh = NaN;
  let t = guess;
  for (let step = 0; step < MOST_STEPS && high - low > accuracy; step += 1) {
    if (!(t > low && t < high)) {
      if (Number.isNaN(fHigh)) t = high;
      else {
        // where the centre is on the border itself, a chord would creep
        const chord = Math.max(low + accuracy, low + ((high - low) * -fLow) / (fHigh - fLow));
        t = fHigh < Infinity && chord < high ? chord : (low + high) / 2;
      }
    }
    const value = f(t);
    if (value > 0) {
      // where f crosses 0 it rises at least as steeply as from the last point inside
      const beyond = fLow < 0 ? (value * (t - low)) / -fLow : Infinity;
      high = t;
      fHigh = value;
      if (beyond <= accuracy) return Math.max(low, t - beyond);
      t = NaN;
    } else {
      if (t === high) return t;
      const slope = (value - fLow) / (t - low);
      const ahead = slope > 0 ? -value / slope : Infinity;
      low = t;
      fLow = value;
      if (ahead <= accuracy) return low;
      t = low + ahead;
    }
  }
  return low;
}

/** Shares inside: the old row's, else those of the path's end at β = ∞, else those of the nearest row of the face. */
function insideOf<S extends Shape>(
  region: TrustRegion<S>,
  problem: Problem,
  shape: S,
  face: Face,
  excess: Excess,
): Shares | null {
  const old = sharesOf(face, problem.policy);
  if (old === null) return null;
  if (excess(old) <= 0) return old;
  if (!region.smears) return null;
  const still = new Float64Array(problem.actions);
  region.improve(problem, { ...shape, beta: Infinity, share: 0 }, still);
  const end = sharesOf(face, still) ?? old;
  return excess(end) <= 0 ? end : nearest(cornersOf(face), end, excess);
}

/** Walks along the directions of the face's sides, in steps that halve, to a place inside; null where the least distance is outside. */
function nearest(corners: readonly Shares[], start: Shares, excess: Excess): Shares | null {
  let best = start;
  let least = excess(start);
  for (let step = 0.25; step > EDGE; step /= 2) {
    let improved = true;
    while (improved) {
      improved = false;
      for (const from of corners) {
        for (const to of corners) {
          const share = best[corners.indexOf(from)]!;
          if (from === to || share === 0) continue;
          // no action gives more than it has
          const sent = Math.min(step, share);
          const moved = (k: 0 | 1 | 2): number => best[k] + sent * (to[k] - from[k]);
          const next: Shares = [moved(0), moved(1), moved(2)];
          const value = excess(next);
          if (value <= 0) return next;
          if (value < least - ROUNDING) {
            best = next;
            least = value;
            improved = true;
          }
        }
      }
    }
  }
  return null;
}
