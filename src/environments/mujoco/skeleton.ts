import { cos, sin } from '../../math/sin-cos.ts';
import type { Scene, Shape } from '../physics.ts';

type Point = readonly [number, number];

/** A capsule in the plane of its limb: x forwards, z upwards. */
interface Capsule {
  /** Its middle, from the limb's joint. */
  readonly at: Point;
  /** Angle of its axis from upright towards x, in radians. */
  readonly tilt: number;
  /** Half of its length, without the round ends. */
  readonly half: number;
  readonly radius: number;
  /** Sliding friction, if it is not the skeleton's. */
  readonly friction?: number;
}

/** A limb with the joint that holds it, the motor there, and the limbs that it holds. */
export interface Limb {
  readonly name: string;
  readonly tone: Shape['tone'];
  /** Its joint, from the parent's joint when nothing is bent. */
  readonly at: Point;
  /** 1 when a positive angle turns its upper side forwards, −1 when backwards. */
  readonly turn: 1 | -1;
  /** In radians. */
  readonly range: Point;
  readonly damping: number;
  readonly stiffness?: number;
  /** Torque of the motor at action 1, in N m. */
  readonly gear: number;
  readonly capsule: Capsule;
  readonly limbs?: readonly Limb[];
}

/**
 * A torso that moves freely in the vertical plane, with limbs. Its state: x, z and angle of the torso, then the angles of all
 * joints, each limb before those that it holds; then the velocities in the same order.
 */
export interface Skeleton {
  readonly timestep: number;
  readonly integrator: 'Euler' | 'RK4';
  /** Height of the torso's joint at the start; `z` is the height, or what is above this height. */
  readonly height: number;
  readonly z: 'height' | 'rise';
  readonly armature: number;
  /** MuJoCo attributes of every joint and of every geom, the floor too. */
  readonly joint?: string;
  readonly geom: string;
  /** Whether limbs touch each other, or the floor alone. */
  readonly touchesItself: boolean;
  readonly totalMass?: number;
  readonly torso: readonly Capsule[];
  readonly limbs: readonly Limb[];
}

/** The skeleton as a MuJoCo model. */
export function skeletonXml(skeleton: Skeleton): string {
  const { timestep, integrator, height, armature, totalMass } = skeleton;
  const mass = totalMass === undefined ? '' : ` settotalmass="${totalMass}"`;
  const ref = skeleton.z === 'height' ? ` ref="${height}"` : '';
  const motors = limbsOf(skeleton.limbs).map(
    ({ name, gear }) => `<motor name="${name}" joint="${name}" gear="${gear}" ctrlrange="-1 1" ctrllimited="true"/>`,
  );
  // without autoreset an explosion stays visible; MuJoCo would start anew by itself. The default arena would be 10 MB
  return `<mujoco>
<compiler angle="radian" inertiafromgeom="true"${mass}/>
<option timestep="${timestep}" integrator="${integrator}"><flag autoreset="disable"/></option>
<size memory="1M"/>
<default>
<joint armature="${armature}" ${skeleton.joint ?? ''}/>
<geom type="capsule" contype="1" conaffinity="${skeleton.touchesItself ? 1 : 0}" ${skeleton.geom}/>
</default>
<worldbody>
<geom name="floor" type="plane" size="40 40 40" condim="3" conaffinity="1"/>
<body name="torso" pos="0 0 ${height}">
<joint name="x" type="slide" axis="1 0 0" armature="0" pos="0 0 ${-height}"/>
<joint name="z" type="slide" axis="0 0 1" armature="0" pos="0 0 ${-height}"${ref}/>
<joint name="angle" type="hinge" axis="0 1 0" armature="0"/>
${skeleton.torso.map(capsuleXml).join('\n')}
${skeleton.limbs.map(limbXml).join('\n')}
</body>
</worldbody>
<actuator>
${motors.join('\n')}
</actuator>
</mujoco>`;
}

function limbXml({ name, at, turn, range, damping, stiffness, capsule, limbs }: Limb): string {
  return `<body name="${name}" pos="${at[0]} 0 ${at[1]}">
<joint name="${name}" type="hinge" axis="0 ${turn} 0" range="${range.join(' ')}" damping="${damping}" stiffness="${stiffness ?? 0}"/>
${capsuleXml(capsule)}
${(limbs ?? []).map(limbXml).join('\n')}
</body>`;
}

function capsuleXml({ at, tilt, half, radius, friction }: Capsule): string {
  const own = friction === undefined ? '' : ` friction="${friction}"`;
  return `<geom pos="${at[0]} 0 ${at[1]}" axisangle="0 1 0 ${tilt}" size="${radius} ${half}"${own}/>`;
}

/** All limbs, each before those that it holds: MuJoCo's order of joints. */
export function limbsOf(limbs: readonly Limb[]): readonly Limb[] {
  return limbs.flatMap((limb) => [limb, ...limbsOf(limb.limbs ?? [])]);
}

/** What is behind is drawn first: the limbs of the other side, then the torso. */
const layers: readonly Shape['tone'][] = ['ground', 'target', 'other', 'body', 'limb'];

/** The skeleton in a state, with the torso in the middle of what is seen. */
export function skeletonScene(
  skeleton: Skeleton,
  state: ArrayLike<number>,
  view: Pick<Scene, 'width' | 'height'>,
): Scene {
  const shapes = skeletonShapes(skeleton, state);
  shapes.sort((a, b) => layers.indexOf(a.tone) - layers.indexOf(b.tone));
  return { shapes, center: [state[0]!, 0.45 * view.height], ...view, ground: 0 };
}

/** The capsules in MuJoCo's order: the torso's, then each limb's before those that it holds. */
function skeletonShapes(skeleton: Skeleton, state: ArrayLike<number>): Shape[] {
  const root: Frame = {
    x: state[0]!,
    z: state[1]! + (skeleton.z === 'rise' ? skeleton.height : 0),
    sin: sin(state[2]!),
    cos: cos(state[2]!),
  };
  const shapes = skeleton.torso.map((capsule) => placed(capsule, root, 'body'));
  let joint = 3;
  const grow = (parent: Frame, angle: number, limbs: readonly Limb[]): void => {
    for (const limb of limbs) {
      const [x, z] = moved(limb.at, parent);
      const turned = angle + limb.turn * state[joint++]!;
      const frame = { x, z, sin: sin(turned), cos: cos(turned) };
      shapes.push(placed(limb.capsule, frame, limb.tone));
      grow(frame, turned, limb.limbs ?? []);
    }
  };
  grow(root, state[2]!, skeleton.limbs);
  return shapes;
}

/** Where a limb's joint is, and how its upright is turned towards x. */
interface Frame {
  readonly x: number;
  readonly z: number;
  readonly sin: number;
  readonly cos: number;
}

function moved([x, z]: Point, frame: Frame): Point {
  return [frame.x + x * frame.cos + z * frame.sin, frame.z - x * frame.sin + z * frame.cos];
}

function placed({ at: [x, z], tilt, half, radius }: Capsule, frame: Frame, tone: Shape['tone']): Shape {
  const dx = half * sin(tilt);
  const dz = half * cos(tilt);
  return {
    kind: 'capsule',
    from: moved([x - dx, z - dz], frame),
    to: moved([x + dx, z + dz], frame),
    radius,
    tone,
  };
}
