import { describe, expect, it } from 'vitest';
import { TableSession } from '../training/table-session.ts';
import { configOf } from './testing-client.ts';
import { Trail } from './trail.ts';

function walk(trail: Trail, iterations: number): TableSession {
  const session = new TableSession(configOf('world=chain'), () => 0);
  trail.add(session.frame());
  for (let k = 0; k < iterations; k += 1) trail.add(session.advance(1));
  return session;
}

describe('a trail', () => {
  it('keeps the rows of the frames that were shown', () => {
    const trail = new Trail();
    const session = walk(trail, 6);
    const { policy, iteration } = session.frame();
    const row = new Float64Array(2);
    trail.row(trail.length - 1, 3, row);
    expect(trail.length).toBe(7);
    expect(trail.iteration(6)).toBe(iteration);
    expect([...row]).toEqual([Math.fround(policy[6]!), Math.fround(policy[7]!)]);
  });

  it('skips what it has, and forgets what is later', () => {
    const trail = new Trail();
    const session = walk(trail, 5);
    trail.add(session.frame());
    expect(trail.length).toBe(6);
    trail.truncate(2);
    expect(trail.length).toBe(3);
    trail.add(session.frame());
    expect(trail.iteration(3)).toBe(5);
  });

  it('stays within its bytes: from end to end, evenly, the newest always', () => {
    const session = new TableSession(configOf('world=chain'), () => 0);
    const frame = session.frame();
    const most = 16;
    const trail = new Trail(most * 4 * frame.policy.length);
    for (let iteration = 0; iteration <= 1000; iteration += 1) {
      trail.add({ ...frame, iteration });
      expect(trail.length).toBeLessThanOrEqual(most);
      expect(trail.iteration(trail.length - 1)).toBe(iteration);
    }
    expect(trail.iteration(0)).toBe(0);
    expect(trail.length).toBeGreaterThan(most / 2 - 1);
    const gaps = Array.from({ length: trail.length - 2 }, (_, n) => trail.iteration(n + 1) - trail.iteration(n));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.min(...gaps));
  });
});
