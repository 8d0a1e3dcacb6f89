import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import type { RowsPicture } from '../../playground/plan.ts';
import type { StateRegion } from '../../playground/state-region.ts';
import type { Trail } from '../../playground/trail.ts';
import { gainLines, placeOf, sharesOf, type Face, type Place } from '../../trust-regions/face.ts';
import type { LineLook } from '../chart/looks.ts';
import type { RegionGeometry } from '../draw/region-geometry.ts';
import type { RegionContent } from '../draw/region-painter.ts';
import { brief } from '../format.ts';

/** Level lines of the gain. */
const GAIN_LINES = 9;
/** Policies of the trail that are drawn. */
const MOST_STEPS = 60;

interface Parts {
  readonly region: StateRegion;
  readonly geometry: RegionGeometry;
  readonly colors: RegionContent['colors'];
  readonly look: LineLook;
  readonly actions: readonly Action[];
  readonly trail: Float64Array;
  /** Whether the step is one that was not made yet. */
  readonly next: boolean;
  readonly cursorBeta: number | null;
}

/** What is drawn of a state's trust region. */
export function regionContent({
  region,
  geometry,
  colors,
  look,
  actions,
  trail,
  next,
  cursorBeta,
}: Parts): RegionContent {
  const { face, advantage, path, point } = region;
  const place = (row: Float64Array): Place | null => placeIn(face, row);
  const after = place(region.after);
  return {
    geometry,
    colors,
    look,
    corners: face.map((action) => ({
      sign: actions[action]!.glyph,
      gain: point === null ? '' : say('gain {gain}', { gain: brief(advantage[action]!) }),
    })),
    gains: point === null ? [] : gainLines(face, advantage, GAIN_LINES),
    border: region.border?.points ?? null,
    derived: region.level?.kind === 'share',
    path: path === null ? null : pointsIn(face, path.rows, actions.length),
    trail,
    before: place(region.before),
    after: next ? null : after,
    ghost: next ? after : null,
    cursor: cursorBeta === null || region.rowAt === null ? null : place(region.rowAt(cursorBeta)),
  };
}

/** Where a row lies in a face; null where it has nothing there. */
function placeIn(face: Face, row: Float64Array): Place | null {
  const shares = sharesOf(face, row);
  return shares === null ? null : placeOf(shares);
}

/** Where rows [points·N] lie in a face, x, y, …; NaN where one has nothing there. */
function pointsIn(face: Face, rows: Float64Array, n: number): Float64Array {
  const points = new Float64Array((rows.length / n) * 2);
  for (let k = 0; k < points.length / 2; k += 1) {
    const place = placeIn(face, rows.subarray(k * n, (k + 1) * n));
    points[2 * k] = place?.x ?? NaN;
    points[2 * k + 1] = place?.y ?? NaN;
  }
  return points;
}

/** Where a state's policies were before an iteration, oldest first, x, y, …: as many as are told apart. */
export function trailIn(trail: Trail, picture: RowsPicture, state: number, face: Face, before: number): Float64Array {
  const row = new Float64Array(picture.actions.length);
  const points: number[] = [];
  let count = 0;
  while (count < trail.length && trail.iteration(count) < before) count += 1;
  const stride = Math.max(1, Math.ceil(count / MOST_STEPS));
  for (let position = (count - 1) % stride; position >= 0 && position < count; position += stride) {
    trail.row(position, state, row);
    const place = placeIn(face, row);
    if (place !== null) points.push(place.x, place.y);
  }
  return Float64Array.from(points);
}

/** β of the point of the path that is nearest to a place of the plane, and how far that is; null without a path. */
export function nearestBeta(
  { path, face, before }: StateRegion,
  { x, y }: Place,
): { beta: number; away: number } | null {
  if (path === null) return null;
  const points = pointsIn(face, path.rows, before.length);
  let best = { beta: NaN, away: Infinity };
  // the ends are β = ∞ and 0, which no logarithmic axis has
  for (let k = 1; k < path.betas.length - 1; k += 1) {
    const away = Math.hypot(points[2 * k]! - x, points[2 * k + 1]! - y);
    if (away < best.away) best = { beta: path.betas[k]!, away };
  }
  return Number.isNaN(best.beta) ? null : best;
}
