import type { Fields, FieldValues } from '../field.ts';
import { cos, sin } from '../math/sin-cos.ts';
import type { Dynamics, PhysicsEnvironment, PhysicsWorld, Scene } from './physics.ts';

const TIMESTEP = 0.05;
const FASTEST = 8;
const TORQUE = 2;
const TURN = 2 * Math.PI;

const fields = {
  gravity: {
    kind: 'number',
    label: 'gravity',
    symbol: 'g',
    unit: 'm/s²',
    default: 10,
    min: 0,
    max: 20,
    step: 0.1,
    scale: 'linear',
    help: 'Acceleration of gravity: the weaker it is, the sooner the motor lifts the rod without swinging.',
  },
} as const satisfies Fields;

/**
 * **Description.** A rod turns about one end. A motor there must swing it up and hold it upright; under Gymnasium's
 * gravity it is too weak to lift it at once.
 *
 * **Action space.** A torque from −2 to 2 N m, counter-clockwise positive.
 *
 * **Observation space.** 3: cos θ, sin θ and the angular velocity. θ is the angle from upright, counter-clockwise positive.
 * The state is θ, which counts whole turns on, and the velocity, cut off at ±8 rad/s.
 *
 * **Rewards.** −(θ² + 0.1 θ̇² + 0.001 u²) of the state before the step and the torque u, with θ taken into [−π, π).
 *
 * **Starting state.** θ uniform in [−π, π], the velocity in [−1, 1].
 *
 * **Episode end.** Never terminates. Truncated after 200 steps.
 *
 * **Arguments.** `gravity` 10 (Gymnasium's `g`).
 *
 * **Source.** Gymnasium `Pendulum-v1`, semi-implicit Euler steps, here in doubles throughout. Gymnasium rounds the terms
 * of a torque that is handed to it in single precision, which moves the velocity by less than 10⁻⁷ a step.
 */
export const pendulum = {
  label: 'Pendulum',
  summary: 'Swing a rod up and hold it upright with a motor too weak to lift it at once: one continuous action.',
  fields,
  gamma: 0.98,
  solved: -200,
  make: () => world,
  load: ({ gravity }: FieldValues<typeof fields>) => Promise.resolve(makeDynamics(gravity)),
} satisfies PhysicsEnvironment<typeof fields>;

function makeDynamics(gravity: number): Dynamics {
  return {
    reset: (uniform, state) => {
      state[0] = (2 * uniform() - 1) * Math.PI;
      state[1] = 2 * uniform() - 1;
    },
    step: (state, action, next) => {
      const angle = state[0]!;
      const spin = state[1]!;
      const torque = Math.min(Math.max(action[0]!, -TORQUE), TORQUE);
      const tilt = fromUpright(angle);
      const gained = ((3 * gravity) / 2) * sin(angle) + 3 * torque;
      const faster = Math.min(Math.max(spin + gained * TIMESTEP, -FASTEST), FASTEST);
      next[0] = angle + faster * TIMESTEP;
      next[1] = faster;
      return -(tilt * tilt + 0.1 * (spin * spin) + 0.001 * (torque * torque));
    },
    terminated: (state) => !(Number.isFinite(state[0]) && Number.isFinite(state[1])),
    dispose: () => {},
  };
}

/** The angle without its whole turns, in [−π, π): Python's remainder has the sign of what it divides by. */
function fromUpright(angle: number): number {
  const beyond = (angle + Math.PI) % TURN;
  return (beyond < 0 ? beyond + TURN : beyond) - Math.PI;
}

const world: PhysicsWorld = {
  actions: {
    kind: 'box',
    components: [{ label: 'torque', unit: 'N m', low: -TORQUE, high: TORQUE }],
  },
  variables: [
    { label: 'angle', symbol: 'θ', unit: 'rad', low: -Math.PI, high: Math.PI },
    { label: 'angular velocity', symbol: 'θ̇', unit: 'rad/s', low: -FASTEST, high: FASTEST },
  ],
  rest: [0, 0],
  slices: [{ label: 'angle × angular velocity', x: 0, y: 1 }],
  observationSize: 3,
  horizon: 200,
  timestep: TIMESTEP,
  observe: (state, out, offset) => {
    out[offset] = cos(state[0]!);
    out[offset + 1] = sin(state[0]!);
    out[offset + 2] = state[1]!;
  },
  sceneOf,
};

function sceneOf(state: ArrayLike<number>): Scene {
  const tip = [-sin(state[0]!), cos(state[0]!)] as const;
  return {
    shapes: [
      { kind: 'circle', at: [0, 1], radius: 0.13, tone: 'target' },
      { kind: 'capsule', from: [0, 0], to: tip, radius: 0.09, tone: 'limb' },
      { kind: 'circle', at: [0, 0], radius: 0.05, tone: 'other' },
    ],
    center: [0, 0],
    width: 2.6,
    height: 2.6,
    ground: null,
  };
}
