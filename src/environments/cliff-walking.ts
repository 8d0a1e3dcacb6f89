import type { FieldValues, Fields } from '../field.ts';
import { compass } from './compass.ts';
import type { Environment } from './environment.ts';
import { gridWorld, type Grid } from './grid.ts';
import { slipField } from './slip-field.ts';
import { textMap } from './text-map.ts';

const MAP = `
............
............
............
SHHHHHHHHHHG`;

const fields = {
  slip: slipField(0),
  fall: {
    kind: 'number',
    label: 'fall reward',
    default: -100,
    min: -200,
    max: 0,
    step: 1,
    scale: 'linear',
    help: 'Reward for stepping into the cliff. Closer to −1, the risky path along the edge costs less to learn.',
  },
  limit: {
    kind: 'number',
    label: 'step limit',
    default: 200,
    min: 20,
    max: 5000,
    step: 60,
    scale: 'log',
    integer: true,
    unit: 'steps',
    help: 'Steps after which a sampled episode is broken off. Exact values know no limit.',
  },
} as const satisfies Fields;

const grid = ({ slip, fall, limit }: FieldValues<typeof fields>): Grid => ({
  map: textMap(MAP),
  rules: {
    slip,
    stepReward: -1,
    goalReward: -1,
    hazardReward: fall,
    hazard: 'returns',
    hazardName: 'cliff',
    beyond: 'moves',
    horizon: limit,
  },
});

/**
 * **Description.** Cross a 4×12 grid from one lower corner to the other; a cliff lies along the straight way.
 *
 * **Action space.** 4: north, east, south, west (0 to 3; Gymnasium's order is up, right, down, left: the same).
 *
 * **States.** 48: all cells, row-major. The cliff's and the goal's are never acted in; their rows of the model hold
 * ordinary moves, as in Gymnasium's table.
 *
 * **Starting state.** Row 3, column 0.
 *
 * **Transitions.** One cell as chosen; with probability `slip` at a right angle to it, half to each side. The border
 * reflects. The cliff sends back to the start, and the episode goes on.
 *
 * **Rewards.** −1 a step, also into the goal; `fall` (−100) into the cliff.
 *
 * **Episode end.** Terminates at row 3, column 11. Truncated after `limit` steps (Gymnasium sets no limit: a policy that
 * walks to and fro would never end).
 *
 * **Parameters.** `slip` 0 (Gymnasium's `is_slippery` is 2/3), `fall` −100, `limit` 200.
 *
 * **Source.** Sutton and Barto 2018, example 6.6; Gymnasium `CliffWalking-v1`.
 */
export const cliffWalking = {
  label: 'Cliff walking',
  summary: 'The shortest way runs along a cliff: a fall costs 100 steps and leads back to the start.',
  fields,
  gamma: 0.95,
  actions: () => compass,
  grid,
  make: (parameters: FieldValues<typeof fields>) => gridWorld(grid(parameters)),
} satisfies Environment<typeof fields>;
