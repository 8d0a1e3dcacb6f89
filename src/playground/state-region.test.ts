import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { pictureOfFinite } from '../environments/picture.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { spentAt } from './plan.ts';
import { shownFace } from './shown-face.ts';
import { stateRegion } from './state-region.ts';

/** Each column's session of a link, with its picture. */
function columns(link: string) {
  const { config } = decodeLink(link);
  return config.runs.map((run, index) => {
    const session = new TableSession(sessionConfig(config, index), () => 0);
    return { run, session, picture: pictureOfFinite(session.world) };
  });
}

describe('the region of a state', () => {
  it.each(['world=cliff-walking', 'world=taxi&run=sinkhorn,rule:fixed,beta:2&run=bridge&run=chi-squared'])(
    'has the state’s own share of the radius for its level, and its step on the path: %s',
    (link) => {
      for (const { run, session, picture } of columns(link)) {
        const frame = session.advance(2);
        for (const state of [0, 7]) {
          const face = shownFace(picture, state, [frame], null);
          const { level, border, path, point, rowAt, after } = stateRegion(run.method, frame, picture, state, face);
          expect(level).toEqual({ kind: 'share', value: spentAt(run.method, frame, picture, state) });
          expect(border === null).toBe(false);
          expect(path!.betas[0]).toBe(Infinity);
          // but for mass that is tied there
          if (point!.share === 0) expect(rowAt!(point!.beta)).toEqual(after);
        }
      }
    },
  );

  it('has no level before the first step, nor where the method has no region', () => {
    for (const { run, session, picture } of columns('world=chain&run=kl&run=ppo&run=replicator')) {
      const first = stateRegion(run.method, session.frame(), picture, 0, [0, 1]);
      expect([first.level, first.border, first.path, first.dual]).toEqual([null, null, null, null]);
      const then = stateRegion(run.method, session.advance(1), picture, 0, [0, 1]);
      expect(then.border !== null).toBe(then.mover === 'region');
      expect(then.path !== null).toBe(then.mover !== 'gradient');
    }
  });
});

describe('the face that is shown', () => {
  it('lies as the actions do, and is the reader’s where they chose', () => {
    const [{ session, picture }] = columns('world=taxi&run=kl') as [ReturnType<typeof columns>[0]];
    const frame = session.frame();
    const label = (face: readonly number[]): string[] => face.map((action) => picture.actions[action]!.label);
    const [south, north, east, west] = ['south', 'north', 'east', 'west'].map((name) =>
      picture.actions.findIndex(({ label: own }) => own === name),
    ) as [number, number, number, number];
    expect(label(shownFace(picture, 0, [frame], [east, north, west]))).toEqual(['west', 'east', 'north']);
    expect(label(shownFace(picture, 0, [frame], [east, south, west])).slice(0, 1)).toEqual(['west']);
    // a choice for another world is none
    expect(shownFace(picture, 0, [frame], [0, 1, 9])).toHaveLength(3);
  });

  it('stays while most of what happens is on it', () => {
    const [{ session, picture }] = columns('world=taxi&run=kl') as [ReturnType<typeof columns>[0]];
    const frame = session.frame();
    const after = (row: readonly number[]) => {
      const policy = frame.policy.slice();
      policy.set(row, 0);
      return { ...frame, policy };
    };
    const sixth = 1 / 6;
    const first = shownFace(picture, 0, [after([sixth + 0.1, sixth - 0.06, sixth - 0.04, sixth, sixth, sixth])], null);
    const nearly = after([sixth + 0.1, sixth - 0.06, sixth - 0.01, sixth - 0.03, sixth, sixth]);
    expect(new Set(first)).toEqual(new Set([0, 1, 2]));
    expect(shownFace(picture, 0, [nearly], null)).toEqual(first);
    const elsewhere = after([sixth, sixth, sixth, sixth + 0.1, sixth - 0.05, sixth - 0.05]);
    expect(new Set(shownFace(picture, 0, [elsewhere], null))).toEqual(new Set([3, 4, 5]));
  });
});
