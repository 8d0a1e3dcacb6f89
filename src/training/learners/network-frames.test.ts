import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../environments/environment.ts';
import { makeTask } from '../../environments/registry.ts';
import { methodOf } from '../../methods/registry.ts';
import { OPENING } from '../../config/playground-config.ts';
import { costIn } from '../action-costs.ts';
import type { Session } from '../session.ts';
import {
  categorical,
  gaussian,
  measureAt as at,
  openedSession as opened,
  prepareTestBackend,
} from '../nets/testing-backend.ts';

const SMALL = 'width=16&iterationSteps=128&environments=8&minibatch=32';
const CART = `world=cart-pole&${SMALL}`;
// 8 × 0.3 updates a step: what is left of one is carried over
const SLOW = `world=pendulum&learner=replay&${SMALL}&particles=8&updateRatio=0.3`;
const PENDULUM = `${SLOW}&warmup=100`;
const close = (session: Session): string => {
  const digest = session.digest();
  session.close();
  return digest;
};

beforeAll(prepareTestBackend);

describe('frames of a physics task', () => {
  it('hold rows that sum to 1, and a target that the trust region made of the previous ones', async () => {
    for (const column of [0, 1, 2]) {
      const session = await opened(CART, column);
      const { policy, previous, advantage, point, cost, target } = categorical(session.advance(2));
      for (const rows of [policy, previous, target!]) {
        for (let s = 0; s < 441; s += 1) expect(rows[2 * s]! + rows[2 * s + 1]!).toBeCloseTo(1, 12);
      }
      for (let s = 0; s < 441; s += 1) {
        const mean = previous[2 * s]! * advantage[2 * s]! + previous[2 * s + 1]! * advantage[2 * s + 1]!;
        expect(mean).toBeCloseTo(0, 9);
      }
      const { mover } = methodOf(OPENING[column]!);
      const { actions } = makeTask('cart-pole', {}).actions as { readonly actions: readonly Action[] };
      const next = new Float64Array(882);
      const weight = new Float64Array(441).fill(1 / 441);
      const problem = { states: 441, actions: 2, policy: previous, advantage, weight, cost: costIn({ actions }, cost) };
      if (mover.kind !== 'gradient') mover.of.improve(problem, point!, next);
      expect(target).toEqual(next);
      session.close();
    }
  });

  it('hold a particle plan whose sums are the old weights and the new ones', async () => {
    for (const column of [0, 1, 2]) {
      const session = await opened(PENDULUM, column);
      const frame = gaussian(session.advance(3));
      const { plan, target, particles } = frame.particles!;
      const n = 8;
      expect(particles.every((action) => Math.abs(action) <= 1)).toBe(true);
      for (let i = 0; i < n; i += 1) {
        let arrived = 0;
        let left = 0;
        for (let j = 0; j < n; j += 1) {
          arrived += plan[i * n + j]!;
          left += plan[j * n + i]!;
        }
        expect(arrived).toBeCloseTo(target[i]!, 10);
        expect(left).toBeCloseTo(1 / n, 10);
      }
      const { mean, std } = frame.gaussian;
      expect(mean.every((m) => Math.abs(m) <= 1)).toBe(true);
      expect(std.every((sd) => sd >= 0.05 && sd <= 1)).toBe(true);
      session.close();
    }
  });

  it('show another slice of the same policy', async () => {
    const session = await opened(CART);
    const first = categorical(session.advance(2));
    session.showSlice({ slice: 1, state: 220, rest: [] });
    const second = categorical(session.frame());
    expect(second.slice).toBe(1);
    expect(second.policy).not.toEqual(first.policy);
    // both slices have the state at rest in their middle
    for (const action of [0, 1]) expect(second.policy[440 + action]).toBe(first.policy[440 + action]);
    expect(second.value[220]).toBe(first.value[220]);
    expect(second.row).toEqual(first.row);
    session.close();
  });

  it('show a policy that has not moved, and no plan, before anything is learned', async () => {
    for (const session of [await opened(CART), await opened(PENDULUM)]) {
      const frame = session.frame();
      expect(frame).toMatchObject({ point: null, latest: null, best: null });
      if (frame.kind === 'discrete') {
        expect(frame.target).toBeNull();
        expect(frame.policy).toEqual(frame.previous);
      } else {
        const { mean, previousMean, std } = gaussian(frame).gaussian;
        expect(gaussian(frame).particles).toBeNull();
        expect(mean).toEqual(previousMean);
        expect(std.every((sd) => Math.abs(sd - 0.5) < 0.02)).toBe(true);
      }
      session.close();
    }
  });

  it('say that steps are random until enough are seen', async () => {
    const session = await opened(`${SLOW}&warmup=300`);
    const before = session.digest();
    const frame = session.advance(2);
    expect(frame.note).toBe('Acts at random until 300 steps are seen.');
    expect(frame.point).toBeNull();
    expect(at(frame, 'steps')).toBe(256);
    for (const measure of ['beta', 'spent', 'kl', 'criticLoss', 'fitError'] as const)
      expect(at(frame, measure)).toBeNaN();
    expect(session.digest()).toBe(before);
    expect(session.advance(1).point).not.toBeNull();
    expect(close(session)).not.toBe(before);
  });

  it('play the episodes that were acted', async () => {
    const session = await opened(CART);
    const { latest, best } = categorical(session.advance(3));
    expect(latest!.states).toHaveLength(4 * (latest!.steps + 1));
    expect(latest!.total).toBe(latest!.steps);
    expect(best!.total).toBeGreaterThanOrEqual(latest!.total);
    session.close();
  });
});

it('shows a slice through the values that the other variables are put to', async () => {
  const session = await opened(CART);
  session.advance(2);
  const values = (rest: readonly number[]): readonly number[] => {
    session.showSlice({ slice: 0, state: 220, rest });
    return [...categorical(session.frame()).value];
  };
  const own = values([]);
  const { rest, slices } = makeTask('cart-pole', {});
  const { x, y } = slices[0]!;
  const other = rest.findIndex((_, variable) => variable !== x && variable !== y);
  expect(values(rest)).toEqual(own);
  // what the slice shows itself is not put anywhere
  expect(values(rest.with(x, 0.3).with(y, 0.4))).toEqual(own);
  expect(values(rest.with(other, 1))).not.toEqual(own);
  // what does not fit is left alone
  expect(values([1])).toEqual(own);
  expect(values(rest.with(other, NaN))).toEqual(own);
  session.close();
});
