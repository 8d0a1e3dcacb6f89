import type { Picture } from '../../environments/picture.ts';
import type { Frame, GaussianSlice } from '../../training/frame.ts';
import type { GaussianContent } from '../draw/gaussian-map.ts';

/** What a map shows of a frame's slice; before the first frame, and while another slice is on its way, a policy without bias. */
export function sliceOf(
  frame: Frame | null,
  world: Picture,
  [slice = 0, component = 0]: readonly number[],
): Pick<GaussianContent, 'columns' | 'rows' | 'gaussian' | 'component' | 'components' | 'value' | 'path'> {
  const { rows, columns } = world.lattice;
  const components = Math.max(1, world.components.length);
  const fits = frame !== null && frame.physics !== null && frame.physics.slice === slice;
  const gaussian = fits
    ? (frame.physics!.gaussian ?? meanDirections(frame, world))
    : unbiased(rows * columns * components);
  return { columns, rows, gaussian, component, components, value: fits ? frame.value : null, path: null };
}

/** Mean and standard deviation of where discrete actions push, from −1 to 1: the first entry of their embedding. */
function meanDirections(frame: Frame, { actions, states }: Picture): GaussianSlice {
  const pushes = actions.map(({ embedding }) => embedding[0] ?? 0);
  const moments = (policy: Float64Array): { mean: Float64Array; spread: Float64Array } => {
    const mean = new Float64Array(states);
    const spread = new Float64Array(states);
    for (let s = 0; s < states; s += 1) {
      let square = 0;
      pushes.forEach((push, a) => {
        const share = policy[s * pushes.length + a]!;
        mean[s] = mean[s]! + share * push;
        square += share * push * push;
      });
      spread[s] = Math.sqrt(Math.max(0, square - mean[s]! * mean[s]!));
    }
    return { mean, spread };
  };
  const now = moments(frame.policy);
  const before = moments(frame.previous);
  return { ...now, previousMean: before.mean, previousSpread: before.spread };
}

function unbiased(length: number): GaussianSlice {
  const mean = new Float64Array(length);
  const spread = new Float64Array(length).fill(1);
  return { mean, spread, previousMean: mean, previousSpread: spread };
}
