import type { FieldValues, Fields } from '../field.ts';
import { compass } from './compass.ts';
import type { Environment } from './environment.ts';
import { gridWorld, type Grid } from './grid.ts';
import { slipField } from './slip-field.ts';
import { textMap } from './text-map.ts';

const MAP = `
#############
#S....#.....#
#.....#.....#
#...........#
#.....#.....#
#.....#.....#
##.####.....#
#.....###.###
#.....#.....#
#.....#.....#
#...........#
#.....#....G#
#############`;

const fields = { slip: slipField(0.2) } as const satisfies Fields;

const grid = ({ slip }: FieldValues<typeof fields>): Grid => ({
  map: textMap(MAP),
  rules: {
    slip,
    stepReward: 0,
    goalReward: 1,
    hazardReward: 0,
    hazard: 'ends',
    hazardName: 'hazard',
    beyond: 'nothing',
    horizon: 300,
  },
});

/**
 * **Description.** Four rooms joined by four doors; the goal is in the corner opposite to the start.
 *
 * **Action space.** 4: north, east, south, west (0 to 3).
 *
 * **States.** 104: the free cells, row-major.
 *
 * **Starting state.** Row 1, column 1.
 *
 * **Transitions.** One cell as chosen; with probability `slip` at a right angle to it, half to each side. Walls
 * reflect. Nothing happens any more at the goal.
 *
 * **Rewards.** 1 at the goal, 0 elsewhere.
 *
 * **Episode end.** Terminates at row 11, column 11. Truncated after 300 steps.
 *
 * **Parameters.** `slip` 0.2.
 *
 * **Source.** The rooms of Sutton, Precup and Singh 1999, with fixed start and goal, and a slip to the sides.
 */
export const fourRooms = {
  label: 'Four rooms',
  summary: 'Two ways through two doors each lead to the opposite corner, far from any reward on the way.',
  fields,
  gamma: 0.97,
  actions: () => compass,
  grid,
  make: (parameters: FieldValues<typeof fields>) => gridWorld(grid(parameters)),
} satisfies Environment<typeof fields>;
