import type { FieldValues, Fields, NumberField } from '../field.ts';
import { compass } from './compass.ts';
import type { Environment } from './environment.ts';
import { gridWorld, type Grid } from './grid.ts';
import { slipField } from './slip-field.ts';
import { MAX_MAP_LENGTH, textMap, textMapProblem } from './text-map.ts';

/** Over a narrow bridge between hazards, or the long way round: which is better turns with the slip. */
const DEFAULT_MAP = `S..#.....
.#...###.
.#.#.....
.....#.#.
HHH.HHH#.
HHH.HHH#.
.......#.
.###.#...
.G...#.#.`;

const rewardField = (label: string, standard: number, bound: number, step: number, help: string): NumberField => ({
  kind: 'number',
  label,
  default: standard,
  min: -bound,
  max: bound,
  step,
  scale: 'linear',
  help,
});

const fields = {
  map: {
    kind: 'text',
    label: 'map',
    default: DEFAULT_MAP.replaceAll('\n', '/'),
    maxLength: MAX_MAP_LENGTH,
    multiline: true,
    help: '# wall, . free, S start, G goal, H hazard; rows separated by / or new lines, at most 64 × 64.',
    problem: textMapProblem,
  },
  slip: slipField(0.1),
  stepReward: rewardField('step reward', -0.02, 10, 0.01, 'Reward of each step to a cell without a mark.'),
  goalReward: rewardField('goal reward', 1, 100, 0.5, 'Reward for arriving at a goal, which ends the episode.'),
  hazardReward: rewardField('hazard reward', -1, 100, 0.5, 'Reward for arriving at a hazard.'),
  hazard: {
    kind: 'choice',
    label: 'hazard',
    default: 'ends',
    options: [
      { value: 'ends', label: 'ends the episode', help: 'As the holes of Frozen lake.' },
      { value: 'returns', label: 'back to the start', help: 'As the cliff of Cliff walking: the episode goes on.' },
    ],
    help: 'What happens after arriving at a hazard.',
  },
} as const satisfies Fields;

const grid = ({ map: text, ...rules }: FieldValues<typeof fields>): Grid => {
  const map = textMap(text);
  const states = map.cells.filter((cell) => cell !== 'wall').length;
  return { map, rules: { ...rules, hazardName: 'hazard', beyond: 'nothing', horizon: Math.max(200, 2 * states) } };
};

/**
 * **Description.** A map of one's own: walls, hazards, goals and starts, drawn or typed.
 *
 * **Action space.** 4: north, east, south, west (0 to 3).
 *
 * **States.** The cells that are no wall, row-major.
 *
 * **Starting state.** Uniform over the cells marked `S`.
 *
 * **Transitions.** One cell as chosen; with probability `slip` at a right angle to it, half to each side. Walls and the
 * border reflect. Nothing happens any more at a goal or in a hazard; a hazard that sends back is never stood in.
 *
 * **Rewards.** On arrival: `goalReward`, `hazardReward`, or `stepReward` for every other cell (also when staying).
 *
 * **Episode end.** Terminates at goals, and at hazards where `hazard` is `ends`. Truncated after two steps for each cell
 * that is no wall, but not before 200.
 *
 * **Parameters.** `map`, `slip` 0.1, `stepReward` −0.02, `goalReward` 1, `hazardReward` −1, `hazard` ends or returns.
 *
 * **Source.** Ours; rewards as in Russell and Norvig's 4×3 world ("Artificial Intelligence", 4th ed., figure 16.1), but
 * with half their −0.04 a step, since the way is longer.
 */
export const gridworld = {
  label: 'Gridworld',
  summary: 'A map of your own: draw walls, hazards, goals and starts.',
  fields,
  gamma: 0.97,
  actions: () => compass,
  grid,
  make: (parameters: FieldValues<typeof fields>) => gridWorld(grid(parameters)),
} satisfies Environment<typeof fields>;
