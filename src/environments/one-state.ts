import { say, sayCount } from '../copy/say.ts';
import { formatNumber, type FieldValues, type Fields } from '../field.ts';
import type { Action, Environment, FiniteWorld, Misfit } from './environment.ts';
import { buildModel, uniformStart } from './model.ts';
import {
  lineOfPlaces,
  placesProblem,
  policyProblem,
  rewardsProblem,
  splitPlaces,
  splitPolicy,
  splitRewards,
  type Place,
} from './one-state-text.ts';

const fields = {
  rewards: {
    kind: 'text',
    label: 'rewards',
    default: '0,0.7,1',
    maxLength: 200,
    help: 'What each action pays, separated by spaces or commas: 2 to 6 numbers, as many as there are actions.',
    problem: rewardsProblem,
  },
  policy: {
    kind: 'text',
    label: 'old policy',
    symbol: 'π',
    default: '',
    maxLength: 200,
    help: 'The probability of each action at first, divided by their sum; empty for the uniform policy.',
    problem: policyProblem,
  },
  places: {
    kind: 'text',
    label: 'places',
    default: '',
    maxLength: 300,
    help: 'Where each action stands in the plane, as in 0,0;1,0;0.5,0.8: the distances are M. Empty for a line, 1 from end to end.',
    problem: placesProblem,
  },
} as const satisfies Fields;

/** The parameters of the world as numbers. */
export interface OneState {
  readonly rewards: readonly number[];
  /** Sums to 1; null for the uniform policy. */
  readonly policy: readonly number[] | null;
  /** Null for a line. */
  readonly places: readonly Place[] | null;
}

/** Reads parameters that their fields allow. */
export function readOneState({ rewards, policy, places }: FieldValues<typeof fields>): OneState {
  return { rewards: splitRewards(rewards), policy: splitPolicy(policy), places: splitPlaces(places) };
}

/** Parameters that are read back as these numbers. */
export function writeOneState({ rewards, policy, places }: OneState): FieldValues<typeof fields> {
  const row = (numbers: readonly number[]): string => numbers.map(formatNumber).join(',');
  return {
    rewards: row(rewards),
    policy: policy === null ? '' : row(policy),
    places: places === null ? '' : places.map(row).join(';'),
  };
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

function actionsAt(places: readonly Place[]): readonly Action[] {
  return places.map((place, action) => ({
    label: LETTERS[action]!,
    glyph: LETTERS[action]!,
    direction: null,
    // each a kind of its own, at a right angle to the others
    embedding: places.map((_, axis) => (axis === action ? 1 : 0)),
    place,
  }));
}

/**
 * **Description.** A bandit: one choice, and what it pays. All that a trust region does is seen at its single row.
 *
 * **Action space.** 2 to 6, as many as there are rewards: A to F. Each has a place in the plane; the distances are the cost M.
 *
 * **States.** 1.
 *
 * **Starting state.** The only one. Learning starts from `policy`, not from the uniform one.
 *
 * **Transitions.** None: every action ends the episode.
 *
 * **Rewards.** The action's own.
 *
 * **Episode end.** Terminates after one step.
 *
 * **Parameters.** `rewards` 0,0.7,1; `policy` empty (uniform); `places` empty (on a line).
 *
 * **Source.** Ours; Sutton and Barto, "Reinforcement Learning: An Introduction", 2nd ed., chapter 2. On the line the nearest
 * action pays more for its distance than the best, so that metrics differ in where they go first.
 */
export const oneState = {
  label: 'One state',
  summary: 'A bandit: rewards, an old policy and places of your own, and one row in which to see the trust region.',
  fields,
  gamma: 0.95,
  hasPlaces: true,
  misfits: ({ rewards, policy, places }: FieldValues<typeof fields>): Misfit[] => {
    const wanted = splitRewards(rewards).length;
    const misfits: Misfit[] = [];
    const numbers = splitPolicy(policy)?.length ?? wanted;
    if (numbers !== wanted) misfits.push({ key: 'policy', says: (key) => numbersMisfit(key, numbers, wanted) });
    const placed = splitPlaces(places)?.length ?? wanted;
    if (placed !== wanted) misfits.push({ key: 'places', says: (key) => placesMisfit(key, placed, wanted) });
    return misfits;
  },
  actions: (parameters: FieldValues<typeof fields>) => {
    const { rewards, places } = readOneState(parameters);
    return actionsAt(places ?? lineOfPlaces(rewards.length));
  },
  make: (parameters: FieldValues<typeof fields>) => makeOneState(readOneState(parameters)),
} satisfies Environment<typeof fields>;

function numbersMisfit(key: string, count: number, wanted: number): string {
  return sayCount(
    count,
    '{key} has {count} number, and there are {wanted} rewards: as many are wanted',
    '{key} has {count} numbers, and there are {wanted} rewards: as many are wanted',
    { key, wanted },
  );
}

function placesMisfit(key: string, count: number, wanted: number): string {
  return sayCount(
    count,
    '{key} has {count} place, and there are {wanted} rewards: as many are wanted',
    '{key} has {count} places, and there are {wanted} rewards: as many are wanted',
    { key, wanted },
  );
}

function makeOneState({ rewards, policy, places }: OneState): FiniteWorld {
  const only = Int32Array.of(0);
  return {
    model: buildModel(1, rewards.length, uniformStart(1, [0]), (_, action) => [
      { probability: 1, next: 0, reward: rewards[action]!, terminated: true },
    ]),
    actions: actionsAt(places ?? lineOfPlaces(rewards.length)),
    ...(policy === null ? {} : { initialPolicy: Float64Array.from(policy) }),
    lattice: {
      shape: 'grid',
      rows: 1,
      columns: 1,
      layers: [],
      statesAt: () => only,
      marksAt: () => [],
      fences: [],
    },
    horizon: 1,
    absorbing: Uint8Array.of(0),
    describe: () => say('the one state'),
  };
}
