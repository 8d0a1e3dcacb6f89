import type { Fields } from '../../field.ts';
import { cos, sin } from '../../math/sin-cos.ts';
import type { PhysicsEnvironment, PhysicsWorld, Scene } from '../physics.ts';
import { loadMujocoWorld, type MujocoTask } from './mujoco-world.ts';

const FRAME_SKIP = 2;
const TIMESTEP = 0.01;
const UPPER_ARM = 0.1;
/** From the elbow to the fingertip, which is a little beyond the end of the drawn link. */
const FOREARM = 0.11;
const LINK = 0.1;
const RADIUS = 0.01;
const TARGET_RADIUS = 0.009;
const GEAR = 200;
const BEND = 3;
/** The target's slides, and the disc in which it is put. */
const REACH = 0.27;
const DISC = 0.2;
const TARGET = [0.1, -0.1] as const;
const SIDE = 0.3;

/** The facts of Gymnasium's `reacher.xml`, without what nothing touches. The plane is x and y; nothing falls in it. */
const xml = `<mujoco>
<compiler angle="radian" inertiafromgeom="true"/>
<option timestep="${TIMESTEP}" integrator="RK4"><flag autoreset="disable"/></option>
<size memory="1M"/>
<default><geom contype="0" conaffinity="0"/><joint armature="1" damping="1"/></default>
<worldbody>
<body name="upper arm" pos="0 0 0.01">
<joint name="shoulder" type="hinge" axis="0 0 1"/>
<geom type="capsule" fromto="0 0 0 ${LINK} 0 0" size="${RADIUS}"/>
<body name="forearm" pos="${UPPER_ARM} 0 0">
<joint name="elbow" type="hinge" axis="0 0 1" range="${-BEND} ${BEND}"/>
<geom type="capsule" fromto="0 0 0 ${LINK} 0 0" size="${RADIUS}"/>
<body name="fingertip" pos="${FOREARM} 0 0"><geom type="sphere" size="${RADIUS}"/></body>
</body>
</body>
<body name="target" pos="${TARGET[0]} ${TARGET[1]} 0.01">
<joint name="target x" type="slide" axis="1 0 0" range="${-REACH} ${REACH}" ref="${TARGET[0]}" armature="0" damping="0"/>
<joint name="target y" type="slide" axis="0 1 0" range="${-REACH} ${REACH}" ref="${TARGET[1]}" armature="0" damping="0"/>
<geom type="sphere" size="${TARGET_RADIUS}"/>
</body>
</worldbody>
<actuator>
<motor name="shoulder" joint="shoulder" gear="${GEAR}" ctrlrange="-1 1" ctrllimited="true"/>
<motor name="elbow" joint="elbow" gear="${GEAR}" ctrlrange="-1 1" ctrllimited="true"/>
</actuator>
</mujoco>`;

const fields = {} as const satisfies Fields;

/**
 * **Description.** An arm of two links lies on a table, seen from above. Its fingertip must reach a target, which is
 * elsewhere in each episode, and stay there.
 *
 * **Action space.** 2: torques at shoulder and elbow, −1 to 1 times 200 N m.
 *
 * **Observation space.** 10: cosines of both angles, their sines, the target's x and y, both angular velocities, and the way
 * from target to fingertip in x and y. The state is the angles of shoulder and elbow (rad), the target's x and y (m), then
 * the velocities of all four, of which the target's are 0.
 *
 * **Rewards.** A step costs the distance between fingertip and target after it (m), and |a|². Gymnasium's text speaks of
 * 0.1 |a|², its code of 1, which is what agents were trained with. Of an action outside the box only what it is clipped to
 * costs (in Gymnasium what was asked for).
 *
 * **Starting state.** Both angles uniform in ±0.1, both velocities in ±0.005; the target uniform in a disc of radius 0.2
 * around the shoulder.
 *
 * **Episode end.** Never terminates, unless the physics explodes. Truncated after 50 steps.
 *
 * **Arguments.** None: Gymnasium's defaults.
 *
 * **Source.** Gymnasium `Reacher-v5`. MuJoCo, 2 Runge–Kutta steps of 0.01 s for each step. Distance and way are those of the
 * state after the step; Gymnasium's are those of MuJoCo's last look ahead within it.
 */
export const reacher = {
  label: 'Reacher',
  summary: 'Bring the tip of an arm to a target that is elsewhere each time: two motors, in MuJoCo.',
  fields,
  gamma: 0.95,
  solved: -6,
  make: () => world,
  load: () => loadMujocoWorld(reacherTask),
} satisfies PhysicsEnvironment<typeof fields>;

export const reacherTask: MujocoTask = {
  xml: () => xml,
  frameSkip: FRAME_SKIP,
  reset: (uniform, state) => {
    for (let i = 0; i < 2; i += 1) state[i] = 0.1 * (2 * uniform() - 1);
    do {
      for (let i = 2; i < 4; i += 1) state[i] = DISC * (2 * uniform() - 1);
    } while (state[2]! * state[2]! + state[3]! * state[3]! >= DISC * DISC);
    for (let i = 4; i < 6; i += 1) state[i] = 0.005 * (2 * uniform() - 1);
    state.fill(0, 6);
  },
  reward: (_, action, after) => {
    const dx = tipX(after) - after[2]!;
    const dy = tipY(after) - after[3]!;
    return -Math.sqrt(dx * dx + dy * dy) - (action[0]! * action[0]! + action[1]! * action[1]!);
  },
  terminated: () => false,
};

function tipX(state: ArrayLike<number>): number {
  return UPPER_ARM * cos(state[0]!) + FOREARM * cos(state[0]! + state[1]!);
}

function tipY(state: ArrayLike<number>): number {
  return UPPER_ARM * sin(state[0]!) + FOREARM * sin(state[0]! + state[1]!);
}

const world: PhysicsWorld = {
  actions: {
    kind: 'box',
    components: ['shoulder', 'elbow'].map((joint) => {
      return { label: `torque at the ${joint}`, unit: `${GEAR} N m`, low: -1, high: 1 };
    }),
  },
  variables: [
    { label: 'shoulder angle', symbol: 'θ₁', unit: 'rad', low: -Math.PI, high: Math.PI },
    { label: 'elbow angle', symbol: 'θ₂', unit: 'rad', low: -BEND, high: BEND },
    { label: 'target x', symbol: 'x', unit: 'm', low: -DISC, high: DISC },
    { label: 'target y', symbol: 'y', unit: 'm', low: -DISC, high: DISC },
    { label: 'shoulder angular velocity', symbol: 'θ̇₁', unit: 'rad/s', low: -20, high: 20 },
    { label: 'elbow angular velocity', symbol: 'θ̇₂', unit: 'rad/s', low: -20, high: 20 },
    { label: 'target velocity in x', symbol: 'ẋ', unit: 'm/s', low: -1, high: 1 },
    { label: 'target velocity in y', symbol: 'ẏ', unit: 'm/s', low: -1, high: 1 },
  ],
  rest: [0, 0, ...TARGET, 0, 0, 0, 0],
  slices: [
    { label: 'shoulder × elbow', x: 0, y: 1 },
    { label: 'target x × target y', x: 2, y: 3 },
    { label: 'shoulder angle × angular velocity', x: 0, y: 4 },
    { label: 'elbow angle × angular velocity', x: 1, y: 5 },
  ],
  observationSize: 10,
  horizon: 50,
  timestep: FRAME_SKIP * TIMESTEP,
  observe: (state, out, offset) => {
    out[offset] = cos(state[0]!);
    out[offset + 1] = cos(state[1]!);
    out[offset + 2] = sin(state[0]!);
    out[offset + 3] = sin(state[1]!);
    out[offset + 4] = state[2]!;
    out[offset + 5] = state[3]!;
    out[offset + 6] = state[4]!;
    out[offset + 7] = state[5]!;
    out[offset + 8] = tipX(state) - state[2]!;
    out[offset + 9] = tipY(state) - state[3]!;
  },
  sceneOf,
};

function sceneOf(state: ArrayLike<number>): Scene {
  const both = state[0]! + state[1]!;
  const elbow = [UPPER_ARM * cos(state[0]!), UPPER_ARM * sin(state[0]!)] as const;
  const wrist = [elbow[0] + LINK * cos(both), elbow[1] + LINK * sin(both)] as const;
  const border = [
    [-SIDE, -SIDE],
    [SIDE, -SIDE],
    [SIDE, SIDE],
    [-SIDE, SIDE],
    [-SIDE, -SIDE],
  ] as const;
  return {
    shapes: [
      { kind: 'path', points: border, tone: 'ground' },
      { kind: 'circle', at: [state[2]!, state[3]!], radius: TARGET_RADIUS, tone: 'target' },
      { kind: 'capsule', from: [0, 0], to: elbow, radius: RADIUS, tone: 'body' },
      { kind: 'capsule', from: elbow, to: wrist, radius: RADIUS, tone: 'limb' },
      { kind: 'circle', at: [tipX(state), tipY(state)], radius: RADIUS, tone: 'other' },
    ],
    center: [0, 0],
    width: 2.2 * SIDE,
    height: 2.2 * SIDE,
    ground: null,
  };
}
