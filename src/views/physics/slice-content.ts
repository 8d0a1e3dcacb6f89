import type { DiscretePicture, SlicePicture } from '../../environments/picture.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { CategoricalFrame, Episode, Frame, GaussianSlice } from '../../training/frame.ts';
import type { SliceContent } from '../draw/slice-painter.ts';

/** What a map shows of a frame's slice; before the first frame, and while another slice is on its way, a policy without bias. */
export function sliceOf(
  frame: Frame | null,
  picture: SlicePicture,
  slice: number,
  component: number,
  known: KnownPath,
): Pick<SliceContent, 'columns' | 'rows' | 'gaussian' | 'component' | 'components' | 'value' | 'path'> {
  const { rows, columns } = picture.lattice;
  const components = picture.kind === 'discrete' ? 1 : picture.components.length;
  const fits = frame !== null && frame.kind !== 'table' && frame.kind === picture.kind && frame.slice === slice;
  const latest = fits ? frame.latest : null;
  return {
    columns,
    rows,
    gaussian: fits ? gaussianOf(frame, picture) : unbiased(rows * columns * components),
    component,
    components,
    value: fits ? frame.value : null,
    path: latest === null ? null : sameOrNew(known, picture.world, slice, columns, latest),
  };
}

function gaussianOf(frame: Frame, picture: SlicePicture): GaussianSlice {
  if (frame.kind === 'discrete' && picture.kind === 'discrete') return meanDirections(frame, picture);
  return frame.kind === 'continuous' ? frame.gaussian : unbiased(picture.states);
}

/** Mean and standard deviation of where discrete actions push, from −1 to 1: the first entry of their embedding. */
function meanDirections(frame: CategoricalFrame, { actions, states }: DiscretePicture): GaussianSlice {
  const pushes = actions.map(({ embedding }) => embedding[0] ?? 0);
  const moments = (policy: Float64Array): { mean: Float64Array; std: Float64Array } => {
    const mean = new Float64Array(states);
    const std = new Float64Array(states);
    for (let s = 0; s < states; s += 1) {
      let square = 0;
      pushes.forEach((push, a) => {
        const share = policy[s * pushes.length + a]!;
        mean[s]! += share * push;
        square += share * push * push;
      });
      std[s] = Math.sqrt(Math.max(0, square - mean[s]! * mean[s]!));
    }
    return { mean, std };
  };
  const now = moments(frame.policy);
  const before = moments(frame.previous);
  return { ...now, previousMean: before.mean, previousStd: before.std };
}

function unbiased(length: number): GaussianSlice {
  const mean = new Float64Array(length);
  const std = new Float64Array(length).fill(1);
  return { mean, std, previousMean: mean, previousStd: std };
}

/** The path that was drawn last: the same episode must give the same array, or the whole map is drawn again. */
export interface KnownPath {
  key: string;
  path: Float32Array | null;
}

function sameOrNew(
  known: KnownPath,
  world: PhysicsWorld,
  slice: number,
  side: number,
  latest: Episode,
): Float32Array | null {
  // every frame brings a copy: an episode is known by its length, its sum and where it ended
  const key = [slice, latest.steps, latest.total, ...latest.states.subarray(-world.variables.length)].join();
  if (known.key !== key) {
    known.key = key;
    known.path = pathOf(world, slice, side, latest);
  }
  return known.path;
}

/** State variables above which an episode's path in a slice is only a shadow, and not drawn. */
const MOST_VARIABLES = 4;
/** Points of a path that are drawn at the most. */
const MOST_POINTS = 250;

/** An episode's states as points of a slice, in cells from its upper left corner; angles are taken into their turn. */
function pathOf(world: PhysicsWorld, slice: number, side: number, { states }: Episode): Float32Array | null {
  const { variables } = world;
  const { length } = variables;
  const shown = world.slices[slice];
  if (shown === undefined || length > MOST_VARIABLES) return null;
  const place = (variable: number, value: number): number => {
    const { low, high, unit } = variables[variable]!;
    const part = (value - low) / (high - low);
    const turns = unit === 'rad' && Math.abs(high - low - 2 * Math.PI) < 1e-9;
    return side * (turns ? part - Math.floor(part) : part);
  };
  const total = states.length / length;
  const every = Math.max(1, Math.ceil(total / MOST_POINTS));
  const path = new Float32Array(2 * Math.ceil(total / every));
  for (let n = 0; n < path.length / 2; n += 1) {
    const base = n * every * length;
    path[2 * n] = place(shown.x, states[base + shown.x]!);
    path[2 * n + 1] = side - place(shown.y, states[base + shown.y]!);
  }
  return path;
}
