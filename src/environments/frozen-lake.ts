import type { FieldValues, Fields } from '../field.ts';
import { compass } from './compass.ts';
import type { Environment } from './environment.ts';
import { gridWorld, type Grid } from './grid.ts';
import { textMap } from './text-map.ts';

const MAPS = {
  '4x4': `
S...
.H.H
...H
H..G`,
  '8x8': `
S.......
........
...H....
.....H..
...H....
.HH...H.
.H..H.H.
...H...G`,
} as const;

/** Steps after which Gymnasium cuts an episode off. */
const HORIZONS = { '4x4': 100, '8x8': 200 } as const;

const fields = {
  size: {
    kind: 'choice',
    label: 'size',
    default: '8x8',
    options: [
      { value: '4x4', label: '4×4' },
      { value: '8x8', label: '8×8' },
    ],
    help: 'Which of Gymnasium’s two maps.',
  },
  slippery: {
    kind: 'choice',
    label: 'slippery',
    default: 'yes',
    options: [
      { value: 'yes', label: 'yes', help: 'The chosen direction or either one at a right angle to it, a third each.' },
      { value: 'no', label: 'no', help: 'Every move goes where it is meant to.' },
    ],
    help: 'Whether a move goes where it was meant to only one time in three.',
  },
} as const satisfies Fields;

const grid = ({ size, slippery }: FieldValues<typeof fields>): Grid => ({
  map: textMap(MAPS[size]),
  rules: {
    slip: slippery === 'yes' ? 2 / 3 : 0,
    stepReward: 0,
    goalReward: 1,
    hazardReward: 0,
    hazard: 'ends',
    hazardName: 'hole',
    beyond: 'nothing',
    horizon: HORIZONS[size],
  },
});

/**
 * **Description.** Cross a frozen lake with holes; on slippery ice a move is as likely to go to either side.
 *
 * **Action space.** 4: north, east, south, west (0 to 3; Gymnasium's order is left, down, right, up).
 *
 * **States.** 16 or 64: all cells, row-major, holes and goal too.
 *
 * **Starting state.** Row 0, column 0.
 *
 * **Transitions.** One cell as chosen or, when slippery, in either direction at a right angle, 1/3 each. The border
 * reflects. Nothing happens any more in a hole or at the goal.
 *
 * **Rewards.** 1 at the goal, 0 elsewhere.
 *
 * **Episode end.** Terminates at the goal and in holes. Truncated after 100 (4×4) or 200 (8×8) steps.
 *
 * **Parameters.** `size` 4x4 or 8x8, `slippery` yes or no.
 *
 * **Source.** Gymnasium `FrozenLake-v1` and `FrozenLake8x8-v1`.
 */
export const frozenLake = {
  label: 'Frozen lake',
  summary: 'Slippery ice with holes: on it, the way that is safe is seldom the one that points at the goal.',
  fields,
  gamma: 0.99,
  actions: () => compass,
  grid,
  make: (parameters: FieldValues<typeof fields>) => gridWorld(grid(parameters)),
} satisfies Environment<typeof fields>;
