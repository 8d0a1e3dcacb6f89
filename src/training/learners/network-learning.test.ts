import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPENING } from '../../config/playground-config.ts';
import { methods } from '../../methods/registry.ts';
import { measures } from '../measure.ts';
import { RewindableSession } from '../rewind.ts';
import { seek } from '../testing-rewind.ts';
import { measureAt as at, openedSession as opened, prepareTestBackend } from '../nets/testing-backend.ts';

const columns = OPENING.map((method, column) => [methods[method].short, column] as const);
const PENDULUM =
  'world=pendulum&learner=replay&width=16&iterationSteps=128&environments=8&minibatch=32&warmup=100&particles=8';

beforeAll(prepareTestBackend);

describe('learning', () => {
  // so it is with seed 2, which would take as long again
  it.each(columns)(
    'lets cart-pole stand for 150 steps within 12 iterations at its defaults (%s)',
    async (_, column) => {
      const session = await opened('world=cart-pole&seed=1', column);
      const start = at(session.advance(1), 'sampledReturn');
      expect(start).toBeLessThan(50);
      let most = start;
      while (session.iteration < 12 && !(most >= 150)) {
        const frame = session.advance(1);
        most = Math.max(most, at(frame, 'sampledReturn'));
        expect(Math.abs(at(frame, 'slack'))).toBeLessThan(1e-9);
      }
      expect(most).toBeGreaterThanOrEqual(150);
      session.close();
    },
  );

  it.each(columns)('loses half as much on pendulum after 18 iterations at its defaults (%s)', async (_, column) => {
    const session = await opened('world=pendulum', column);
    let first = NaN;
    let last = NaN;
    while (session.iteration < 18 && !(last >= first / 2)) {
      last = at(session.advance(1), 'sampledReturn');
      if (Number.isNaN(first)) first = last;
    }
    expect(first).toBeLessThan(-1000);
    expect(last).toBeGreaterThanOrEqual(first / 2);
    session.close();
  });

  it.each(columns)('keeps to the radius on pendulum, and spends it while it binds (%s)', async (_, column) => {
    const session = await opened(PENDULUM, column);
    let tight = 0;
    for (let k = 0; k < 10; k += 1) {
      const frame = session.advance(1);
      for (const { key } of measures) {
        // without a clock there is no speed
        if (key !== 'speed') expect(Number.isFinite(at(frame, key)) || Number.isNaN(at(frame, key)), key).toBe(true);
      }
      expect(frame.value.every(Number.isFinite)).toBe(true);
      expect(frame.note).toBe('');
      const [spent, radius] = [at(frame, 'spent'), at(frame, 'radius')];
      expect(spent).toBeLessThanOrEqual(radius * (1 + 1e-9));
      if (Math.abs(spent - radius) < 1e-9) tight += 1;
    }
    expect(tight).toBeGreaterThan(5);
    session.close();
  });
});

describe('going back', () => {
  it('finds what was there also after the replay buffer was written over', async () => {
    const before = memory().numTensors;
    // room for 1000 steps, that is not quite eight iterations: the checkpoint at 8 is lost by 12
    const rewindable = new RewindableSession(await opened(`${PENDULUM}&replay=1000`));
    const { session } = rewindable;
    const digests = [session.digest()];
    const frames = [session.frame()];
    for (let k = 1; k <= 12; k += 1) {
      frames.push(rewindable.advance(1));
      digests.push(session.digest());
    }
    // what it went back to is said before it goes: the checkpoint that the ring still holds would have been nearer
    expect(rewindable.nearest(10)).toEqual({ from: 0, lost: true });
    expect(rewindable.nearest(2)).toEqual({ from: 0, lost: false });
    expect(rewindable.nearest(12)).toEqual({ from: 12, lost: false });
    for (const iteration of [10, 2, 12]) {
      const { rows, ...shown } = seek(rewindable, iteration);
      expect(session.digest()).toBe(digests[iteration]);
      const { rows: _, ...wanted } = frames[iteration]!;
      expect(shown).toEqual(wanted);
      expect(rows.length % measures.length).toBe(0);
    }
    session.close();
    expect(memory().numTensors).toBe(before);
  });

  it('forgets a future that a change rewrites, and learns what it would have learned with it from the start', async () => {
    for (const [link, change] of [
      ['world=cart-pole&width=16&iterationSteps=128&environments=8&minibatch=32', 0.2],
      [PENDULUM, 0.5],
    ] as const) {
      const rewindable = new RewindableSession(await opened(link, 1));
      rewindable.advance(6);
      const unchanged = rewindable.session.digest();
      seek(rewindable, 3);
      rewindable.setChanges([{ iteration: 3, run: 0, key: 'delta', value: change }]);
      seek(rewindable, 6);
      // a session has one column, and its changes are told of column 0
      const fresh = await opened(link, 1);
      fresh.setChanges([{ iteration: 3, run: 0, key: 'delta', value: change }]);
      fresh.advance(6);
      expect(rewindable.session.digest()).toBe(fresh.digest());
      expect(fresh.digest()).not.toBe(unchanged);
      rewindable.session.close();
      fresh.close();
    }
  });
});
