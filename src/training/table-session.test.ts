import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import type { Frame } from './frame.ts';
import { measureIndex, measures, MEASURES, type Measure } from './measure.ts';
import { RewindableSession } from './rewind.ts';
import { seek } from './testing-rewind.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

const still = (): number => 0;

function sessions(fragment: string): TableSession[] {
  const { config, problems } = decodeLink(fragment);
  expect(problems).toEqual([]);
  return config.runs.map((_, index) => new TableSession(sessionConfig(config, index), still));
}

function column(frame: Frame, measure: Measure): number[] {
  return Array.from(
    { length: frame.rows.length / MEASURES },
    (_, k) => frame.rows[k * MEASURES + measureIndex[measure]]!,
  );
}

const ESTIMATORS = ['exact', 'model', 'monte-carlo', 'gae'];
const WORLDS = ['one-state', 'chain', 'cliff-walking', 'frozen-lake', 'four-rooms', 'taxi', 'gridworld'];

/** Measures that have a meaning only where a network is fitted. */
const OF_NETWORKS: readonly Measure[] = ['criticLoss', 'fitError', 'speed', 'ranking', 'ahead'];

describe('a training session', () => {
  it.each(ESTIMATORS)('gives the same bits however its steps are grouped (%s)', (estimator) => {
    const fragment = `world=four-rooms&estimator=${estimator}&episodes=3`;
    const [whole, parts] = [sessions(fragment), sessions(fragment)];
    whole.forEach((session, n) => {
      session.advance(12);
      for (const count of [1, 4, 0, 7]) parts[n]!.advance(count);
      expect(parts[n]!.digest()).toBe(session.digest());
    });
    expect(new Set(whole.map((session) => session.digest())).size).toBe(3);
  });

  it('depends on the seed where it samples, and only there', () => {
    const after = (fragment: string): string => {
      const [session] = sessions(fragment);
      session!.advance(5);
      return session!.digest();
    };
    expect(after('estimator=model&seed=2')).not.toBe(after('estimator=model&seed=3'));
    expect(after('seed=2')).toBe(after('seed=3'));
  });

  it('has common random numbers: before they differ, columns see the same episodes', () => {
    const [kl, wasserstein, sinkhorn] = sessions('world=taxi&estimator=monte-carlo&episodes=2');
    const frames = [kl!, wasserstein!, sinkhorn!].map((session) => session.advance(1));
    expect(frames[0]!.known.reduce((sum, known) => sum + known, 0)).toBeGreaterThan(5);
    for (const frame of frames) {
      expect(frame.known).toEqual(frames[0]!.known);
      expect(frame.advantage).toEqual(frames[0]!.advantage);
    }
  });

  it.each(WORLDS)('never lowers the return with exact advantages and WPO or KL on %s', (world) => {
    for (const rule of ['optimal,delta:0.02', 'fixed,beta:0.5', 'harmonic,beta:2', 'matched,tau:0.05']) {
      const [kl, wasserstein] = sessions(`world=${world}&run=kl,rule:${rule}&run=wasserstein,rule:${rule}`);
      for (const session of [kl!, wasserstein!]) {
        const before = session.frame().rows[measureIndex.return]!;
        const returns = [before, ...column(session.advance(25), 'return')];
        const scale = Math.max(1, ...returns.map(Math.abs));
        for (let k = 1; k < returns.length; k += 1)
          expect(returns[k]! - returns[k - 1]!).toBeGreaterThan(-1e-9 * scale);
      }
    }
  });

  it.each(WORLDS)('keeps to the radius, and spends it while there is something to gain, on %s', (world) => {
    for (const session of sessions(`world=${world}`)) {
      const frame = session.advance(15);
      const [slack, radius, beta] = [column(frame, 'slack'), column(frame, 'radius'), column(frame, 'beta')];
      slack.forEach((left, k) => {
        expect(left).toBeGreaterThan(-1e-9);
        if (beta[k]! > 0) expect(Math.abs(left)).toBeLessThan(1e-8);
        expect(radius[k]).toBeGreaterThan(0);
      });
    }
  });

  it('moves every column by the same total variation when movement is matched', () => {
    for (const session of sessions(
      'world=four-rooms&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched',
    )) {
      for (const moved of column(session.advance(10), 'variation')) expect(Math.abs(moved - 0.05)).toBeLessThan(1e-9);
    }
  });

  it.each(WORLDS)('reaches within 1 % of the optimum on %s with the shipped radii', (world) => {
    for (const session of sessions(`world=${world}`)) {
      const start = session.frame().rows[measureIndex.gap]!;
      const gaps = column(session.advance(60), 'gap');
      expect(gaps.at(-1)! / start).toBeLessThan(0.01);
    }
  });

  it('learns from samples with the certainty-equivalent critic, in all three columns', () => {
    for (const session of sessions('world=taxi&estimator=model')) {
      const start = session.frame().rows[measureIndex.gap]!;
      expect(column(session.advance(60), 'gap').at(-1)! / start).toBeLessThan(0.1);
    }
  });

  it('applies a live change from its iteration on, and not before', () => {
    const [plain] = sessions('run=wasserstein,rule:fixed,beta:2');
    const [changed] = sessions('run=wasserstein,rule:fixed,beta:2&at=3,0,beta:0.5');
    const [a, b] = [plain!.advance(3), changed!.advance(3)];
    expect(b.rows).toEqual(a.rows);
    expect(column(changed!.advance(2), 'beta')).toEqual([0.5, 0.5]);
    expect(changed!.digest()).not.toBe(plain!.digest());
  });

  it('has the authors’ schedule: the dual optimum, then decay', () => {
    const [session] = sessions('run=wasserstein,rule:optimal-then-decay,switchAt:4');
    const beta = column(session!.advance(8), 'beta');
    expect(beta[4]).toBeCloseTo(beta[3]! / 4, 12);
    expect(beta[7]).toBeCloseTo(beta[3]! / 25, 12);
  });

  it('adds the bias to the pairs that are named', () => {
    const [plain] = sessions('world=chain&run=wasserstein,rule:fixed,beta:0.8&scale=normalised');
    const [biased] = sessions(
      'world=chain&run=wasserstein,rule:fixed,beta:0.8&scale=normalised&bias=0.3&biasPairs=0:1+1:1',
    );
    const [a, b] = [plain!.advance(1), biased!.advance(1)];
    expect(b.advantage[1]! - a.advantage[1]!).toBeCloseTo(0.3, 12);
    expect(b.advantage[3]! - a.advantage[3]!).toBeCloseTo(0.3, 12);
    expect(b.advantage[5]).toBe(a.advantage[5]);
  });

  it('writes every measure at every iteration where it has a meaning', () => {
    const { config } = decodeLink('estimator=model');
    sessions('estimator=model').forEach((session, index) => {
      const frame = session.advance(2);
      const usesLambda = config.runs[index]!.method === 'sinkhorn';
      for (const { key } of measures) {
        const meant = !OF_NETWORKS.includes(key) && (key !== 'lambda' || usesLambda);
        expect(
          column(frame, key).map((value) => !Number.isNaN(value)),
          key,
        ).toEqual([meant, meant]);
      }
    });
  });
});

describe('a rewindable session', () => {
  it.each(ESTIMATORS)('finds at any iteration what was there before (%s)', (estimator) => {
    const { config } = decodeLink(`world=chain&estimator=${estimator}&episodes=2`);
    const rewindable = new RewindableSession(new TableSession(sessionConfig(config, 2), still));
    const digests = [rewindable.session.digest()];
    const rows: Float64Array[] = [];
    for (let k = 1; k <= 400; k += 1) {
      rows.push(rewindable.advance(1).rows);
      digests.push(rewindable.session.digest());
    }
    for (const iteration of [399, 17, 16, 0, 250, 8, 400, 128]) {
      seek(rewindable, iteration);
      expect(rewindable.session.iteration).toBe(iteration);
      expect(rewindable.session.digest()).toBe(digests[iteration]);
    }
    seek(rewindable, 100);
    expect(rewindable.advance(1).rows).toEqual(rows[100]);
  });

  it('gives a row for each step when many are taken at once', () => {
    const { config } = decodeLink('world=chain');
    const rewindable = new RewindableSession(new TableSession(sessionConfig(config, 0), still));
    expect(column(rewindable.advance(50), 'iteration')).toEqual(Array.from({ length: 50 }, (_, k) => k + 1));
  });

  it('forgets what it knew of a future that a change rewrites', () => {
    const { config } = decodeLink('run=kl,rule:fixed');
    const rewindable = new RewindableSession(new TableSession(sessionConfig(config, 0), still));
    rewindable.advance(40);
    seek(rewindable, 10);
    rewindable.setChanges([{ iteration: 10, run: 0, key: 'beta', value: 3 }]);
    seek(rewindable, 40);
    const { config: other } = decodeLink('run=kl,rule:fixed&at=10,0,beta:3');
    const fresh = new TableSession(sessionConfig(other, 0), still);
    fresh.advance(40);
    expect(rewindable.session.digest()).toBe(fresh.digest());
  });
});

describe('looking ahead', () => {
  it('shows the next update without taking it', () => {
    const { config } = decodeLink('world=taxi&estimator=monte-carlo&episodes=2&run=sinkhorn');
    const [looked, not] = [0, 1].map(() => new RewindableSession(new TableSession(sessionConfig(config, 0), still)));
    looked!.advance(5);
    not!.advance(5);
    const preview = looked!.preview();
    expect(looked!.session.iteration).toBe(5);
    const next = not!.advance(1);
    expect(preview).toEqual(next);
    expect(looked!.advance(1)).toEqual(next);
    expect(looked!.session.digest()).toBe(not!.session.digest());
  });

  it('foresees where nothing moves any more, or says that it does not know', () => {
    const { config } = decodeLink('run=kl,rule:matched');
    const session = new RewindableSession(new TableSession(sessionConfig(config, 0), still));
    session.advance(3);
    const end = session.foresee(200, () => false)!;
    expect(session.session.iteration).toBe(3);
    expect(session.foresee(end - 4, () => false)).toBeNull();
    expect(session.foresee(200, () => true)).toBeNull();
    const rows = session.advance(end - 3).rows;
    expect(rows.at(measureIndex.variation - MEASURES)!).toBeGreaterThan(1e-9);
    expect(column(session.advance(1), 'variation')[0]!).toBeLessThanOrEqual(1e-9);
  });

  it('leaps ahead to what it has known, and finds there what was there', () => {
    const { config } = decodeLink('world=taxi&estimator=monte-carlo&episodes=2&run=kl');
    const session = new RewindableSession(new TableSession(sessionConfig(config, 0), still));
    session.advance(40);
    const there = session.session.digest();
    session.place(3);
    expect(session.nearest(40)).toEqual({ from: 40, lost: false });
    session.place(40);
    expect(session.session.digest()).toBe(there);
    // a change forgets what was known of a later time
    session.place(3);
    session.setChanges([{ iteration: 3, run: 0, key: 'delta', value: 0.1 }]);
    expect(session.nearest(40).from).toBe(session.session.iteration);
  });
});

it.each([
  ['sinkhorn,rule:optimal,lambda:0.1,delta:0.01', 'Entropy pays for the step: δ limits nothing.', -1],
  ['kl,rule:optimal,delta:5', 'The radius holds the greedy step: β = 0.', 1],
])('says why the radius of %s limits nothing', (run, note, sign) => {
  const frame = sessions(`world=cliff-walking&run=${run}`)[0]!.advance(1);
  expect(frame.note).toBe(note);
  expect(Math.sign(column(frame, 'spent').at(-1)!)).toBe(sign);
});
