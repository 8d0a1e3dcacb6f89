import { describe, expect, it } from 'vitest';
import { defaultTraining } from '../config/playground-config.ts';
import { defaultRun } from '../config/run-fields.ts';
import { methods, type MethodKind, type RunConfig } from '../methods/registry.ts';
import { measureIndex } from './measure.ts';
import { TableSession } from './table-session.ts';

/** Nothing to arrive at, nothing that can be reached, and a hazard alone. */
const flat = ['S../...', 'S.#G/..##'];
const kinds = Object.keys(methods) as MethodKind[];

function opened(map: string, run: RunConfig, training: object = {}): TableSession {
  const config = {
    seed: 1,
    world: { kind: 'gridworld', parameters: { map } } as const,
    training: { ...defaultTraining('gridworld'), ...training },
    run,
    changes: [],
  };
  return new TableSession(config, () => 0);
}

describe.each(kinds)('%s where all returns are equal', (kind) => {
  it.each(flat)('stands still from the first update on, with numbers, in %s', (map) => {
    const session = opened(map, defaultRun(kind, 'gridworld'));
    const { row, policy, value } = session.advance(1);
    for (const number of [...policy, ...value]) expect(number).not.toBeNaN();
    expect(row[measureIndex.return]).toBeCloseTo(session.reference.expectedReturn, 12);
    expect(Math.abs(row[measureIndex.gap]!)).toBeLessThan(1e-12);
    // a bridge and a blur move mass for no gain; they come to rest too
    for (let n = 0; n < 400 && !session.frame().settled; n += 1) session.advance(1);
    expect(session.frame().settled).toBe(methods[kind].repeats(defaultRun(kind, 'gridworld') as never));
  });

  it.each(['model', 'monte-carlo', 'gae'])('makes probabilities of %s advantages', (estimator) => {
    for (const scale of ['raw', 'normalised']) {
      const session = opened(flat[0]!, defaultRun(kind, 'gridworld'), { estimator, scale, episodes: 4 });
      const { policy } = session.advance(3);
      for (let state = 0; state < 6; state += 1) {
        const row = policy.subarray(4 * state, 4 * state + 4);
        expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      }
    }
  });
});

it('where a hazard is all there is, the best is to keep out of it', () => {
  const session = opened('S.H', defaultRun('kl', 'gridworld'));
  const { row } = session.advance(200);
  expect(row[measureIndex.gap]).toBeLessThan(1e-3);
  expect(session.reference.expectedReturn).toBeGreaterThan(-0.7);
});
