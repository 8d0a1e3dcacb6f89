import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPENING } from '../../config/playground-config.ts';
import type { Frame } from '../frame.ts';
import { measures } from '../measure.ts';
import { RewindableSession } from '../rewind.ts';
import { seek } from '../testing-rewind.ts';
import type { Session } from '../session.ts';
import { gaussian, measureAt as at, openedSession as opened, prepareTestBackend } from '../nets/testing-backend.ts';

const SMALL = 'width=16&iterationSteps=128&environments=8&minibatch=32';
const CART = `world=cart-pole&${SMALL}`;
// 8 × 0.3 updates a step: what is left of one is carried over
const SLOW = `world=pendulum&learner=replay&${SMALL}&particles=8&updateRatio=0.3`;
const PENDULUM = `${SLOW}&warmup=100`;
const BRANCHED = `world=pendulum&learner=branch&${SMALL}&particles=4&states=32&lookAhead=3`;
const TASKS = [
  ['discrete actions', CART],
  ['continuous actions by a Q-critic', PENDULUM],
  ['continuous actions by the simulator', BRANCHED],
] as const;

const close = (session: Session): string => {
  const digest = session.digest();
  session.close();
  return digest;
};

beforeAll(prepareTestBackend);

describe.each(TASKS)('a session of networks, %s', (_, link) => {
  it.each([0, 1, 2])('gives the same bits however its iterations are grouped (column %i)', async (column) => {
    const [one, other] = [await opened(link, column), await opened(link, column)];
    const rows = [1, 2, 3, 4].map(() => one.advance(1).rows);
    const together = other.advance(4).rows;
    expect(Float64Array.from(rows.flatMap((row) => [...row]))).toEqual(together);
    expect(close(one)).toBe(close(other));
  });

  it('is another one with another seed', async () => {
    const [one, other] = [await opened(link), await opened(`${link}&seed=2`)];
    one.advance(2);
    other.advance(2);
    expect(close(one)).not.toBe(close(other));
  });

  it('finds at any iteration what was there before', async () => {
    const rewindable = new RewindableSession(await opened(link, 2));
    const digests = [rewindable.session.digest()];
    const rows: Float64Array[] = [];
    for (let k = 1; k <= 10; k += 1) {
      rows.push(rewindable.advance(1).rows);
      digests.push(rewindable.session.digest());
    }
    for (const iteration of [9, 3, 8, 0, 10]) {
      seek(rewindable, iteration);
      expect(rewindable.session.iteration).toBe(iteration);
      expect(rewindable.session.digest()).toBe(digests[iteration]);
    }
    seek(rewindable, 5);
    expect(rewindable.advance(1).rows).toEqual(rows[5]);
    rewindable.session.close();
  });

  it('takes a live change of the radius at its iteration and not before', async () => {
    const [plain, changed] = [await opened(link), await opened(`${link}&at=2,0,delta:0.5`)];
    const [usual, ...rows] = [plain, changed].flatMap((session) => [session.advance(2), session.advance(1)]);
    expect(at(rows[1]!, 'radius')).toBe(at(usual!, 'radius'));
    expect(rows[1]!.rows).toEqual(usual!.rows);
    expect(at(rows[2]!, 'radius')).toBe(0.5);
    expect(at(rows[0]!, 'radius')).toBe(at(usual!, 'radius'));
    expect(close(plain)).not.toBe(close(changed));
  });

  it('takes a live change at its iteration and not before', async () => {
    const run = '&run=kl,rule:fixed,beta:1';
    const [plain, changed] = [await opened(link + run), await opened(`${link}${run}&at=2,0,beta:7`)];
    const frames = [plain, changed].map((session) => [session.advance(2), session.advance(1)] as const);
    expect(frames.map(([before, after]) => [at(before, 'beta'), at(after, 'beta')])).toEqual([
      [1, 1],
      [1, 7],
    ]);
    expect(frames[0]![0].value).toEqual(frames[1]![0].value);
    expect(close(plain)).not.toBe(close(changed));
  });

  it('is what it would be had it not been looked at', async () => {
    const [plain, watched] = [await opened(link), await opened(link)];
    const last = plain.advance(4);
    for (let k = 0; k < 4; k += 1) {
      watched.showSlice({ slice: k, state: 100 * k, rest: [0.1, 0.2, 0.3, 0.4] });
      watched.frame();
      watched.advance(1);
      watched.frame();
    }
    watched.showSlice({ slice: 0, state: 220, rest: [] });
    expect(watched.frame()).toEqual({ ...last, rows: last.row });
    expect(close(watched)).toBe(close(plain));
  });

  it('shows the state that is looked at, within the slice, and the same at each look', async () => {
    const session = await opened(link);
    const before = session.advance(3);
    for (const [asked, given] of [
      [7, 7],
      [-3, 0],
      [9999, 440],
    ] as const) {
      session.showSlice({ slice: 0, state: asked, rest: [] });
      const frame = session.frame();
      expect(frame).toEqual(session.frame());
      if (frame.kind === 'discrete') expect(frame).toEqual({ ...before, rows: before.row });
      else {
        const { particles, ...shown } = gaussian(frame);
        expect(shown).toMatchObject({ value: gaussian(before).value, gaussian: gaussian(before).gaussian });
        expect(particles!.state).toBe(given);
      }
    }
    session.close();
  });

  it('gives all its tensors back', async () => {
    const before = memory().numTensors;
    const session = await opened(link);
    session.advance(2);
    expect(memory().numTensors).toBeGreaterThan(before);
    session.close();
    expect(memory().numTensors).toBe(before);
  });

  it.each([0, 1, 2])('measures what has a meaning, and nothing else (column %i)', async (column) => {
    const usesLambda = OPENING[column] === 'sinkhorn';
    const session = await opened(link, column);
    const numbers = (frame: Frame): string[] =>
      measures.filter(({ key }) => !Number.isNaN(at(frame, key))).map(({ key }) => key);
    const begin = session.frame();
    expect(numbers(begin)).toEqual(['iteration', 'steps', 'ahead', 'simulated', 'elapsed']);
    const discrete = begin.kind === 'discrete';
    // an episode of pendulum takes 200 steps of each environment
    const iterations = discrete ? 4 : 13;
    const frame = session.advance(iterations);
    const never: readonly string[] = [
      'return',
      'gap',
      ...(discrete ? [] : ['variation']),
      ...(usesLambda ? [] : ['lambda']),
      ...(link === BRANCHED ? [] : ['ranking']),
    ];
    expect(numbers(frame)).toEqual(measures.map(({ key }) => key as string).filter((key) => !never.includes(key)));
    expect(at(frame, 'iteration')).toBe(iterations);
    expect(at(frame, 'steps')).toBe(iterations * 128);
    // every action of every step; nothing; 32 states with 4 particles and 3 steps, valued twice
    const ahead = discrete ? 128 * 2 : link === BRANCHED ? 2 * 32 * 4 * 3 : 0;
    expect(at(frame, 'ahead')).toBe(iterations * ahead);
    expect(at(frame, 'simulated')).toBe(at(frame, 'steps') + at(frame, 'ahead'));
    expect(at(frame, 'slack')).toBe(at(frame, 'radius') - at(frame, 'spent'));
    session.close();
  });

  it('has no radius and no slack where the multiplier is fixed', async () => {
    const session = await opened(`${link}&run=wasserstein,rule:fixed,beta:2`);
    const frame = session.advance(3);
    for (const measure of ['radius', 'slack'] as const) expect(at(frame, measure)).toBeNaN();
    expect(at(frame, 'beta')).toBe(2);
    expect(at(frame, 'spent')).toBeGreaterThanOrEqual(0);
    session.close();
  });
});

it('refuses to go on with weights that are no numbers, in a sentence', async () => {
  const session = await opened(CART);
  session.advance(1);
  // the parts of a learner, its policy's network first
  const snapshot = session.snapshot() as { readonly learner: readonly [{ readonly weights: Float32Array }] };
  snapshot.learner[0].weights.fill(NaN);
  session.restore(snapshot);
  expect(() => session.advance(1)).toThrow(/no finite numbers any more: a smaller learning rate may help/);
  session.close();
});
