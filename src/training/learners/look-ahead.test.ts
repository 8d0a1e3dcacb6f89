import { beforeAll, describe, expect, it } from 'vitest';
import type { Dynamics } from '../../environments/physics.ts';
import { makeTask } from '../../environments/registry.ts';
import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import { behaviourIn } from '../experience/batch.ts';
import { Normaliser } from '../experience/normaliser.ts';
import { clock } from '../experience/testing-dynamics.ts';
import { Network } from '../nets/network.ts';
import { prepareTestBackend } from '../nets/testing-backend.ts';
import { branch, type Valued } from './look-ahead.ts';
import { ValueCritic } from './value-critic.ts';

const world = makeTask('pendulum', {});
const behaviour = behaviourIn(world);
const GAMMA = 0.5;
const STATES = 2;
const N = 4;

beforeAll(prepareTestBackend);

/** Branches of fixed first actions, after a policy that has something to say, and what V says of what they came to. */
function branched(dynamics: Dynamics, steps: number, value = 0) {
  const dealer = new StreamDealer(3);
  const critic = new ValueCritic(new Network([world.observationSize, 4, 1], dealer.next(), 0));
  // V is one number everywhere
  critic.network.weights.fill(1, -1);
  critic.unit = value;
  const policy = new Network([world.observationSize, 4, 2], dealer.next(), 1);
  const valued: Valued = { world, dynamics, critic, normaliser: new Normaliser(world.observationSize) };
  const act = (b: number, action: Float64Array): void => {
    action[0] = b % N < 2 ? 1 : -1;
  };
  const states = Float64Array.of(0, 0.3, 10, 0.3);
  const following = { steps, policy, behaviour, normal: normals(dealer.next()) };
  const made = branch(valued, { states, count: STATES, n: N, act }, GAMMA, following);
  critic.dispose();
  policy.dispose();
  return made;
}

describe('branches', () => {
  it('bring their discounted rewards, and V where they are left', () => {
    const { worth, steps } = branched(
      clock(() => 1),
      3,
      8,
    );
    expect(steps).toBe(STATES * N * 3);
    expect([...worth]).toEqual(Array.from({ length: STATES * N }, () => 1 + 0.5 + 0.25 + 8 * 0.125));
  });

  it('are worth what they brought where they end by themselves, and are not gone on with', () => {
    // the first state has counted 2 after two steps, the second is beyond it at once
    const { worth, steps } = branched(
      clock(() => 1, 2),
      3,
      8,
    );
    expect([...worth]).toEqual([1.5, 1.5, 1.5, 1.5, 1, 1, 1, 1]);
    expect(steps).toBe(N * 2 + N);
  });

  it.each([
    ['reward', (count: number) => (count === 2 ? NaN : 1), (count: number) => count],
    ['state', () => 1, (count: number) => (count === 2 ? Infinity : count)],
  ] as const)('end before a %s that is no number', (_, reward, place) => {
    const plain = clock((__, count) => reward(count));
    const dynamics: Dynamics = {
      ...plain,
      step: (state, action, next) => {
        const gain = plain.step(state, action, next);
        next[0] = place(next[0]!);
        return gain;
      },
    };
    const { worth, steps } = branched(dynamics, 3, 8);
    // the second state is past what goes wrong
    expect([...worth]).toEqual([1, 1, 1, 1, 2.75, 2.75, 2.75, 2.75]);
    expect(steps).toBe(N * 2 + N * 3);
  });

  it('share their noise at a state, and follow the policy after their own first action', () => {
    const acted: number[] = [];
    const { worth } = branched(
      clock((action) => {
        acted.push(action);
        return action;
      }),
      3,
    );
    // the same first action at the same state: the same branch, whatever the noise
    for (const s of [0, 1]) {
      expect(worth[s * N]).toBe(worth[s * N + 1]);
      expect(worth[s * N + 2]).toBe(worth[s * N + 3]);
    }
    expect(acted.slice(0, N)).toEqual([1, 1, -1, -1]);
    const later = acted.slice(STATES * N);
    expect(new Set(later).size).toBeGreaterThan(4);
    // a policy's noise differs from state to state, and from step to step
    expect(new Set([later[0], later[N], later[2 * N], later[3 * N]]).size).toBe(4);
  });
});
