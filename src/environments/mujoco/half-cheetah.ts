import type { Fields } from '../../field.ts';
import { once } from '../once.ts';
import type { PhysicsEnvironment } from '../physics.ts';
import { loadMujocoWorld } from './mujoco-world.ts';
import { runnerTask, runnerWorld, type Runner } from './runner.ts';

const RADIUS = 0.046;

const fields = {} as const satisfies Fields;

/** The facts of Gymnasium's `half_cheetah.xml`. */
const runner: Runner = {
  skeleton: {
    timestep: 0.01,
    integrator: 'Euler',
    height: 0.7,
    z: 'rise',
    armature: 0.1,
    joint: 'solreflimit="0.02 1" solimplimit="0 0.8 0.03"',
    geom: 'condim="3" friction="0.4 0.1 0.1" solref="0.02 1" solimp="0 0.8 0.01"',
    touchesItself: false,
    totalMass: 14,
    torso: [
      { at: [0, 0], tilt: Math.PI / 2, half: 0.5, radius: RADIUS },
      { at: [0.6, 0.1], tilt: 0.87, half: 0.15, radius: RADIUS },
    ],
    limbs: [
      {
        name: 'back hip',
        tone: 'limb',
        at: [-0.5, 0],
        turn: 1,
        range: [-0.52, 1.05],
        damping: 6,
        stiffness: 240,
        gear: 120,
        capsule: { at: [0.1, -0.13], tilt: -3.8, half: 0.145, radius: RADIUS },
        limbs: [
          {
            name: 'back knee',
            tone: 'limb',
            at: [0.16, -0.25],
            turn: 1,
            range: [-0.785, 0.785],
            damping: 4.5,
            stiffness: 180,
            gear: 90,
            capsule: { at: [-0.14, -0.07], tilt: -2.03, half: 0.15, radius: RADIUS },
            limbs: [
              {
                name: 'back ankle',
                tone: 'limb',
                at: [-0.28, -0.14],
                turn: 1,
                range: [-0.4, 0.785],
                damping: 3,
                stiffness: 120,
                gear: 60,
                capsule: { at: [0.03, -0.097], tilt: -0.27, half: 0.094, radius: RADIUS },
              },
            ],
          },
        ],
      },
      {
        name: 'front hip',
        tone: 'limb',
        at: [0.5, 0],
        turn: 1,
        range: [-1, 0.7],
        damping: 4.5,
        stiffness: 180,
        gear: 120,
        capsule: { at: [-0.07, -0.12], tilt: 0.52, half: 0.133, radius: RADIUS },
        limbs: [
          {
            name: 'front knee',
            tone: 'limb',
            at: [-0.14, -0.24],
            turn: 1,
            range: [-1.2, 0.87],
            damping: 3,
            stiffness: 120,
            gear: 60,
            capsule: { at: [0.065, -0.09], tilt: -0.6, half: 0.106, radius: RADIUS },
            limbs: [
              {
                name: 'front ankle',
                tone: 'limb',
                at: [0.13, -0.18],
                turn: 1,
                range: [-0.5, 0.5],
                damping: 1.5,
                stiffness: 60,
                gear: 30,
                capsule: { at: [0.045, -0.07], tilt: -0.6, half: 0.07, radius: RADIUS },
              },
            ],
          },
        ],
      },
    ],
  },
  frameSkip: 5,
  controlCost: 0.1,
  noise: 0.1,
  noiseOfVelocities: 'normal',
  observedSpeed: Infinity,
  drawn: { z: [-0.6, 0.6], angle: 1.6, forward: [-2, 10], vertical: 4, turning: 10, joints: 20 },
  slices: [
    { label: 'torso angle × angular velocity', x: 2, y: 11 },
    { label: 'back hip × front hip', x: 3, y: 6 },
    { label: 'back hip × back knee', x: 3, y: 4 },
    { label: 'front hip × front knee', x: 6, y: 7 },
    { label: 'forward velocity × torso angle', x: 9, y: 2 },
  ],
  view: { width: 3.6, height: 2.2 },
};

/**
 * **Description.** The half of a cheetah, of seven parts and six motors against springs, in a vertical plane: it must run
 * forwards as fast as it can. It may fall on its head or back and run on from there.
 *
 * **Action space.** 6: torques at hip, knee and ankle of the back leg, −1 to 1 times 120, 90 and 60 N m, then of the front
 * leg, times 120, 60 and 30 N m.
 *
 * **Observation space.** 17: the state without x. The state is x, the torso's rise z above 0.7 m and its angle θ (forwards
 * positive), the angles of the six joints in the order of the actions (rad), then the velocities of all nine (m/s, rad/s).
 *
 * **Rewards.** A step gives the forward velocity, (x after − x before) / 0.05 s, less 0.1 |a|². Of an action outside the box
 * only what it is clipped to costs (in Gymnasium what was asked for).
 *
 * **Starting state.** Standing, nothing bent, each position with uniform noise of ±0.1, each velocity normal with standard
 * deviation 0.1.
 *
 * **Episode end.** Never terminates, unless the physics explodes. Truncated after 1000 steps.
 *
 * **Arguments.** None: Gymnasium's defaults.
 *
 * **Source.** Wawrzyński 2009, "A cat-like robot real-time learning to run"; Gymnasium `HalfCheetah-v5`. MuJoCo, 5
 * semi-implicit Euler steps of 0.01 s for each step.
 */
export const halfCheetah = {
  label: 'Half-cheetah',
  summary: 'Run as fast as two legs carry: six motors against springs, in MuJoCo.',
  fields,
  gamma: 0.99,
  solved: 5000,
  make: once(() => runnerWorld(runner)),
  load: () => loadMujocoWorld(halfCheetahTask),
} satisfies PhysicsEnvironment<typeof fields>;

export const halfCheetahTask = runnerTask(runner);
