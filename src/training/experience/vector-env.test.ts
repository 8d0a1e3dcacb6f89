import { describe, expect, it } from 'vitest';
import type { Dynamics } from '../../environments/physics.ts';
import { makeTask } from '../../environments/registry.ts';
import { StreamDealer } from '../../math/random.ts';
import { VectorEnv } from './vector-env.ts';
import { clock } from './testing-dynamics.ts';

const HORIZON = 12;
const world = { ...makeTask('pendulum', {}), horizon: HORIZON };

const zero = (): number => 0;
const unseen = (): void => {};

describe('actors', () => {
  it('record the first environment’s episodes step by step, from the first state to the last', () => {
    const { uniform } = new StreamDealer(1).next();
    const actors = new VectorEnv(
      world,
      clock(() => 2, 5),
      3,
      uniform,
    );
    const begin = actors.state(0).slice();
    for (let t = 0; t < 5; t += 1) {
      expect(actors.latest).toBeNull();
      for (const environment of [0, 1, 2]) actors.step(environment, [10 * environment + t], uniform, unseen);
    }
    const { states, steps, total } = actors.latest!;
    expect([...states]).toEqual([...Float32Array.from(begin), 1, 0, 2, 1, 3, 2, 4, 3, 5, 4]);
    expect({ steps, total }).toEqual({ steps: 5, total: 10 });
    expect(actors.best).toBe(actors.latest);
  });

  it('keep the best episode when a later one is worse, and mean the last ten returns of all environments', () => {
    let worth = 0;
    const actors = new VectorEnv(
      world,
      clock(() => worth, 1),
      2,
      zero,
    );
    const returns: number[] = [];
    for (const reward of [1, 5, 3, 2, 4, 9, 8, 7]) {
      for (const environment of [0, 1]) {
        worth = reward + environment / 2;
        returns.push(worth);
        actors.step(environment, [0], zero, unseen);
        const lately = returns.slice(-10);
        expect(actors.meanReturn).toBeCloseTo(lately.reduce((sum, x) => sum + x, 0) / lately.length, 12);
        expect(actors.best!.total).toBeGreaterThanOrEqual(actors.latest!.total);
      }
      expect(actors.latest!.total).toBe(reward);
    }
    expect(actors.best!.total).toBe(9);
  });

  it('tell an episode that ended by itself from one that was cut off, even in its last step', () => {
    for (const [end, wanted] of [
      [HORIZON - 1, 1],
      [HORIZON, 1],
      [HORIZON + 1, 2],
    ] as const) {
      const actors = new VectorEnv(
        world,
        clock(() => 1, end),
        1,
        zero,
      );
      const endings: number[] = [];
      while (actors.latest === null) endings.push(actors.step(0, [0], zero, unseen).ending);
      expect(endings).toEqual([...Array.from({ length: Math.min(end, HORIZON) - 1 }, () => 0), wanted]);
    }
  });

  it('show the state after a step, not the one that the next episode begins with', () => {
    const actors = new VectorEnv(
      world,
      clock(() => 1, 3),
      1,
      zero,
    );
    const counts: number[] = [];
    for (let t = 0; t < 7; t += 1) actors.step(0, [0], zero, (next) => counts.push(next[0]!));
    expect(counts).toEqual([1, 2, 3, 1, 2, 3, 1]);
    expect(actors.state(0)[0]).toBe(1);
  });

  it('go on from a snapshot as they went on before', () => {
    const dealer = new StreamDealer(3);
    const actors = new VectorEnv(
      world,
      clock((action) => action, 5),
      2,
      dealer.next().uniform,
    );
    const from = dealer.state();
    const act = (steps: number): unknown => {
      const { uniform } = new StreamDealer(from).next();
      const seen: number[] = [];
      for (let t = 0; t < steps; t += 1) {
        for (const environment of [0, 1]) {
          const { reward, ending } = actors.step(environment, [uniform()], uniform, (next) => seen.push(...next));
          seen.push(reward, ending);
        }
      }
      return [seen, actors.meanReturn, actors.latest, actors.best];
    };
    act(8);
    const snapshot = actors.snapshot();
    const once = act(13);
    for (const _ of [1, 2]) {
      actors.restore(snapshot);
      expect(act(13)).toEqual(once);
    }
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', Infinity],
  ])('say in a sentence that a simulation exploded: a reward of %s', (text, reward) => {
    const actors = new VectorEnv(
      world,
      clock(() => reward),
      1,
      zero,
    );
    expect(() => actors.step(0, [0], zero, unseen)).toThrow(
      `The simulation exploded: a reward of ${text} came back, expected a finite number.`,
    );
  });

  it.each([NaN, -Infinity])('say so too where the reward is a number, but the state is none any more: %d', (bad) => {
    const exploding: Dynamics = {
      ...clock(() => 1),
      step: (_, __, next) => {
        next[0] = 1;
        next[1] = bad;
        return 1;
      },
      terminated: (state) => !state.every(Number.isFinite),
    };
    const actors = new VectorEnv(world, exploding, 1, zero);
    expect(() => actors.step(0, [0], zero, unseen)).toThrow(
      `The simulation exploded: a state with ${bad} came back, expected finite numbers.`,
    );
    expect(actors.latest).toBeNull();
  });
});
