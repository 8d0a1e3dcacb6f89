import { methodOf, type MethodKind } from '../methods/registry.ts';
import { measureIndex } from '../training/measure.ts';
import { betaPath, betaRange, type BetaPath } from '../trust-regions/beta-path.ts';
import { dualCurve, type DualCurve } from '../trust-regions/dual-curve.ts';
import { massOn, type Face } from '../trust-regions/face.ts';
import { regionBorder, type RegionBorder } from '../trust-regions/region.ts';
import type { MassMover, Point, SharedProblem } from '../trust-regions/trust-region.ts';
import { isKnown, partAt, type RowsFrame, type RowsPicture } from './plan.ts';

/** What one state may spend: a radius, or of a radius that all states share what its own step spends. */
interface Level {
  readonly kind: 'radius' | 'share';
  readonly value: number;
}

/** The trust region of one state, and what a step did in it; each part is null where there is none. */
export interface StateRegion {
  /** π_{k−1}(·|s), π_k(·|s) and A(s,·) [N]; of networks, the row they were fitted to */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly advantage: Float64Array;
  /** Where the step stands; null before the first, and where nothing is known of the state. */
  readonly point: Point | null;
  readonly face: Face;
  /** Mass of the old row that is not on the face. */
  readonly kept: number;
  readonly mover: 'region' | 'flow' | 'gradient';
  readonly usesCost: boolean;
  readonly level: Level | null;
  readonly border: RegionBorder | null;
  readonly path: BetaPath | null;
  readonly dual: DualCurve | null;
  /** Where β takes this state's step, [N]; null without a path. */
  readonly rowAt: ((beta: number) => Float64Array) | null;
}

/** How much farther than the path goes the dual is drawn. */
const MARGIN = 3;

/** The trust region of the step that led to a frame, at one state, in a face. */
export function stateRegion(
  method: MethodKind,
  frame: RowsFrame,
  picture: RowsPicture,
  state: number,
  face: Face,
): StateRegion {
  const n = picture.actions.length;
  const row = (array: Float64Array): Float64Array => array.slice(state * n, (state + 1) * n);
  const { mover } = methodOf(method);
  const point = isKnown(frame, state) ? frame.point : null;
  const before = row(frame.previous);
  const plain: StateRegion = {
    before,
    after: row((frame.kind === 'discrete' ? frame.target : null) ?? frame.policy),
    advantage: row(frame.advantage),
    point,
    face,
    kept: Math.max(0, 1 - massOn(face, before)),
    mover: mover.kind,
    usesCost: mover.kind !== 'gradient' && mover.of.usesCost,
    level: null,
    border: null,
    path: null,
    dual: null,
    rowAt: null,
  };
  if (mover.kind === 'gradient' || point === null) return plain;
  const problem = partAt(frame, picture, state);
  const path = betaPath(mover.of, problem, point);
  const moving = { ...plain, path, rowAt: (beta: number) => rowAt(mover.of, problem, point, beta) };
  if (mover.kind === 'flow') return moving;
  const region = mover.of;
  const radius = frame.row[measureIndex.radius]!;
  const level: Level =
    picture.states === 1 && radius >= 0
      ? { kind: 'radius', value: radius }
      : { kind: 'share', value: region.spent(problem, point) };
  const range = betaRange(path);
  return {
    ...moving,
    level,
    border: Number.isFinite(level.value) ? regionBorder(region, problem, point, level.value, face) : null,
    dual:
      range === null || !Number.isFinite(level.value)
        ? null
        : dualCurve(region, problem, point, level.value, widened(range, point.beta), undefined, path.jumps),
  };
}

/** The row that a mover leads to at β. */
function rowAt(mover: MassMover, problem: SharedProblem, point: Point, beta: number): Float64Array {
  const row = new Float64Array(problem.actions);
  mover.improve(problem, { ...point, beta, share: 0 }, row);
  return row;
}

/** A range of β, somewhat wider, with the step's own in it where that is not far out. */
function widened([low, high]: readonly [number, number], beta: number): readonly [number, number] {
  const range = [low / MARGIN, high * MARGIN] as const;
  const far = 100;
  if (beta > range[1] && beta < range[1] * far) return [range[0], beta * 1.5];
  if (beta < range[0] && beta > range[0] / far) return [beta / 1.5, range[1]];
  return range;
}
