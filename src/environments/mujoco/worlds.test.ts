import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { StreamDealer } from '../../math/random.ts';
import fixtures from '../fixtures/mujoco.json' with { type: 'json' };
import type { Dynamics, PhysicsWorld, Shape } from '../physics.ts';
import { ant, antTask } from './ant.ts';
import { loadMujoco } from './engine.ts';
import { halfCheetah, halfCheetahTask } from './half-cheetah.ts';
import { hopper, hopperTask } from './hopper.ts';
import { loadMujocoWorld, type MujocoTask } from './mujoco-world.ts';
import { reacher, reacherTask } from './reacher.ts';
import { factOf } from './testing-model-facts.ts';
import { trajectoryDigest } from './testing-trajectory.ts';
import { walker2d, walker2dTask } from './walker2d.ts';

/** A step of Gymnasium's; `source` in the file says how it was made. */
interface Step {
  readonly state: readonly number[];
  readonly action: readonly number[];
  readonly next: readonly number[];
  readonly reward: number;
  readonly terminated: boolean;
  readonly observation: readonly number[];
  readonly contacts: number;
  readonly geoms: readonly (readonly number[])[];
}
interface Case {
  readonly name: string;
  readonly world: PhysicsWorld;
  readonly task: MujocoTask;
  readonly dynamics: Dynamics;
  readonly stored: {
    readonly frameSkip: number;
    readonly dt: number;
    readonly steps: readonly Step[];
    readonly facts: Readonly<Record<string, readonly number[]>>;
  };
  /** Of 300 steps from seed 1, as Chromium and Firefox have it too. */
  readonly digest: string;
}

const cases: readonly Case[] = [
  {
    name: 'hopper',
    world: hopper.make(),
    task: hopperTask,
    dynamics: await hopper.load(),
    stored: fixtures.worlds.hopper,
    digest: '89bfe8c4c5a8f445',
  },
  {
    name: 'walker2d',
    world: walker2d.make(),
    task: walker2dTask,
    dynamics: await walker2d.load(),
    stored: fixtures.worlds.walker2d,
    digest: '789510a1aa914584',
  },
  {
    name: 'half-cheetah',
    world: halfCheetah.make(),
    task: halfCheetahTask,
    dynamics: await halfCheetah.load(),
    stored: fixtures.worlds['half-cheetah'],
    digest: '559214ff020631de',
  },
  {
    name: 'reacher',
    world: reacher.make(),
    task: reacherTask,
    dynamics: await reacher.load(),
    stored: fixtures.worlds.reacher,
    digest: '2d2d24c23bf9cd94',
  },
  {
    name: 'ant',
    world: ant.make(),
    task: antTask,
    dynamics: await ant.load(),
    stored: fixtures.worlds.ant,
    digest: 'd737b998822cab57',
  },
];

afterAll(() => {
  for (const { dynamics } of cases) dynamics.dispose();
});

/** Largest difference of any entry, of large ones relative to them. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i]!) / Math.max(1, Math.abs(b[i]!))));
}

/** The middle line of a shape. */
function endsOf(shape: Shape): readonly number[] {
  if (shape.kind === 'capsule') return [...shape.from, ...shape.to];
  return shape.kind === 'circle' ? [...shape.at, ...shape.at] : [];
}

/** How far the shape is from two ends that is nearest to them. */
function nearest(shapes: readonly Shape[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): number {
  const drawn = shapes.map(endsOf).filter((ends) => ends.length === 4);
  return Math.min(...drawn.map((ends) => Math.min(distance(ends, [x1, y1, x2, y2]), distance(ends, [x2, y2, x1, y1]))));
}

/** States within the drawn ranges. */
const statesOf = (world: PhysicsWorld): fc.Arbitrary<Float64Array> =>
  fc
    .tuple(...world.variables.map(({ low, high }) => fc.double({ min: low, max: high, noNaN: true })))
    .map((entries) => Float64Array.from(entries));

/** Actions of the box and some outside. */
const actionsOf = (world: PhysicsWorld): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
    minLength: boxOf(world).length,
    maxLength: boxOf(world).length,
  });

function boxOf({ actions }: PhysicsWorld): readonly { readonly low: number; readonly high: number }[] {
  if (actions.kind !== 'box') throw new Error('The actions are not those of a box.');
  return actions.components;
}

/** Next state and reward in one list. */
function stepped(dynamics: Dynamics, state: ArrayLike<number>, action: ArrayLike<number>): Float64Array {
  const out = new Float64Array(state.length + 1);
  out[state.length] = dynamics.step(Float64Array.from(state), action, out.subarray(0, state.length));
  return out;
}

const bits = (values: Float64Array): BigUint64Array => new BigUint64Array(values.slice().buffer);

describe.each(cases)('$name', ({ world, task, dynamics, stored, digest }) => {
  it('makes Gymnasium’s steps', () => {
    for (const { state, action, next, terminated } of stored.steps) {
      const made = stepped(dynamics, state, action).subarray(0, state.length);
      expect(distance(made, next)).toBeLessThan(1e-12);
      expect(dynamics.terminated(made)).toBe(terminated);
    }
    expect(world.timestep).toBeCloseTo(stored.dt, 15);
    expect(task.frameSkip).toBe(stored.frameSkip);
  });

  it('gives Gymnasium’s rewards and observations', () => {
    // Gymnasium takes the places of the reacher’s fingertip and of the ant’s torso from the last of four looks of a Runge–Kutta
    // step, not from its end
    const tolerance = task === reacherTask ? 1e-5 : task === antTask ? 0.01 : 1e-12;
    for (const { state, action, next, reward, observation } of stored.steps) {
      expect(Math.abs(stepped(dynamics, state, action)[state.length]! - reward)).toBeLessThan(tolerance);
      const observed = new Float64Array(world.observationSize + 2).fill(7);
      world.observe(next, observed, 1);
      expect(distance(observed.subarray(1, -1), observation)).toBeLessThan(tolerance);
      expect([observed[0], observed.at(-1)]).toEqual([7, 7]);
    }
  });

  it('has steps with and without contact among those compared, if anything can touch, and of both outcomes', () => {
    const touching = stored.steps.filter(({ contacts }) => contacts > 0).length;
    const over = stored.steps.filter(({ terminated }) => terminated).length;
    const terminates = task === hopperTask || task === walker2dTask || task === antTask;
    expect(touching > 5 && touching < stored.steps.length).toBe(task !== reacherTask);
    expect(over > 5 && over < stored.steps.length).toBe(terminates);
  });

  it('has the masses, inertias, joints, motors and contacts of Gymnasium’s compiled model', async () => {
    const mujoco = await loadMujoco();
    const model = mujoco.MjModel.from_xml_string(task.xml());
    for (const [name, values] of Object.entries(stored.facts)) {
      expect(distance(factOf(model, name), values), name).toBeLessThan(1e-9);
    }
    model.delete();
  });

  it('draws every body where MuJoCo has it', () => {
    for (const { state, geoms } of stored.steps) {
      const { shapes, above } = world.sceneOf(state);
      for (const geom of geoms) {
        const half = geom.length / 2;
        const seen = (up: number): readonly number[] => [geom[0]!, geom[up]!, geom[half]!, geom[half + up]!];
        expect(nearest(shapes, seen(half - 1))).toBeLessThan(1e-9);
        expect(half === 3).toBe(above !== undefined);
        if (above !== undefined) expect(nearest(above.shapes, seen(1))).toBeLessThan(1e-9);
      }
    }
  });

  it('keeps its body in the picture', () => {
    const state = Float64Array.from(world.rest);
    // the arm of the reacher stays where it is
    if (task !== reacherTask) state[0] = 123;
    const scene = world.sceneOf(state);
    for (const { shapes, center, width, height } of [scene, ...(scene.above === undefined ? [] : [scene.above])]) {
      for (const shape of shapes) {
        const ends = shape.kind === 'path' ? shape.points.flat() : endsOf(shape);
        const radius = shape.kind === 'path' ? 0 : shape.radius;
        ends.forEach((at, i) => {
          expect(Math.abs(at - center[i % 2]!) + radius).toBeLessThanOrEqual((i % 2 === 0 ? width : height) / 2);
        });
      }
    }
  });

  it('steps from state and action alone, whatever was stepped before', async () => {
    const other = await loadMujocoWorld(task);
    const garbage = Float64Array.from(world.rest, () => 1e9);
    fc.assert(
      fc.property(statesOf(world), actionsOf(world), statesOf(world), fc.boolean(), (state, action, last, explode) => {
        const once = bits(stepped(dynamics, state, action));
        stepped(dynamics, explode ? garbage : last, action);
        const [{ state: touching, action: push }] = stored.steps as readonly [Step];
        stepped(other, touching, push);
        expect(bits(stepped(dynamics, state, action))).toEqual(once);
        expect(bits(stepped(other, state, action))).toEqual(once);
      }),
      { numRuns: 60, seed: 1 },
    );
    other.dispose();
  });

  it('clips actions to the box, and leaves state and action as they were', () => {
    const { state } = stored.steps[1]!;
    const inside = boxOf(world).map(({ low, high }, i) => (i % 2 === 0 ? high : low));
    const outside = inside.map((entry) => 7 * entry);
    expect(bits(stepped(dynamics, state, outside))).toEqual(bits(stepped(dynamics, state, inside)));
    expect(outside).toEqual(inside.map((entry) => 7 * entry));
    const given = Float64Array.from(state);
    dynamics.step(given, inside, new Float64Array(state.length));
    expect([...given]).toEqual(state);
  });

  it('ends an episode that explodes: the next state and the reward are no numbers', () => {
    const still = boxOf(world).map(() => 0);
    const states = [
      world.rest.map((entry, i) => (i === 1 ? NaN : entry)),
      world.rest.map((entry, i) => (i === 0 ? Infinity : entry)),
      world.rest.map((entry, i) => (i === world.rest.length - 1 ? 2e10 : entry)),
      // within MuJoCo's bound at first
      world.rest.map(() => 9.9e9),
    ];
    const results = states.map((state) => stepped(dynamics, state, still));
    results.push(stepped(dynamics, world.rest, [NaN, ...still.slice(1)]));
    for (const result of results) {
      expect([...result].every(Number.isNaN)).toBe(true);
      expect(dynamics.terminated(result.subarray(0, -1))).toBe(true);
    }
    expect(dynamics.terminated(stepped(dynamics, world.rest, still).subarray(0, -1))).toBe(false);
  });

  it('starts at rest but for some noise', () => {
    const { uniform } = new StreamDealer(3).next();
    const state = new Float64Array(world.rest.length);
    const half = Math.ceil(state.length / 2);
    const starts = Array.from({ length: 500 }, () => {
      dynamics.reset(uniform, state);
      expect(dynamics.terminated(state)).toBe(false);
      return [...state];
    });
    const spread = world.rest.map((rest, i) => Math.max(...starts.map((start) => Math.abs(start[i]! - rest))));
    if (task === reacherTask) {
      expect(starts.every(([, , x = 1, y = 1]) => x * x + y * y < 0.04)).toBe(true);
      expect(Math.max(...spread.slice(0, 2))).toBeLessThanOrEqual(0.1);
      expect(Math.max(...spread.slice(4, 6))).toBeLessThanOrEqual(0.005);
      expect(spread.slice(6)).toEqual([0, 0]);
      return;
    }
    const normal = task === halfCheetahTask || task === antTask;
    const noise = normal ? 0.1 : 0.005;
    for (const most of spread.slice(0, half)) expect(most > 0.95 * noise && most <= noise).toBe(true);
    const squares = starts.flatMap((start) => start.slice(half).map((speed) => (speed / noise) * (speed / noise)));
    const mean = squares.reduce((sum, square) => sum + square) / squares.length;
    // the variance of a standard normal number, or of a uniform one in [−1, 1]
    expect(mean).toBeCloseTo(normal ? 1 : 1 / 3, 1);
  });

  it('gives the same bits as when its digest was stored', () => {
    expect(trajectoryDigest(world, dynamics)).toBe(digest);
  });

  it('names every entry of the state, and slices that are there', () => {
    const { variables, rest, slices } = world;
    expect(variables.length).toBe(stored.steps[0]!.state.length);
    expect(rest.length).toBe(variables.length);
    expect(world.observationSize).toBe(stored.steps[0]!.observation.length);
    expect(new Set(variables.map(({ symbol }) => symbol)).size).toBe(variables.length);
    variables.forEach(({ low, high }, i) => expect(rest[i]! >= low && rest[i]! <= high).toBe(true));
    for (const { x, y } of slices)
      expect(variables[x] !== undefined && variables[y] !== undefined && x !== y).toBe(true);
  });
});
