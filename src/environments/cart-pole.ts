import type { Fields } from '../field.ts';
import { cos, sin } from '../math/sin-cos.ts';
import type { Action } from './environment.ts';
import type { Dynamics, PhysicsEnvironment, PhysicsWorld, Scene } from './physics.ts';

const GRAVITY = 9.8;
const POLE_MASS = 0.1;
const TOTAL_MASS = 1 + POLE_MASS;
/** Half of the pole's length: from its joint to its centre of mass. */
const HALF_LENGTH = 0.5;
const POLE_MOMENT = POLE_MASS * HALF_LENGTH;
const FORCE = 10;
const TIMESTEP = 0.02;
const POSITION_LIMIT = 2.4;
const ANGLE_LIMIT = (12 * 2 * Math.PI) / 360;
const START = 0.05;

const fields = {} as const satisfies Fields;

const actions: readonly Action[] = [
  { label: 'push left', glyph: '←', direction: [-1, 0], embedding: [-1, 0] },
  { label: 'push right', glyph: '→', direction: [1, 0], embedding: [1, 0] },
];

/**
 * **Description.** A pole stands on a cart, held by a hinge without friction. Pushes to the left and to the right must
 * keep it upright and the cart on its track.
 *
 * **Action space.** 2: push left, push right (0 and 1), each with 10 N for 0.02 s.
 *
 * **Observation space.** 4, the state itself: position x of the cart (m), its velocity, angle θ of the pole from upright,
 * to the right positive (rad), and its angular velocity.
 *
 * **Rewards.** 1 a step, also for the step with which the pole falls.
 *
 * **Starting state.** Each entry uniform between −0.05 and 0.05.
 *
 * **Episode end.** Terminates where |x| > 2.4 m or |θ| > 12°. Truncated after 500 steps.
 *
 * **Arguments.** None (Gymnasium's `sutton_barto_reward` is left out).
 *
 * **Source.** Barto, Sutton and Anderson 1983, "Neuronlike adaptive elements that can solve difficult learning control
 * problems"; Gymnasium `CartPole-v1`, explicit Euler steps in doubles. Its observation is rounded to single precision,
 * ours where the caller's array is.
 */
export const cartPole = {
  label: 'Cart-pole',
  summary: 'Keep a pole upright on a cart by pushing left and right: the first physics task of most papers.',
  fields,
  gamma: 0.98,
  solved: 475,
  make: () => world,
  load: () => Promise.resolve(dynamics),
} satisfies PhysicsEnvironment<typeof fields>;

const dynamics: Dynamics = {
  reset: (uniform, state) => {
    for (let i = 0; i < 4; i += 1) state[i] = (2 * uniform() - 1) * START;
  },
  step: (state, action, next) => {
    const x = state[0]!;
    const velocity = state[1]!;
    const angle = state[2]!;
    const spin = state[3]!;
    const force = action[0] === 1 ? FORCE : -FORCE;
    const cosine = cos(angle);
    const sine = sin(angle);
    const push = (force + POLE_MOMENT * (spin * spin) * sine) / TOTAL_MASS;
    const inertia = HALF_LENGTH * (4 / 3 - (POLE_MASS * (cosine * cosine)) / TOTAL_MASS);
    const turning = (GRAVITY * sine - cosine * push) / inertia;
    const moving = push - (POLE_MOMENT * turning * cosine) / TOTAL_MASS;
    next[0] = x + TIMESTEP * velocity;
    next[1] = velocity + TIMESTEP * moving;
    next[2] = angle + TIMESTEP * spin;
    next[3] = spin + TIMESTEP * turning;
    return 1;
  },
  terminated: (state) =>
    !(Math.abs(state[0]!) <= POSITION_LIMIT && Math.abs(state[2]!) <= ANGLE_LIMIT) ||
    !(Number.isFinite(state[1]) && Number.isFinite(state[3])),
  dispose: () => {},
};

const world: PhysicsWorld = {
  actions: { kind: 'discrete', actions },
  variables: [
    { label: 'position', symbol: 'x', unit: 'm', low: -POSITION_LIMIT, high: POSITION_LIMIT },
    { label: 'velocity', symbol: 'ẋ', unit: 'm/s', low: -3, high: 3 },
    { label: 'pole angle', symbol: 'θ', unit: 'rad', low: -ANGLE_LIMIT, high: ANGLE_LIMIT },
    { label: 'pole angular velocity', symbol: 'θ̇', unit: 'rad/s', low: -3, high: 3 },
  ],
  rest: [0, 0, 0, 0],
  slices: [
    { label: 'pole angle × angular velocity', x: 2, y: 3 },
    { label: 'position × velocity', x: 0, y: 1 },
    { label: 'position × pole angle', x: 0, y: 2 },
  ],
  observationSize: 4,
  horizon: 500,
  timestep: TIMESTEP,
  observe: (state, out, offset) => {
    for (let i = 0; i < 4; i += 1) out[offset + i] = state[i]!;
  },
  sceneOf,
};

const WHEEL = 0.06;
const JOINT = 0.24;

function sceneOf(state: ArrayLike<number>): Scene {
  const x = state[0]!;
  const angle = state[2]!;
  const joint = [x, JOINT] as const;
  const tip = [x + 2 * HALF_LENGTH * sin(angle), JOINT + 2 * HALF_LENGTH * cos(angle)] as const;
  return {
    shapes: [
      trackEnd(-POSITION_LIMIT),
      trackEnd(POSITION_LIMIT),
      { kind: 'circle', at: [x - 0.14, WHEEL], radius: WHEEL, tone: 'other' },
      { kind: 'circle', at: [x + 0.14, WHEEL], radius: WHEEL, tone: 'other' },
      { kind: 'capsule', from: [x - 0.14, 0.17], to: [x + 0.14, 0.17], radius: 0.08, tone: 'body' },
      { kind: 'capsule', from: joint, to: tip, radius: 0.035, tone: 'limb' },
      { kind: 'circle', at: joint, radius: 0.045, tone: 'other' },
    ],
    center: [0, 0.6],
    width: 5.4,
    height: 1.7,
    ground: 0,
  };
}

function trackEnd(x: number): Scene['shapes'][number] {
  const points = [
    [x, 0],
    [x, 0.12],
  ] as const;
  return { kind: 'path', points, tone: 'ground' };
}
