import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../field.ts';
import { acrobot } from './acrobot.ts';
import { cartPole } from './cart-pole.ts';
import fixtures from './fixtures/physics.json' with { type: 'json' };
import { mountainCarContinuous } from './mountain-car-continuous.ts';
import { pendulum } from './pendulum.ts';
import type { Dynamics, PhysicsWorld, Scene } from './physics.ts';

/** Steps along Gymnasium's trajectories; `source` in the file says how they were made. */
interface Run {
  readonly start: readonly number[];
  readonly actions: readonly number[];
  readonly states: readonly (readonly number[])[];
  readonly rewards: readonly number[];
  readonly terminated: readonly number[];
  /** Of the last state, in single precision. */
  readonly observation: readonly number[];
}
interface Task {
  readonly name: string;
  readonly world: PhysicsWorld;
  readonly dynamics: Dynamics;
  readonly runs: readonly Run[];
}

const tasks: readonly Task[] = [
  {
    name: 'cart-pole',
    world: cartPole.make(),
    dynamics: await cartPole.load(),
    runs: fixtures.worlds['cart-pole'],
  },
  { name: 'acrobot', world: acrobot.make(), dynamics: await acrobot.load(), runs: fixtures.worlds.acrobot },
  {
    name: 'pendulum',
    world: pendulum.make(),
    dynamics: await pendulum.load(defaultsOf(pendulum.fields)),
    runs: fixtures.worlds.pendulum,
  },
  {
    name: 'pendulum, g = 9.81',
    world: pendulum.make(),
    dynamics: await pendulum.load({ gravity: 9.81 }),
    runs: fixtures.worlds['pendulum, g = 9.81'],
  },
  {
    name: 'mountain-car-continuous',
    world: mountainCarContinuous.make(),
    dynamics: await mountainCarContinuous.load(),
    runs: fixtures.worlds['mountain-car-continuous'],
  },
];

/** Largest difference of any entry. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i]!)));
}

/** States within the drawn ranges. */
const statesOf = (world: PhysicsWorld): fc.Arbitrary<Float64Array> =>
  fc
    .tuple(...world.variables.map(({ low, high }) => fc.double({ min: low, max: high, noNaN: true })))
    .map((entries) => Float64Array.from(entries));

/** Actions of the space; of a box also some outside. */
const actionsOf = ({ actions }: PhysicsWorld): fc.Arbitrary<number[]> =>
  actions.kind === 'discrete'
    ? fc.tuple(fc.nat(actions.actions.length - 1))
    : fc.tuple(...actions.components.map(({ low, high }) => fc.double({ min: 2 * low, max: 2 * high, noNaN: true })));

/** Every number of a scene. */
function numbersOf({ shapes, center, width, height, ground }: Scene): number[] {
  const inShapes = shapes.flatMap((shape) => {
    if (shape.kind === 'path') return shape.points.flat();
    if (shape.kind === 'circle') return [...shape.at, shape.radius];
    return [...shape.from, ...shape.to, shape.radius];
  });
  return [...inShapes, ...center, width, height, ground ?? 0];
}

describe.each(tasks)('$name', ({ world, dynamics, runs }) => {
  const size = world.variables.length;

  it('takes each of Gymnasium’s steps to 1e-12, with its reward and its end', () => {
    expect(runs.some(({ actions }) => actions.length >= 100)).toBe(true);
    for (const { start, actions, states, rewards, terminated } of runs) {
      const next = new Float64Array(size);
      for (const [t, action] of actions.entries()) {
        const state = Float64Array.from(t === 0 ? start : states[t - 1]!);
        const reward = dynamics.step(state, [action], next);
        expect(distance(next, states[t]!)).toBeLessThan(1e-12);
        expect(Math.abs(reward - rewards[t]!)).toBeLessThan(1e-12);
        expect(dynamics.terminated(next)).toBe(terminated[t] === 1);
      }
    }
  });

  it('stays on Gymnasium’s trajectories to 1e-9 from beginning to end, and ends where they do', () => {
    for (const { start, actions, states, terminated, observation } of runs) {
      let state = Float64Array.from(start);
      for (const [t, action] of actions.entries()) {
        expect(dynamics.terminated(state)).toBe(false);
        const next = new Float64Array(size);
        dynamics.step(state, [action], next);
        expect(distance(next, states[t]!)).toBeLessThan(1e-9);
        state = next;
      }
      expect(dynamics.terminated(state)).toBe(terminated.at(-1) === 1);
      const seen = new Float32Array(world.observationSize);
      world.observe(state, seen, 0);
      expect(distance(seen, observation)).toBeLessThan(1e-6);
    }
  });

  it('gives the same bits for the same state and action, whatever was stepped between, and writes neither', () => {
    const property = fc.property(statesOf(world), actionsOf(world), statesOf(world), (state, action, other) => {
      const [first, again] = [new Float64Array(size), new Float64Array(size)];
      const [stateBefore, actionBefore] = [[...state], [...action]];
      const reward = dynamics.step(state, action, first);
      dynamics.step(other, action, again);
      expect(dynamics.step(state, action, again)).toBe(reward);
      expect([...again]).toEqual([...first]);
      expect([...state]).toEqual(stateBefore);
      expect(action).toEqual(actionBefore);
      expect([...first, reward].every(Number.isFinite)).toBe(true);
      expect(dynamics.terminated(first)).toBe(dynamics.terminated(again));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('clips what lies outside the box to its nearest point, for the motion and for the reward', () => {
    if (world.actions.kind !== 'box') return;
    const { components } = world.actions;
    const [inside, outside] = [new Float64Array(size), new Float64Array(size)];
    fc.assert(
      fc.property(statesOf(world), actionsOf(world), (state, action) => {
        const clipped = action.map((value, i) => Math.min(Math.max(value, components[i]!.low), components[i]!.high));
        expect(dynamics.step(state, action, outside)).toBe(dynamics.step(state, clipped, inside));
        expect([...outside]).toEqual([...inside]);
      }),
    );
  });

  it('does something else for each action at rest', () => {
    const { actions } = world;
    const tried = actions.kind === 'discrete' ? actions.actions.map((_, i) => i) : [-1, -0.5, 0, 0.5, 1];
    const ends = tried.map((action) => {
      const next = new Float64Array(size);
      dynamics.step(Float64Array.from(world.rest), [action], next);
      return next.join();
    });
    expect(new Set(ends).size).toBe(tried.length);
  });

  it('ends in a state with an entry that is no finite number, and steps from there without hanging', () => {
    for (let i = 0; i < size; i += 1) {
      for (const wrong of [NaN, Infinity, -Infinity]) {
        const state = Float64Array.from(world.rest);
        state[i] = wrong;
        expect(dynamics.terminated(state), `${world.variables[i]!.symbol} = ${wrong}`).toBe(true);
        dynamics.step(state, [1], new Float64Array(size));
      }
    }
    expect(dynamics.terminated(Float64Array.from(world.rest))).toBe(false);
  });

  it('starts in states of its own range that are not over, others for other draws', () => {
    const [low, high, middle] = [0, 1 - 2 ** -32, 0.37].map((u) => {
      const state = new Float64Array(size).fill(NaN);
      dynamics.reset(() => u, state);
      expect(dynamics.terminated(state)).toBe(false);
      for (const [i, variable] of world.variables.entries()) {
        expect(state[i]).toBeGreaterThanOrEqual(variable.low);
        expect(state[i]).toBeLessThanOrEqual(variable.high);
      }
      return state;
    });
    expect(distance(low!, high!)).toBeGreaterThan(0.05);
    expect(distance(low!, middle!)).toBeGreaterThan(0.01);
  });

  it('observes as many finite numbers as it says, from the offset on, and no other', () => {
    const out = new Float64Array(world.observationSize + 5).fill(77);
    world.observe(Float64Array.from(world.rest), out, 3);
    expect([...out.subarray(0, 3), ...out.subarray(-2)]).toEqual([77, 77, 77, 77, 77]);
    expect(out.subarray(3, -2).every((value) => Number.isFinite(value) && value !== 77)).toBe(true);
  });

  it('rests inside its ranges, and its slices show two variables that differ', () => {
    expect(world.rest.length).toBe(size);
    for (const [i, { low, high }] of world.variables.entries()) {
      expect(low).toBeLessThan(high);
      expect(world.rest[i]).toBeGreaterThanOrEqual(low);
      expect(world.rest[i]).toBeLessThanOrEqual(high);
    }
    expect(world.slices.length).toBeGreaterThan(0);
    for (const { x, y } of world.slices) {
      expect(world.variables[x]).toBeDefined();
      expect(world.variables[y]).toBeDefined();
      expect(x).not.toBe(y);
    }
  });

  it('draws every state of its range with finite numbers, inside one and the same frame', () => {
    const frame = ({ center, width, height, ground }: Scene) => ({ center, width, height, ground });
    const wanted = world.sceneOf(world.rest);
    const [left, right] = [wanted.center[0] - wanted.width / 2, wanted.center[0] + wanted.width / 2];
    const [bottom, top] = [wanted.center[1] - wanted.height / 2, wanted.center[1] + wanted.height / 2];
    const property = fc.property(statesOf(world), (state) => {
      const scene = world.sceneOf(state);
      expect(numbersOf(scene).every(Number.isFinite)).toBe(true);
      expect(frame(scene)).toEqual(frame(wanted));
      expect(scene.shapes.map(({ kind, tone }) => [kind, tone])).toEqual(
        wanted.shapes.map(({ kind, tone }) => [kind, tone]),
      );
      const round = scene.shapes.flatMap((shape) => {
        if (shape.kind === 'path') return [];
        const { radius } = shape;
        return (shape.kind === 'circle' ? [shape.at] : [shape.from, shape.to]).map((at) => ({ at, radius }));
      });
      for (const { at, radius } of round) {
        expect(at[0] - radius).toBeGreaterThanOrEqual(left);
        expect(at[0] + radius).toBeLessThanOrEqual(right);
        expect(at[1] - radius).toBeGreaterThanOrEqual(bottom);
        expect(at[1] + radius).toBeLessThanOrEqual(top);
      }
    });
    fc.assert(property);
  });
});

describe('the edges', () => {
  const [pole, links, , , car] = tasks.map(({ dynamics }) => dynamics);
  const stepped = (dynamics: Dynamics, state: number[], action: number): number[] => {
    const next = new Float64Array(state.length);
    const reward = dynamics.step(Float64Array.from(state), [action], next);
    return [...next, reward];
  };

  it('the stored trajectories turn the links past π and brake them at 4π and 9π, and stop the car at its wall', () => {
    const linkStates = tasks[1]!.runs.flatMap(({ states }) => states);
    expect(linkStates.some((state) => Math.abs(state[2]!) === 4 * Math.PI)).toBe(true);
    expect(linkStates.some((state) => Math.abs(state[3]!) === 9 * Math.PI)).toBe(true);
    const turned = tasks[1]!.runs.some(({ states }) =>
      states.some((state, t) => t > 0 && Math.abs(state[1]! - states[t - 1]![1]!) > 5),
    );
    expect(turned).toBe(true);
    const wall = Math.fround(-1.2);
    expect(tasks[4]!.runs.some(({ states }) => states.some(([x, v]) => x === wall && v === 0))).toBe(true);
  });

  it('the pole falls at 12 degrees and the cart leaves at 2.4 m, not before', () => {
    const limit = (12 * 2 * Math.PI) / 360;
    const ends = (x: number, angle: number): boolean => pole!.terminated(Float64Array.of(x, 0, angle, 0));
    for (const side of [-1, 1]) {
      expect([ends(side * 2.4, side * limit), ends(side * 2.4000001, 0), ends(0, side * 0.2094396)]).toEqual([
        false,
        true,
        true,
      ]);
    }
  });

  it('the car has arrived at 0.45 unless it rolls back, and is paid 100 for it', () => {
    expect(car!.terminated(Float64Array.of(0.45, 0))).toBe(true);
    expect(car!.terminated(Float64Array.of(0.45, -0.001))).toBe(false);
    expect(car!.terminated(Float64Array.of(0.4499999, 0.05))).toBe(false);
    const [, , reward] = stepped(car!, [0.44, 0.05], 1);
    expect(reward).toBe(99.9);
  });

  it('the acrobot is paid 0 for the step that ends above the line, and −1 for any other', () => {
    fc.assert(
      fc.property(statesOf(tasks[1]!.world), fc.nat(2), (state, action) => {
        const next = stepped(links!, [...state], action);
        const reward = next.pop();
        expect(reward).toBe(links!.terminated(Float64Array.from(next)) ? 0 : -1);
      }),
    );
  });

  it('the pendulum’s reward is the cost of the state it leaves', async () => {
    const dynamics = await pendulum.load({ gravity: 0 });
    expect(stepped(dynamics, [0, 0], 2)[2]).toBeCloseTo(-0.004, 15);
    expect(stepped(dynamics, [2 * Math.PI + 1, 2], 0)[2]).toBeCloseTo(-1.4, 12);
    expect(stepped(dynamics, [1, 0], 0)[0]).toBe(1);
  });
});
