import type { Fields } from '../field.ts';
import { cos, sin } from '../math/sin-cos.ts';
import { once } from './once.ts';
import type { Dynamics, PhysicsEnvironment, PhysicsWorld, Scene } from './physics.ts';

const { fround } = Math;

const POWER = fround(0.0015);
const GRAVITY = 0.0025;
const LEFT = fround(-1.2);
const RIGHT = fround(0.6);
const FASTEST = fround(0.07);
const GOAL = fround(0.45);
const GOAL_REWARD = 100;

const fields = {} as const satisfies Fields;

/**
 * **Description.** A car in a valley must reach the flag on the right hill. Its engine is too weak: it has to roll back up
 * the left hill first, and every push costs before the flag was ever seen.
 *
 * **Action space.** A push from −1 to 1, to the right positive.
 *
 * **Observation space.** 2, the state itself: position (m), from −1.2 to 0.6, and velocity (m a step), cut off at ±0.07.
 *
 * **Transitions.** The velocity grows by 0.0015 a − 0.0025 cos(3 x), then the position by the velocity. A wall at −1.2
 * stops the car.
 *
 * **Rewards.** −0.1 a² a step; +100 on the goal. A push outside the box costs what it is clipped to (in Gymnasium what
 * was asked for).
 *
 * **Starting state.** Position uniform in [−0.6, −0.4], velocity 0.
 *
 * **Episode end.** Terminates at position 0.45 or right of it, unless the car rolls to the left. Truncated after 999 steps.
 *
 * **Arguments.** None (Gymnasium's `goal_velocity` is 0).
 *
 * **Source.** Moore 1990, "Efficient memory-based learning for robot control"; Gymnasium `MountainCarContinuous-v0`. It
 * keeps the state in single precision and, with an action of its space, rounds each operation to it; so do we. It has no
 * unit of time: a step lasts as long as the picture it shows, 1/30 s.
 */
export const mountainCarContinuous = {
  label: 'Mountain car',
  summary: 'Rock a weak car out of a valley: every push costs, and only the flag pays.',
  fields,
  gamma: 0.999,
  solved: 90,
  make: () => world,
  load: () => Promise.resolve(dynamics),
} satisfies PhysicsEnvironment<typeof fields>;

const dynamics: Dynamics = {
  reset: (uniform, state) => {
    state[0] = fround(-0.6 + 0.2 * uniform());
    state[1] = 0;
  },
  step: (state, action, next) => {
    const force = fround(Math.min(Math.max(action[0]!, -1), 1));
    const before = fround(state[0]!);
    const gained = fround(fround(force * POWER) - fround(GRAVITY * cos(fround(3 * before))));
    const velocity = Math.min(Math.max(fround(fround(state[1]!) + gained), -FASTEST), FASTEST);
    const position = Math.min(Math.max(fround(before + velocity), LEFT), RIGHT);
    next[0] = position;
    next[1] = position === LEFT && velocity < 0 ? 0 : velocity;
    return (isAtGoal(next) ? GOAL_REWARD : 0) - force * force * 0.1;
  },
  terminated: (state) => isAtGoal(state) || !(Number.isFinite(state[0]) && Number.isFinite(state[1])),
  dispose: () => {},
};

function isAtGoal(state: Float64Array): boolean {
  return state[0]! >= GOAL && state[1]! >= 0;
}

const world: PhysicsWorld = {
  actions: { kind: 'box', components: [{ label: 'push', unit: '', low: -1, high: 1 }] },
  variables: [
    { label: 'position', symbol: 'x', unit: 'm', low: LEFT, high: RIGHT },
    { label: 'velocity', symbol: 'ẋ', unit: 'm/step', low: -FASTEST, high: FASTEST },
  ],
  // the bottom of the valley
  rest: [-Math.PI / 6, 0],
  slices: [{ label: 'position × velocity', x: 0, y: 1 }],
  observationSize: 2,
  horizon: 999,
  timestep: 1 / 30,
  observe: (state, out, offset) => {
    out[offset] = state[0]!;
    out[offset + 1] = state[1]!;
  },
  sceneOf,
};

const WHEEL = 0.025;
const POINTS = 72;

/** The hill as Gymnasium draws it; the car moves along it as if its slope were cos 3x. */
function heightAt(x: number): number {
  return 0.45 * sin(3 * x) + 0.55;
}

const hill = once(() =>
  Array.from({ length: POINTS + 1 }, (_, i) => {
    const x = -1.2 + (1.8 * i) / POINTS;
    return [x, heightAt(x)] as const;
  }),
);

function sceneOf(state: ArrayLike<number>): Scene {
  const x = state[0]!;
  const y = heightAt(x);
  const rise = 1.35 * cos(3 * x);
  const length = Math.sqrt(1 + rise * rise);
  /** A point so far along the road and so far above it. */
  const beside = (along: number, above: number): readonly [number, number] => [
    x + (along - above * rise) / length,
    y + (along * rise + above) / length,
  ];
  const foot = heightAt(0.45);
  const flag = [
    [0.45, foot + 0.24],
    [0.56, foot + 0.205],
    [0.45, foot + 0.17],
  ] as const;
  return {
    shapes: [
      { kind: 'path', points: hill(), tone: 'ground' },
      { kind: 'capsule', from: [0.45, foot], to: [0.45, foot + 0.24], radius: 0.006, tone: 'target' },
      { kind: 'path', points: flag, tone: 'target' },
      { kind: 'capsule', from: beside(-0.045, 0.062), to: beside(0.045, 0.062), radius: 0.03, tone: 'body' },
      { kind: 'circle', at: beside(-0.04, WHEEL), radius: WHEEL, tone: 'other' },
      { kind: 'circle', at: beside(0.04, WHEEL), radius: WHEEL, tone: 'other' },
    ],
    center: [-0.3, 0.66],
    width: 2,
    height: 1.3,
    ground: null,
  };
}
