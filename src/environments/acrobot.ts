import type { Fields } from '../field.ts';
import { cos, sin } from '../math/sin-cos.ts';
import type { Action } from './environment.ts';
import type { Dynamics, PhysicsEnvironment, PhysicsWorld, Scene } from './physics.ts';

const GRAVITY = 9.8;
const TIMESTEP = 0.2;
const FASTEST_1 = 4 * Math.PI;
const FASTEST_2 = 9 * Math.PI;
const TURN = 2 * Math.PI;
const START = 0.1;
const TARGET = 1;

const fields = {} as const satisfies Fields;

const actions: readonly Action[] = [
  { label: 'torque −1', glyph: '↻', direction: [-1, 0], embedding: [-1, 0] },
  { label: 'no torque', glyph: '·', direction: null, embedding: [0, 1] },
  { label: 'torque +1', glyph: '↺', direction: [1, 0], embedding: [1, 0] },
];

/**
 * **Description.** Two links hang from a fixed hinge. A motor at the joint between them must swing the free end above a
 * line, one link's length above the hinge; it is too weak to do so at once.
 *
 * **Action space.** 3: a torque of −1, 0 or +1 N m at the joint between the links (0, 1, 2).
 *
 * **Observation space.** 6: cos θ₁, sin θ₁, cos θ₂, sin θ₂ and both angular velocities. θ₁ is the first link's angle from
 * hanging, counter-clockwise positive, θ₂ the second's from the direction of the first. The state is θ₁, θ₂ in [−π, π]
 * and the velocities, cut off at ±4π and ±9π rad/s.
 *
 * **Rewards.** −1 a step; 0 for the step that reaches the line.
 *
 * **Starting state.** Each entry uniform between −0.1 and 0.1, rounded to single precision as Gymnasium does.
 *
 * **Episode end.** Terminates where −cos θ₁ − cos(θ₁ + θ₂) > 1. Truncated after 500 steps.
 *
 * **Arguments.** None: the equations of the book (Gymnasium's `book_or_nips` is left out).
 *
 * **Source.** Sutton 1996, "Generalization in reinforcement learning: successful examples using sparse coarse coding";
 * Sutton and Barto; Gymnasium `Acrobot-v1`, one fourth-order Runge–Kutta step of 0.2 s in doubles. Both links have length
 * and mass 1, their centre of mass in the middle and, as there, moment of inertia 1.
 */
export const acrobot = {
  label: 'Acrobot',
  summary: 'Swing the end of a double pendulum above a line with a weak motor between its links.',
  fields,
  gamma: 0.99,
  solved: -100,
  make: () => world,
  load: () => Promise.resolve(makeDynamics()),
} satisfies PhysicsEnvironment<typeof fields>;

function makeDynamics(): Dynamics {
  // work space: written before it is read in each step
  const k1 = new Float64Array(4);
  const k2 = new Float64Array(4);
  const k3 = new Float64Array(4);
  const k4 = new Float64Array(4);
  const between = new Float64Array(4);
  return {
    reset: (uniform, state) => {
      for (let i = 0; i < 4; i += 1) state[i] = Math.fround((2 * uniform() - 1) * START);
    },
    step: (state, action, next) => {
      const torque = action[0]! - 1;
      slope(state, torque, k1);
      for (let i = 0; i < 4; i += 1) between[i] = state[i]! + (TIMESTEP / 2) * k1[i]!;
      slope(between, torque, k2);
      for (let i = 0; i < 4; i += 1) between[i] = state[i]! + (TIMESTEP / 2) * k2[i]!;
      slope(between, torque, k3);
      for (let i = 0; i < 4; i += 1) between[i] = state[i]! + TIMESTEP * k3[i]!;
      slope(between, torque, k4);
      for (let i = 0; i < 4; i += 1) {
        next[i] = state[i]! + (TIMESTEP / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
      }
      next[0] = wrapped(next[0]!);
      next[1] = wrapped(next[1]!);
      next[2] = Math.min(Math.max(next[2]!, -FASTEST_1), FASTEST_1);
      next[3] = Math.min(Math.max(next[3]!, -FASTEST_2), FASTEST_2);
      return -heightBelow(next) > TARGET ? 0 : -1;
    },
    terminated: (state) =>
      !(-heightBelow(state) <= TARGET) || !(Number.isFinite(state[2]) && Number.isFinite(state[3])),
    dispose: () => {},
  };
}

/** Velocities and accelerations of a state: Sutton and Barto's equations with the links' numbers put in. */
function slope(state: Float64Array, torque: number, out: Float64Array): void {
  const spin1 = state[2]!;
  const spin2 = state[3]!;
  const cosine = cos(state[1]!);
  const sine = sin(state[1]!);
  const d1 = 3.5 + cosine;
  const d2 = 1.25 + 0.5 * cosine;
  const phi2 = 0.5 * GRAVITY * sin(state[0]! + state[1]!);
  const phi1 = -0.5 * spin2 * spin2 * sine - spin2 * spin1 * sine + 1.5 * GRAVITY * sin(state[0]!) + phi2;
  const turning2 = (torque + (d2 / d1) * phi1 - 0.5 * spin1 * spin1 * sine - phi2) / (1.25 - (d2 * d2) / d1);
  out[0] = spin1;
  out[1] = spin2;
  out[2] = -(d2 * turning2 + phi1) / d1;
  out[3] = turning2;
}

/** The angle in [−π, π], by whole turns taken off one after the other as Gymnasium does; NaN for what no step reaches. */
function wrapped(angle: number): number {
  if (!(Math.abs(angle) < 1e6)) return NaN;
  let inside = angle;
  while (inside > Math.PI) inside -= TURN;
  while (inside < -Math.PI) inside += TURN;
  return inside;
}

/** How far the free end is below the hinge. */
function heightBelow(state: Float64Array): number {
  return cos(state[0]!) + cos(state[1]! + state[0]!);
}

const world: PhysicsWorld = {
  actions: { kind: 'discrete', actions },
  variables: [
    { label: 'first angle', symbol: 'θ₁', unit: 'rad', low: -Math.PI, high: Math.PI },
    { label: 'second angle', symbol: 'θ₂', unit: 'rad', low: -Math.PI, high: Math.PI },
    { label: 'first angular velocity', symbol: 'θ̇₁', unit: 'rad/s', low: -FASTEST_1, high: FASTEST_1 },
    { label: 'second angular velocity', symbol: 'θ̇₂', unit: 'rad/s', low: -FASTEST_2, high: FASTEST_2 },
  ],
  rest: [0, 0, 0, 0],
  slices: [
    { label: 'first angle × angular velocity', x: 0, y: 2 },
    { label: 'second angle × angular velocity', x: 1, y: 3 },
    { label: 'first angle × second angle', x: 0, y: 1 },
  ],
  observationSize: 6,
  horizon: 500,
  timestep: TIMESTEP,
  observe: (state, out, offset) => {
    out[offset] = cos(state[0]!);
    out[offset + 1] = sin(state[0]!);
    out[offset + 2] = cos(state[1]!);
    out[offset + 3] = sin(state[1]!);
    out[offset + 4] = state[2]!;
    out[offset + 5] = state[3]!;
  },
  sceneOf,
};

function sceneOf(state: ArrayLike<number>): Scene {
  const first = state[0]!;
  const both = first + state[1]!;
  const elbow = [sin(first), -cos(first)] as const;
  const tip = [elbow[0] + sin(both), elbow[1] - cos(both)] as const;
  const line = [
    [-2.2, TARGET],
    [2.2, TARGET],
  ] as const;
  return {
    shapes: [
      { kind: 'path', points: line, tone: 'target' },
      { kind: 'capsule', from: [0, 0], to: elbow, radius: 0.09, tone: 'body' },
      { kind: 'capsule', from: elbow, to: tip, radius: 0.09, tone: 'limb' },
      { kind: 'circle', at: [0, 0], radius: 0.06, tone: 'other' },
      { kind: 'circle', at: elbow, radius: 0.06, tone: 'other' },
    ],
    center: [0, 0],
    width: 4.4,
    height: 4.4,
    ground: null,
  };
}
