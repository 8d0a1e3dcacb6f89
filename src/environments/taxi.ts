import type { FieldValues, Fields } from '../field.ts';
import { signed, slippedMoves } from './compass.ts';
import type { Action, Environment, FiniteWorld, Mark } from './environment.ts';
import { buildModel, uniformStart, type Outcome } from './model.ts';
import { say } from '../copy/say.ts';
import { slipField } from './slip-field.ts';

const SIDE = 5;
const IN_TAXI = 4;
const STEP = -1;
const DELIVERY = 20;
const REFUSAL = -10;

/** Where passengers wait and want to go, in Gymnasium's order. */
const LANDMARKS = [
  { name: 'Red', letter: 'R', row: 0, column: 0 },
  { name: 'Green', letter: 'G', row: 0, column: 4 },
  { name: 'Yellow', letter: 'Y', row: 4, column: 0 },
  { name: 'Blue', letter: 'B', row: 4, column: 3 },
] as const;

/** Cells with a thin wall on their right side. */
const FENCES = [
  [0, 1],
  [1, 1],
  [3, 0],
  [3, 2],
  [4, 0],
  [4, 2],
] as const;

const actions: readonly Action[] = [
  { label: 'south', glyph: '↓', direction: [0, 1], embedding: [0, 1, 0, 0] },
  { label: 'north', glyph: '↑', direction: [0, -1], embedding: [0, -1, 0, 0] },
  { label: 'east', glyph: '→', direction: [1, 0], embedding: [1, 0, 0, 0] },
  { label: 'west', glyph: '←', direction: [-1, 0], embedding: [-1, 0, 0, 0] },
  { label: 'pick up', glyph: 'P', direction: null, embedding: [0, 0, 1, 0] },
  { label: 'drop off', glyph: 'D', direction: null, embedding: [0, 0, 0, 1] },
];
const PICK_UP = 4;

const fields = { slip: slipField(0) } as const satisfies Fields;

/**
 * **Description.** Fetch a passenger at one of four landmarks and drop them off at another.
 *
 * **Action space.** 6: south, north, east, west, pick up, drop off (0 to 5).
 *
 * **States.** 500: ((row·5 + column)·5 + passenger)·4 + destination; passenger 0 to 3 at Red, Green, Yellow, Blue, 4 in
 * the taxi. The 100 states with the passenger at the destination are never acted in; their rows of the model hold
 * ordinary moves, as in Gymnasium's table.
 *
 * **Starting state.** Uniform over the 300 states in which a passenger waits elsewhere than at the destination.
 *
 * **Transitions.** Moves of one cell, stopped by the border and by six thin walls; with probability `slip` at a right
 * angle to what was chosen, half to each side. A passenger may be dropped at any landmark.
 *
 * **Rewards.** −1 a step; +20 for dropping off at the destination; −10 for a pick up or drop off that cannot be.
 *
 * **Episode end.** Terminates with the drop off at the destination. Truncated after 200 steps.
 *
 * **Parameters.** `slip` 0 (Gymnasium's `is_rainy` is near to 0.2).
 *
 * **Source.** Dietterich 2000, "Hierarchical reinforcement learning with the MAXQ value function decomposition";
 * Gymnasium `Taxi-v3`.
 */
export const taxi = {
  label: 'Taxi',
  summary: 'Fetch a passenger and drop them off where they want to go: the paper’s first benchmark, with 500 states.',
  fields,
  gamma: 0.95,
  actions: () => actions,
  make: ({ slip }: FieldValues<typeof fields>) => makeTaxi(slip),
} satisfies Environment<typeof fields>;

interface TaxiState {
  readonly row: number;
  readonly column: number;
  /** Landmark 0 to 3 or IN_TAXI. */
  readonly passenger: number;
  readonly destination: number;
}

const STATES = SIDE * SIDE * (LANDMARKS.length + 1) * LANDMARKS.length;

function encode({ row, column, passenger, destination }: TaxiState): number {
  return ((row * SIDE + column) * (LANDMARKS.length + 1) + passenger) * LANDMARKS.length + destination;
}

function decode(state: number): TaxiState {
  const destination = state % LANDMARKS.length;
  const rest = Math.floor(state / LANDMARKS.length);
  const cell = Math.floor(rest / (LANDMARKS.length + 1));
  return { row: Math.floor(cell / SIDE), column: cell % SIDE, passenger: rest % (LANDMARKS.length + 1), destination };
}

function outcomesOf(state: number, action: number, slip: number): readonly Outcome[] {
  const here = decode(state);
  const { direction } = actions[action]!;
  if (direction !== null) {
    return slippedMoves(direction, slip).map((move) => {
      const next = encode({ ...here, ...moved(here, move.direction) });
      return { probability: move.probability, next, reward: STEP, terminated: false };
    });
  }
  return [{ probability: 1, ...(action === PICK_UP ? pickUp(here) : dropOff(here)) }];
}

/** Cell after a move of one cell. */
function moved(from: TaxiState, [x, y]: readonly [number, number]): { readonly row: number; readonly column: number } {
  const row = from.row + y;
  const column = from.column + x;
  const outside = row < 0 || row >= SIDE || column < 0 || column >= SIDE;
  const fenced = FENCES.some(([r, c]) => r === from.row && x !== 0 && c === Math.min(from.column, column));
  return outside || fenced ? from : { row, column };
}

function pickUp(here: TaxiState): Omit<Outcome, 'probability'> {
  const possible = here.passenger === landmarkAt(here);
  const next = possible ? { ...here, passenger: IN_TAXI } : here;
  return { next: encode(next), reward: possible ? STEP : REFUSAL, terminated: false };
}

function dropOff(here: TaxiState): Omit<Outcome, 'probability'> {
  const landmark = landmarkAt(here);
  if (here.passenger !== IN_TAXI || landmark < 0) return { next: encode(here), reward: REFUSAL, terminated: false };
  const delivered = landmark === here.destination;
  return { next: encode({ ...here, passenger: landmark }), reward: delivered ? DELIVERY : STEP, terminated: delivered };
}

/** Landmark at a cell, or −1. */
function landmarkAt({ row, column }: TaxiState): number {
  return LANDMARKS.findIndex((landmark) => landmark.row === row && landmark.column === column);
}

function makeTaxi(slip: number): FiniteWorld {
  const all = Array.from({ length: STATES }, (_, state) => state);
  const isDelivered = (state: number): boolean => decode(state).passenger === decode(state).destination;
  const starts = all.filter((state) => decode(state).passenger !== IN_TAXI && !isDelivered(state));
  const names = LANDMARKS.map((landmark) => landmark.name);
  return {
    model: buildModel(STATES, actions.length, uniformStart(STATES, starts), (s, a) => outcomesOf(s, a, slip)),
    actions,
    lattice: {
      shape: 'grid',
      rows: SIDE,
      columns: SIDE,
      layers: [
        { label: 'passenger', options: [...names, 'in taxi'] },
        { label: 'destination', options: names },
      ],
      statesAt: ([passenger = 0, destination = 0]) =>
        Int32Array.from({ length: SIDE * SIDE }, (_, cell) =>
          encode({ row: Math.floor(cell / SIDE), column: cell % SIDE, passenger, destination }),
        ),
      marksAt: ([passenger = 0, destination = 0]) => marksFor(passenger, destination),
      fences: FENCES,
    },
    horizon: 200,
    absorbing: Uint8Array.from(all, (state) => (isDelivered(state) ? 1 : 0)),
    describe: (state) => {
      const { row, column, passenger, destination } = decode(state);
      const values = { row, column, destination: say(names[destination]!) };
      return passenger === IN_TAXI
        ? say('taxi at row {row}, column {column}, passenger in the taxi, destination {destination}', values)
        : say('taxi at row {row}, column {column}, passenger at {place}, destination {destination}', {
            ...values,
            place: say(names[passenger]!),
          });
    },
  };
}

/** The four landmarks, with what this layer says of them: a dot where the passenger waits, a goal at the destination. */
function marksFor(passenger: number, destination: number): readonly Mark[] {
  return LANDMARKS.map(({ name, letter, row, column }, index) => {
    const says = [say(name)];
    if (index === passenger) says.push(say('the passenger is here'));
    if (index === destination) {
      says.push(say('destination: {reward} for the drop off, ends the episode', { reward: signed(DELIVERY) }));
    }
    const kind = index === destination ? 'goal' : 'landmark';
    return { row, column, kind, text: index === passenger ? `${letter}•` : letter, label: says.join(', ') };
  });
}
