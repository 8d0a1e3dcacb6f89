import type { PhysicsWorld, Slice, StateVariable } from '../physics.ts';
import type { MujocoTask } from './mujoco-world.ts';
import { writeNormals } from './normals.ts';
import { limbsOf, skeletonScene, skeletonXml, type Skeleton } from './skeleton.ts';

/** A skeleton that is rewarded for running along x. */
export interface Runner {
  readonly skeleton: Skeleton;
  /** Steps of MuJoCo for each step of the task. */
  readonly frameSkip: number;
  /** Times the squared length of the action. */
  readonly controlCost: number;
  /** Half width of the uniform noise on all entries of the first state; `normal` velocities have it as standard deviation. */
  readonly noise: number;
  readonly noiseOfVelocities: 'uniform' | 'normal';
  /** Whether the episode goes on, which is worth a reward of 1; without it, it always does and is worth nothing. */
  readonly healthy?: (state: Float64Array) => boolean;
  /** Up to which speed velocities are observed. */
  readonly observedSpeed: number;
  /** Ranges over which the state is drawn; joint angles over their own. */
  readonly drawn: {
    readonly z: readonly [number, number];
    readonly angle: number;
    readonly forward: readonly [number, number];
    readonly vertical: number;
    readonly turning: number;
    readonly joints: number;
  };
  readonly slices: readonly Slice[];
  readonly view: { readonly width: number; readonly height: number };
}

const SUBSCRIPTS = '₁₂₃₄₅₆';

/** What a runner is without MuJoCo. */
export function runnerWorld(runner: Runner): PhysicsWorld {
  const { skeleton, observedSpeed, view } = runner;
  const rest = restOf(skeleton);
  const positions = rest.length / 2;
  return {
    actions: {
      kind: 'box',
      components: limbsOf(skeleton.limbs).map(({ name, gear }) => ({
        label: `torque at the ${name}`,
        unit: `${gear} N m`,
        low: -1,
        high: 1,
      })),
    },
    variables: variablesOf(runner),
    rest,
    slices: runner.slices,
    observationSize: rest.length - 1,
    horizon: 1000,
    timestep: skeleton.timestep * runner.frameSkip,
    observe: (state, out, offset) => {
      for (let i = 1; i < positions; i += 1) out[offset + i - 1] = state[i]!;
      for (let i = positions; i < 2 * positions; i += 1) {
        out[offset + i - 1] = Math.min(Math.max(state[i]!, -observedSpeed), observedSpeed);
      }
    },
    sceneOf: (state) => skeletonScene(skeleton, state, view),
  };
}

/** What a runner is for MuJoCo. */
export function runnerTask(runner: Runner): MujocoTask {
  const { skeleton, frameSkip, controlCost, noise, noiseOfVelocities, healthy } = runner;
  const rest = restOf(skeleton);
  const positions = rest.length / 2;
  const timestep = skeleton.timestep * frameSkip;
  return {
    xml: () => skeletonXml(skeleton),
    frameSkip,
    reset: (uniform, state) => {
      for (let i = 0; i < rest.length; i += 1) state[i] = rest[i]! + noise * (2 * uniform() - 1);
      if (noiseOfVelocities === 'uniform') return;
      writeNormals(uniform, state.subarray(positions));
      for (let i = positions; i < rest.length; i += 1) state[i]! *= noise;
    },
    reward: (before, action, after) => {
      let squares = 0;
      for (let i = 0; i < action.length; i += 1) squares += action[i]! * action[i]!;
      const alive = healthy !== undefined && healthy(after) ? 1 : 0;
      return (after[0]! - before[0]!) / timestep + alive - controlCost * squares;
    },
    terminated: (state) => healthy !== undefined && !healthy(state),
  };
}

/** Upright, with nothing bent and nothing moving. */
function restOf(skeleton: Skeleton): readonly number[] {
  const rest = Array.from({ length: 2 * (3 + limbsOf(skeleton.limbs).length) }, () => 0);
  if (skeleton.z === 'height') rest[1] = skeleton.height;
  return rest;
}

function variablesOf({ skeleton, drawn }: Runner): readonly StateVariable[] {
  const joints = limbsOf(skeleton.limbs);
  const speed = (label: string, symbol: string, unit: string, low: number, high: number): StateVariable => {
    // the dot stands on the letter, before its index
    return { label, symbol: `${symbol.slice(0, 1)}\u0307${symbol.slice(1)}`, unit, low, high };
  };
  const { z, angle, forward, vertical, turning } = drawn;
  return [
    { label: 'position', symbol: 'x', unit: 'm', low: -2, high: 10 },
    { label: skeleton.z === 'height' ? 'height' : 'rise', symbol: 'z', unit: 'm', low: z[0], high: z[1] },
    { label: 'torso angle', symbol: 'θ', unit: 'rad', low: -angle, high: angle },
    ...joints.map(({ name, range }, i) => {
      return { label: `${name} angle`, symbol: `φ${SUBSCRIPTS[i]!}`, unit: 'rad', low: range[0], high: range[1] };
    }),
    speed('forward velocity', 'x', 'm/s', forward[0], forward[1]),
    speed('vertical velocity', 'z', 'm/s', -vertical, vertical),
    speed('torso angular velocity', 'θ', 'rad/s', -turning, turning),
    ...joints.map(({ name }, i) =>
      speed(`${name} angular velocity`, `φ${SUBSCRIPTS[i]!}`, 'rad/s', -drawn.joints, drawn.joints),
    ),
  ];
}
