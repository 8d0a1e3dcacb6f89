import type { Fields } from '../../field.ts';
import { cos, sin } from '../../math/sin-cos.ts';
import { once } from '../once.ts';
import type { PhysicsEnvironment, PhysicsWorld, Scene, Shape, StateVariable } from '../physics.ts';
import { loadMujocoWorld, type MujocoTask } from './mujoco-world.ts';
import { writeNormals } from './normals.ts';

const FRAME_SKIP = 5;
const TIMESTEP = 0.01;
const DEGREE = Math.PI / 180;
const HEIGHT = 0.75;
const TORSO = 0.25;
const RADIUS = 0.08;
/** Of a thigh along each of x and y, twice: to the hip, and from there to the ankle; then of a shin. */
const THIGH = 0.2;
const SHIN = 0.4;
const HIP_RANGE = 30;
const BENT = [30, 70] as const;
const GEAR = 150;
const CONTROL_COST = 0.5;
const NOISE = 0.1;
const LOWEST = 0.2;
const HIGHEST = 1;

/** A leg: to which side of the torso it points, and how its ankle bends. */
interface Leg {
  readonly name: string;
  /** Signs of x (forwards) and y (to the left). */
  readonly x: 1 | -1;
  readonly y: 1 | -1;
  /** The ankle's axis is (axis, 1, 0): a positive angle bends some legs down and others up. */
  readonly axis: 1 | -1;
  /** Which sign of the ankle's angle bends it down. */
  readonly down: 1 | -1;
}

/** In the order of the joints. Gymnasium calls the second "front right" and the last "right back", which they are not. */
const legs: readonly Leg[] = [
  { name: 'front left', x: 1, y: 1, axis: -1, down: 1 },
  { name: 'back left', x: -1, y: 1, axis: 1, down: -1 },
  { name: 'back right', x: -1, y: -1, axis: -1, down: -1 },
  { name: 'front right', x: 1, y: -1, axis: 1, down: 1 },
];
/** The motors begin with the last leg. */
const motors: readonly Leg[] = [legs[3]!, legs[0]!, legs[1]!, legs[2]!];

const bentOf = ({ down }: Leg): readonly number[] => (down === 1 ? BENT : [-BENT[1], -BENT[0]]);
const radians = (range: readonly number[]): string => range.map((angle) => angle * DEGREE).join(' ');

/** The facts of Gymnasium's `ant.xml`, without what is only seen. */
const xml = (): string => `<mujoco>
<compiler angle="radian" inertiafromgeom="true"/>
<option timestep="${TIMESTEP}" integrator="RK4"><flag autoreset="disable"/></option>
<size memory="2M"/>
<default>
<joint armature="1" damping="1" limited="true"/>
<geom type="capsule" size="${RADIUS}" conaffinity="0" condim="3" density="5" friction="1 0.5 0.5" margin="0.01"/>
</default>
<worldbody>
<geom name="floor" type="plane" size="40 40 40" conaffinity="1"/>
<body name="torso" pos="0 0 ${HEIGHT}">
<geom type="sphere" size="${TORSO}"/>
<joint name="torso" type="free" armature="0" damping="0" limited="false" margin="0.01"/>
${legs.map(legXml).join('\n')}
</body>
</worldbody>
<actuator>
${motors.flatMap(({ name }) => [motorXml(`${name} hip`), motorXml(`${name} ankle`)]).join('\n')}
</actuator>
</mujoco>`;

function legXml(leg: Leg): string {
  const { name, x, y, axis } = leg;
  const along = (length: number): string => `${length * x} ${length * y} 0`;
  return `<body name="${name}">
<geom fromto="0 0 0 ${along(THIGH)}"/>
<body name="${name} thigh" pos="${along(THIGH)}">
<joint name="${name} hip" type="hinge" axis="0 0 1" range="${radians([-HIP_RANGE, HIP_RANGE])}"/>
<geom fromto="0 0 0 ${along(THIGH)}"/>
<body name="${name} shin" pos="${along(THIGH)}">
<joint name="${name} ankle" type="hinge" axis="${axis} 1 0" range="${radians(bentOf(leg))}"/>
<geom fromto="0 0 0 ${along(SHIN)}"/>
</body>
</body>
</body>`;
}

function motorXml(joint: string): string {
  return `<motor name="${joint}" joint="${joint}" gear="${GEAR}" ctrlrange="-1 1" ctrllimited="true"/>`;
}

const fields = {} as const satisfies Fields;

/**
 * **Description.** A round body on four legs, with eight motors, that moves in all three dimensions: it must go along x as
 * fast as it can, and neither jump nor lie down.
 *
 * **Action space.** 8: torques at hip and ankle of the front right leg, the front left, the back left and the back right,
 * −1 to 1 times 150 N m.
 *
 * **Observation space.** 27: the state without x and y. The state is x, y and z of the torso (m), its turn as a quaternion
 * (w, x, y, z), the angles of hip and ankle of the front left leg, the back left, the back right and the front right (rad),
 * then the torso's velocities along x, y and z (m/s) and around its own axes (rad/s), and those of the eight joints (rad/s).
 *
 * **Rewards.** A step gives the forward velocity, (x after − x before) / 0.05 s, plus 1 while healthy, less 0.5 |a|². Of an
 * action outside the box only what it is clipped to costs (in Gymnasium what was asked for).
 *
 * **Starting state.** At z = 0.75 with straight legs, which the joints' ranges then bend: each position with uniform noise of
 * ±0.1, each velocity normal with standard deviation 0.1.
 *
 * **Episode end.** Terminates when no longer healthy, which is 0.2 ≤ z ≤ 1. Truncated after 1000 steps.
 *
 * **Arguments.** None: Gymnasium's `Ant-v5` with `include_cfrc_ext_in_observation=False` and `contact_cost_weight=0`, which are
 * the defaults of `Ant-v4`. Forces of contact are no part of the state; in `Ant-v2`, of the paper's time, they were 0.
 *
 * **Source.** Schulman et al. 2015, "High-dimensional continuous control using generalized advantage estimation"; Gymnasium
 * `Ant-v5`. MuJoCo, 5 Runge–Kutta steps of 0.01 s for each step. The velocity is that of the states before and after;
 * Gymnasium's that of where MuJoCo last looked.
 */
export const ant = {
  label: 'Ant',
  summary: 'Walk on four legs, in three dimensions: eight motors, in MuJoCo.',
  fields,
  gamma: 0.99,
  solved: 3000,
  make: once(() => makeWorld()),
  load: () => loadMujocoWorld(antTask),
} satisfies PhysicsEnvironment<typeof fields>;

const POSITIONS = 15;
/** Of the first joint's angle. */
const JOINTS = 7;

const still: readonly number[] = Array.from({ length: 2 * POSITIONS - 1 }, (_, i) =>
  i === 2 ? HEIGHT : i === 3 ? 1 : 0,
);

export const antTask: MujocoTask = {
  xml,
  frameSkip: FRAME_SKIP,
  reset: (uniform, state) => {
    for (let i = 0; i < POSITIONS; i += 1) state[i] = still[i]! + NOISE * (2 * uniform() - 1);
    writeNormals(uniform, state.subarray(POSITIONS));
    for (let i = POSITIONS; i < state.length; i += 1) state[i]! *= NOISE;
  },
  reward: (before, action, after) => {
    let squares = 0;
    for (let i = 0; i < action.length; i += 1) squares += action[i]! * action[i]!;
    return (after[0]! - before[0]!) / (FRAME_SKIP * TIMESTEP) + (healthy(after) ? 1 : 0) - CONTROL_COST * squares;
  },
  terminated: (state) => !healthy(state),
};

function healthy(state: Float64Array): boolean {
  return state[2]! >= LOWEST && state[2]! <= HIGHEST;
}

const SUBSCRIPTS = '₁₂₃₄₅₆₇₈';
const variable = (label: string, symbol: string, unit: string, low: number, high: number): StateVariable => {
  return { label, symbol, unit, low, high };
};

function makeWorld(): PhysicsWorld {
  const joints = legs.flatMap((leg) => [
    { name: `${leg.name} hip`, low: -HIP_RANGE * DEGREE, high: HIP_RANGE * DEGREE },
    // straight, as it starts, is outside the range
    {
      name: `${leg.name} ankle`,
      low: Math.min(0, bentOf(leg)[0]! * DEGREE),
      high: Math.max(0, bentOf(leg)[1]! * DEGREE),
    },
  ]);
  return {
    actions: {
      kind: 'box',
      components: motors.flatMap(({ name }) =>
        [`torque at the ${name} hip`, `torque at the ${name} ankle`].map((label) => {
          return { label, unit: `${GEAR} N m`, low: -1, high: 1 };
        }),
      ),
    },
    variables: [
      variable('position', 'x', 'm', -2, 10),
      variable('position to the left', 'y', 'm', -5, 5),
      variable('height', 'z', 'm', 0, 1.5),
      variable('turn, w', 'q₀', '', -1, 1),
      variable('turn, x', 'q₁', '', -1, 1),
      variable('turn, y', 'q₂', '', -1, 1),
      variable('turn, z', 'q₃', '', -1, 1),
      ...joints.map(({ name, low, high }, i) => variable(`${name} angle`, `φ${SUBSCRIPTS[i]!}`, 'rad', low, high)),
      variable('forward velocity', 'ẋ', 'm/s', -2, 8),
      variable('velocity to the left', 'ẏ', 'm/s', -4, 4),
      variable('vertical velocity', 'ż', 'm/s', -4, 4),
      variable('rolling', 'ω₁', 'rad/s', -10, 10),
      variable('pitching', 'ω₂', 'rad/s', -10, 10),
      variable('yawing', 'ω₃', 'rad/s', -10, 10),
      ...joints.map(({ name }, i) =>
        variable(`${name} angular velocity`, `φ\u0307${SUBSCRIPTS[i]!}`, 'rad/s', -15, 15),
      ),
    ],
    rest: still,
    slices: [
      { label: 'front left hip × front left ankle', x: 7, y: 8 },
      { label: 'front left hip × back right hip', x: 7, y: 11 },
      { label: 'front left ankle × back right ankle', x: 8, y: 12 },
      { label: 'forward velocity × height', x: 15, y: 2 },
      { label: 'front left hip angle × angular velocity', x: 7, y: 21 },
    ],
    observationSize: 27,
    horizon: 1000,
    timestep: FRAME_SKIP * TIMESTEP,
    observe: (state, out, offset) => {
      for (let i = 2; i < still.length; i += 1) out[offset + i - 2] = state[i]!;
    },
    sceneOf,
  };
}

const SIDE = { width: 2.6, height: 1.9 } as const;
const ABOVE = { width: 2.6, height: 2.6 } as const;

/** A place of the world: x, y and z. */
type Place = readonly [number, number, number];

/** The ant from its right side, and from above: the legs of its left side have another tone. */
function sceneOf(state: ArrayLike<number>): Scene {
  const center: Place = [state[0]!, state[1]!, state[2]!];
  const turn = turnOf(state);
  const grown = legs.map((leg, n) => ({
    leg,
    bones: bonesOf(leg, state[JOINTS + 2 * n]!, state[JOINTS + 2 * n + 1]!),
  }));
  const seen = (up: 1 | 2, order: readonly ('other' | 'body' | 'limb')[]): Shape[] => {
    const flat = (place: Place): readonly [number, number] => [place[0], place[up]];
    const drawn = grown.flatMap(({ leg, bones }) => {
      const tone: Shape['tone'] = leg.y === 1 ? 'other' : 'limb';
      return bones.map(([from, to]): Shape => {
        return { kind: 'capsule', from: flat(placed(from)), to: flat(placed(to)), radius: RADIUS, tone };
      });
    });
    drawn.push({ kind: 'circle', at: flat(center), radius: TORSO, tone: 'body' });
    return order.flatMap((tone) => drawn.filter((shape) => shape.tone === tone));
  };
  const placed = ([x, y, z]: Place): Place => [
    center[0] + turn[0]! * x + turn[1]! * y + turn[2]! * z,
    center[1] + turn[3]! * x + turn[4]! * y + turn[5]! * z,
    center[2] + turn[6]! * x + turn[7]! * y + turn[8]! * z,
  ];
  return {
    shapes: seen(2, ['other', 'body', 'limb']),
    center: [center[0], 0.45 * SIDE.height],
    ...SIDE,
    ground: 0,
    above: { shapes: seen(1, ['other', 'limb', 'body']), center: [center[0], center[1]], ...ABOVE },
  };
}

/** [3 × 3] what the quaternion of a state, made as long as 1, does to the torso's axes. */
function turnOf(state: ArrayLike<number>): readonly number[] {
  const [a, b, c, d] = [state[3]!, state[4]!, state[5]!, state[6]!];
  const length = Math.sqrt(a * a + b * b + c * c + d * d);
  const [w, x, y, z] = [a / length, b / length, c / length, d / length];
  return [
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  ];
}

/** A leg's three bones, each from joint to joint, seen from the torso. */
function bonesOf({ x, y, axis }: Leg, hip: number, ankle: number): readonly (readonly [Place, Place])[] {
  const swung = (along: number, across: number): Place => [
    along * cos(hip) - across * sin(hip),
    along * sin(hip) + across * cos(hip),
    0,
  ];
  const root: Place = [THIGH * x, THIGH * y, 0];
  const [dx, dy] = swung(THIGH * x, THIGH * y);
  const knee: Place = [root[0] + dx, root[1] + dy, 0];
  // a shin is at right angles to its ankle's axis: what turns leaves the plane straight down or up
  const [sx, sy] = swung(SHIN * x * cos(ankle), SHIN * y * cos(ankle));
  const rise = ((axis * SHIN * y - SHIN * x) / Math.SQRT2) * sin(ankle);
  return [
    [[0, 0, 0], root],
    [root, knee],
    [knee, [knee[0] + sx, knee[1] + sy, rise]],
  ];
}
