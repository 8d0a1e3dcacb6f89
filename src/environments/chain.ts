import type { FieldValues, Fields, NumberField } from '../field.ts';
import { say } from '../copy/say.ts';
import { signed } from './compass.ts';
import type { Action, Environment, FiniteWorld } from './environment.ts';
import { buildModel, uniformStart } from './model.ts';

const rewardField = (label: string, standard: number, help: string): NumberField => ({
  kind: 'number',
  label,
  default: standard,
  min: 0,
  max: 20,
  step: 0.1,
  scale: 'linear',
  help,
});

const fields = {
  length: {
    kind: 'number',
    label: 'length',
    unit: 'states',
    default: 5,
    min: 3,
    max: 20,
    step: 1,
    scale: 'linear',
    integer: true,
    help: 'Number of states from the start to the end of the chain.',
  },
  slip: {
    kind: 'number',
    label: 'slip',
    default: 0.2,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Probability that the other action happens.',
  },
  endReward: rewardField('end reward', 10, 'Reward of each step forward at the end of the chain.'),
  backReward: rewardField('back reward', 2, 'Reward of each step back to the start, from anywhere.'),
} as const satisfies Fields;

const FORWARD = 0;

const actions: readonly Action[] = [
  { label: 'forward', glyph: '→', direction: [1, 0], embedding: [1, 0] },
  { label: 'back to start', glyph: '←', direction: [-1, 0], embedding: [-1, 0] },
];

/**
 * **Description.** A small reward at once, or a large one at the end of a chain: a test of looking ahead.
 *
 * **Action space.** 2: forward, back to start (0 and 1).
 *
 * **States.** 5: the links of the chain in order; 3 to 20 by `length`.
 *
 * **Starting state.** 0.
 *
 * **Transitions.** Forward moves one link on, and stays at the end; back leads to the start. With probability `slip`
 * the other of the two happens.
 *
 * **Rewards.** `endReward` (10) for forward at the end, 0 for forward elsewhere; `backReward` (2) for back. They follow
 * what happens, not what was chosen.
 *
 * **Episode end.** Never terminates. Truncated after 1000 steps.
 *
 * **Parameters.** `length` 5, `slip` 0.2, `endReward` 10, `backReward` 2.
 *
 * **Source.** Strens 2000, "A Bayesian framework for reinforcement learning"; Gym `NChain-v0`.
 */
export const chain = {
  label: 'Chain',
  summary: 'Go back for a small reward now, or forward for a large one at the end.',
  fields,
  gamma: 0.95,
  actions: () => actions,
  make: (parameters: FieldValues<typeof fields>) => makeChain(parameters),
} satisfies Environment<typeof fields>;

function makeChain({ length, slip, endReward, backReward }: FieldValues<typeof fields>): FiniteWorld {
  const end = length - 1;
  const model = buildModel(length, actions.length, uniformStart(length, [0]), (state, action) => {
    const forward = action === FORWARD ? 1 - slip : slip;
    const back = action === FORWARD ? slip : 1 - slip;
    const reward = state === end ? endReward : 0;
    return [
      { probability: forward, next: Math.min(state + 1, end), reward, terminated: false },
      { probability: back, next: 0, reward: backReward, terminated: false },
    ];
  });
  const states = Int32Array.from({ length }, (_, state) => state);
  const startLabel = () => say('start: {reward} for each step back to it', { reward: signed(backReward) });
  const endLabel = () => say('end: {reward} for each step forward, the episode goes on', { reward: signed(endReward) });
  return {
    model,
    actions,
    lattice: {
      shape: 'chain',
      rows: 1,
      columns: length,
      layers: [],
      statesAt: () => states,
      marksAt: () => [
        { row: 0, column: 0, kind: 'start', text: 'S', label: startLabel() },
        { row: 0, column: end, kind: 'goal', text: 'G', label: endLabel() },
      ],
      fences: [],
    },
    horizon: 1000,
    absorbing: new Uint8Array(length),
    describe: (state) =>
      say(state === 0 ? 'state {state} (start)' : state === end ? 'state {state} (end)' : 'state {state}', { state }),
  };
}
