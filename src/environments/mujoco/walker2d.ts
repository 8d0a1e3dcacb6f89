import type { Fields } from '../../field.ts';
import { once } from '../once.ts';
import type { PhysicsEnvironment } from '../physics.ts';
import { loadMujocoWorld } from './mujoco-world.ts';
import { runnerTask, runnerWorld, type Runner } from './runner.ts';
import type { Limb } from './skeleton.ts';

const DEGREE = Math.PI / 180;
const LOWEST = 0.8;
const HIGHEST = 2;
const STEEPEST = 1;

const fields = {} as const satisfies Fields;

/** The facts of Gymnasium's `walker2d_v5.xml`, every limb told from its joint. */
const runner: Runner = {
  skeleton: {
    timestep: 0.002,
    integrator: 'RK4',
    height: 1.25,
    z: 'height',
    armature: 0.01,
    geom: 'condim="3" friction="0.7 0.1 0.1"',
    touchesItself: false,
    torso: [{ at: [0, 0], tilt: 0, half: 0.2, radius: 0.05, friction: 0.9 }],
    limbs: [leg('right', 'limb'), leg('left', 'other')],
  },
  frameSkip: 4,
  controlCost: 1e-3,
  noise: 5e-3,
  noiseOfVelocities: 'uniform',
  healthy: (state) => state[1]! > LOWEST && state[1]! < HIGHEST && Math.abs(state[2]!) < STEEPEST,
  observedSpeed: 10,
  drawn: { z: [0.6, 2.1], angle: 1.2, forward: [-2, 5], vertical: 4, turning: 10, joints: 10 },
  slices: [
    { label: 'torso angle × angular velocity', x: 2, y: 11 },
    { label: 'height × vertical velocity', x: 1, y: 10 },
    { label: 'right hip × left hip', x: 3, y: 6 },
    { label: 'right hip × right knee', x: 3, y: 4 },
    { label: 'forward velocity × torso angle', x: 9, y: 2 },
  ],
  view: { width: 3.2, height: 2.2 },
};

function leg(side: 'right' | 'left', tone: Limb['tone']): Limb {
  const joint = { tone, turn: -1, damping: 0.1, gear: 100 } as const;
  return {
    ...joint,
    name: `${side} hip`,
    at: [0, -0.2],
    range: [-150 * DEGREE, 0],
    capsule: { at: [0, -0.225], tilt: 0, half: 0.225, radius: 0.05, friction: 0.9 },
    limbs: [
      {
        ...joint,
        name: `${side} knee`,
        at: [0, -0.45],
        range: [-150 * DEGREE, 0],
        capsule: { at: [0, -0.25], tilt: 0, half: 0.25, radius: 0.04, friction: 0.9 },
        limbs: [
          {
            ...joint,
            name: `${side} ankle`,
            at: [0, -0.5],
            range: [-45 * DEGREE, 45 * DEGREE],
            capsule: { at: [0.1, 0], tilt: -90 * DEGREE, half: 0.1, radius: 0.06, friction: 1.9 },
          },
        ],
      },
    ],
  };
}

/**
 * **Description.** A body on two legs, of seven parts and six motors, in a vertical plane: it must walk forwards without
 * falling over. The legs pass through each other.
 *
 * **Action space.** 6: torques at hip, knee and ankle of the right leg, then of the left, −1 to 1 times 100 N m.
 *
 * **Observation space.** 17: the state without x, velocities cut off at ±10. The state is x, the torso's height z and its
 * angle θ (forwards positive), the angles of the six joints in the order of the actions (rad), then the velocities of all
 * nine (m/s, rad/s).
 *
 * **Rewards.** A step gives the forward velocity, (x after − x before) / 0.008 s, plus 1 while healthy, less 0.001 |a|². Of
 * an action outside the box only what it is clipped to costs (in Gymnasium what was asked for).
 *
 * **Starting state.** Upright at z = 1.25, at rest, each entry with uniform noise of ±0.005.
 *
 * **Episode end.** Terminates when no longer healthy, which is 0.8 < z < 2 and |θ| < 1. Truncated after 1000 steps.
 *
 * **Arguments.** None: Gymnasium's defaults.
 *
 * **Source.** Levine and Koltun 2013, "Guided policy search"; Gymnasium `Walker2d-v5`. MuJoCo, 4 Runge–Kutta steps of
 * 0.002 s for each step.
 */
export const walker2d = {
  label: 'Walker',
  summary: 'Walk forwards on two legs without falling over: six motors, in MuJoCo.',
  fields,
  gamma: 0.99,
  solved: 3000,
  make: once(() => runnerWorld(runner)),
  load: () => loadMujocoWorld(walker2dTask),
} satisfies PhysicsEnvironment<typeof fields>;

export const walker2dTask = runnerTask(runner);
