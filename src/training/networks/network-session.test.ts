import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeLink } from '../../config/link.ts';
import { trustRegions } from '../../trust-regions/registry.ts';
import type { Frame } from '../frame.ts';
import { measureIndex, MEASURES, type Measure } from '../measure.ts';
import { openSession } from '../open-session.ts';
import { RewindableSession } from '../rewind.ts';
import { sessionConfig } from '../session-config.ts';
import type { Session } from '../session.ts';
import { engineFiles, prepareTestBackend } from './testing-backend.ts';

const SMALL = 'width=16&iterationSteps=256&environments=8&minibatch=32';
const CART = `world=cart-pole&${SMALL}`;
const PENDULUM = `world=pendulum&${SMALL}&warmup=200&particles=8`;
const TASKS = [
  ['discrete', CART],
  ['continuous', PENDULUM],
] as const;

function opened(fragment: string, column = 0): Promise<Session> {
  const { config, problems } = decodeLink(fragment);
  expect(problems).toEqual([]);
  return openSession(sessionConfig(config, column), () => 0, engineFiles);
}

const at = (frame: Frame, measure: Measure): number => frame.row[measureIndex[measure]]!;

const close = (session: Session): string => {
  const digest = session.digest();
  session.close();
  return digest;
};

beforeAll(prepareTestBackend);

describe.each(TASKS)('a session of networks, %s actions', (_, link) => {
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
    for (let k = 1; k <= 18; k += 1) {
      rows.push(rewindable.advance(1).rows);
      digests.push(rewindable.session.digest());
    }
    for (const iteration of [17, 3, 8, 0, 18]) {
      rewindable.seek(iteration);
      expect(rewindable.session.iteration).toBe(iteration);
      expect(rewindable.session.digest()).toBe(digests[iteration]);
    }
    rewindable.seek(5);
    expect(rewindable.advance(1).rows).toEqual(rows[5]);
    rewindable.session.close();
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

  it('shows another slice and state without changing anything', async () => {
    const session = await opened(link);
    session.advance(3);
    const digest = session.digest();
    const before = session.frame();
    session.look(0, 7);
    const after = session.frame();
    expect(after.policy).toEqual(before.policy);
    expect(after.value).toEqual(before.value);
    expect(after.physics?.particles?.state).toBe(after.physics?.gaussian == null ? undefined : 7);
    expect(close(session)).toBe(digest);
  });

  it('gives all its tensors back', async () => {
    const before = memory().numTensors;
    const session = await opened(link);
    session.advance(2);
    expect(memory().numTensors).toBeGreaterThan(before);
    session.close();
    expect(memory().numTensors).toBe(before);
  });

  it('measures what has a meaning, and nothing else', async () => {
    for (const column of [0, 1, 2]) {
      const session = await opened(link, column);
      const first = session.frame();
      expect(first.row).toHaveLength(MEASURES);
      expect(at(first, 'steps')).toBe(0);
      expect(at(first, 'beta')).toBeNaN();
      const frame = session.advance(4);
      const discrete = frame.physics?.gaussian == null;
      for (const measure of [
        'beta',
        'radius',
        'spent',
        'slack',
        'kl',
        'wasserstein',
        'sinkhorn',
        'transport',
      ] as const) {
        expect(at(frame, measure), measure).not.toBeNaN();
      }
      for (const measure of ['entropy', 'criticLoss', 'fitError', 'steps'] as const) {
        expect(at(frame, measure), measure).not.toBeNaN();
      }
      for (const measure of ['return', 'gap'] as const) expect(at(frame, measure), measure).toBeNaN();
      expect(Number.isNaN(at(frame, 'variation'))).toBe(!discrete);
      expect(at(frame, 'steps')).toBe(4 * 256);
      expect(at(frame, 'spent')).toBeLessThanOrEqual(at(frame, 'radius') * (1 + 1e-9));
      session.close();
    }
  });
});

describe('frames of a physics task', () => {
  it('hold rows that sum to 1, and a target that the trust region made of the previous ones', async () => {
    for (const column of [0, 1, 2]) {
      const session = await opened(CART, column);
      const frame = session.advance(2);
      const { policy, previous, advantage, step, physics } = frame;
      for (const rows of [policy, previous, physics!.target!]) {
        for (let s = 0; s < 441; s += 1) expect(rows[2 * s]! + rows[2 * s + 1]!).toBeCloseTo(1, 12);
      }
      for (let s = 0; s < 441; s += 1) {
        const mean = previous[2 * s]! * advantage[2 * s]! + previous[2 * s + 1]! * advantage[2 * s + 1]!;
        expect(mean).toBeCloseTo(0, 9);
      }
      const method = Object.values(trustRegions)[column]!;
      const next = new Float64Array(882);
      const weight = new Float64Array(441).fill(1 / 441);
      const problem = { states: 441, actions: 2, policy: previous, advantage, weight, cost: step!.cost };
      method.improve(problem, step!, step!.lambda, next);
      expect(physics!.target).toEqual(next);
      session.close();
    }
  });

  it('hold a particle plan whose sums are the old weights and the new ones', async () => {
    for (const column of [0, 1, 2]) {
      const session = await opened(PENDULUM, column);
      const { physics } = session.advance(3);
      const { plan, target, particles } = physics!.particles!;
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
      const { mean, spread } = physics!.gaussian!;
      expect(mean.every((m) => Math.abs(m) <= 1)).toBe(true);
      expect(spread.every((sd) => sd >= 0.05 && sd <= 1)).toBe(true);
      session.close();
    }
  });

  it('play the episodes that were acted', async () => {
    const session = await opened(CART);
    const { physics } = session.advance(3);
    const { latest, best } = physics!;
    expect(latest!.states).toHaveLength(4 * (latest!.steps + 1));
    expect(latest!.total).toBe(latest!.steps);
    expect(best!.total).toBeGreaterThanOrEqual(latest!.total);
    session.close();
  });
});

describe('learning', () => {
  it.each([0, 1, 2])('lets cart-pole stand longer than chance does, at its defaults (column %i)', async (column) => {
    const session = await opened('world=cart-pole', column);
    expect(at(session.advance(9), 'sampledReturn')).toBeGreaterThan(100);
    session.close();
  });
});
