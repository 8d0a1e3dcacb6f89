import type { Fields } from '../../field.ts';
import { once } from '../once.ts';
import type { PhysicsEnvironment } from '../physics.ts';
import { loadMujocoWorld } from './mujoco-world.ts';
import { runnerTask, runnerWorld, type Runner } from './runner.ts';

const DEGREE = Math.PI / 180;
const LOWEST = 0.7;
const STEEPEST = 0.2;
const LARGEST = 100;

const fields = {} as const satisfies Fields;

/** The facts of Gymnasium's `hopper.xml`, every limb told from its joint. */
const runner: Runner = {
  skeleton: {
    timestep: 0.002,
    integrator: 'RK4',
    height: 1.25,
    z: 'height',
    armature: 1,
    geom: 'condim="1" margin="0.001" solref="0.02 1" solimp="0.8 0.8 0.01"',
    touchesItself: true,
    torso: [{ at: [0, 0], tilt: 0, half: 0.2, radius: 0.05, friction: 0.9 }],
    limbs: [
      {
        name: 'hip',
        tone: 'limb',
        at: [0, -0.2],
        turn: -1,
        range: [-150 * DEGREE, 0],
        damping: 1,
        gear: 200,
        capsule: { at: [0, -0.225], tilt: 0, half: 0.225, radius: 0.05, friction: 0.9 },
        limbs: [
          {
            name: 'knee',
            tone: 'limb',
            at: [0, -0.45],
            turn: -1,
            range: [-150 * DEGREE, 0],
            damping: 1,
            gear: 200,
            capsule: { at: [0, -0.25], tilt: 0, half: 0.25, radius: 0.04, friction: 0.9 },
            limbs: [
              {
                name: 'ankle',
                tone: 'limb',
                at: [0, -0.5],
                turn: -1,
                range: [-45 * DEGREE, 45 * DEGREE],
                damping: 1,
                gear: 200,
                capsule: { at: [0.065, 0], tilt: -90 * DEGREE, half: 0.195, radius: 0.06, friction: 2 },
              },
            ],
          },
        ],
      },
    ],
  },
  frameSkip: 4,
  controlCost: 1e-3,
  noise: 5e-3,
  noiseOfVelocities: 'uniform',
  healthy,
  observedSpeed: 10,
  drawn: { z: [0.5, 1.7], angle: 0.3, forward: [-2, 4], vertical: 4, turning: 5, joints: 10 },
  slices: [
    { label: 'torso angle × angular velocity', x: 2, y: 8 },
    { label: 'height × vertical velocity', x: 1, y: 7 },
    { label: 'hip × knee', x: 3, y: 4 },
    { label: 'knee × ankle', x: 4, y: 5 },
    { label: 'forward velocity × torso angle', x: 6, y: 2 },
  ],
  view: { width: 3.2, height: 2.2 },
};

/** Comparisons with NaN are false: a state that is no number is not healthy. */
function healthy(state: Float64Array): boolean {
  for (let i = 2; i < state.length; i += 1) if (!(Math.abs(state[i]!) < LARGEST)) return false;
  return state[1]! > LOWEST && Math.abs(state[2]!) < STEEPEST;
}

/**
 * **Description.** A body with one leg, of four parts and three motors, in a vertical plane: it must hop forwards without
 * falling over.
 *
 * **Action space.** 3: torques at hip, knee and ankle, −1 to 1 times 200 N m.
 *
 * **Observation space.** 11: the state without x, velocities cut off at ±10. The state is x, the torso's height z and its
 * angle θ (forwards positive), the angles of hip, knee and ankle (rad), then the velocities of all six (m/s, rad/s).
 *
 * **Rewards.** A step gives the forward velocity, (x after − x before) / 0.008 s, plus 1 while healthy, less 0.001 |a|². Of
 * an action outside the box only what it is clipped to costs (in Gymnasium what was asked for).
 *
 * **Starting state.** Upright at z = 1.25, at rest, each entry with uniform noise of ±0.005.
 *
 * **Episode end.** Terminates when no longer healthy, which is z > 0.7, |θ| < 0.2 and all other entries but x within ±100.
 * Truncated after 1000 steps.
 *
 * **Arguments.** None: Gymnasium's defaults.
 *
 * **Source.** Erez, Tassa and Todorov 2011, "Infinite-horizon model predictive control for periodic tasks with contacts";
 * Gymnasium `Hopper-v5`. MuJoCo, 4 Runge–Kutta steps of 0.002 s for each step.
 */
export const hopper = {
  label: 'Hopper',
  summary: 'Hop forwards on one leg without falling over: three motors, in MuJoCo.',
  fields,
  gamma: 0.99,
  solved: 3000,
  make: once(() => runnerWorld(runner)),
  load: () => loadMujocoWorld(hopperTask),
} satisfies PhysicsEnvironment<typeof fields>;

export const hopperTask = runnerTask(runner);
