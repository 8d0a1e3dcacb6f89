import { describe, expect, it } from 'vitest';
import { measureIndex, MEASURES } from '../training/measure.ts';
import { History } from './history.ts';

function rows(from: number, to: number): Float64Array {
  const result = new Float64Array((to - from + 1) * MEASURES);
  for (let k = from; k <= to; k += 1) {
    result[(k - from) * MEASURES] = k;
    result[(k - from) * MEASURES + measureIndex.return] = k / 2;
  }
  return result;
}

describe('a history', () => {
  it('keeps rows in order and skips those it has', () => {
    const history = new History();
    history.add(rows(0, 10));
    history.add(rows(8, 12));
    expect(history.length).toBe(13);
    expect(history.latest('return')).toBe(6);
    expect(history.positionOf(7)).toBe(7);
    expect(history.positionOf(-1)).toBe(-1);
  });

  it('forgets what is later', () => {
    const history = new History();
    history.add(rows(0, 10));
    history.truncate(4);
    expect(history.latest('iteration')).toBe(4);
    history.add(rows(5, 6));
    expect(history.length).toBe(7);
  });

  it('stays bounded over a million rows, with the newest always there', () => {
    const history = new History();
    for (let k = 0; k < 1_000_000; k += 5000) {
      history.add(rows(k, k + 4999));
      expect(history.latest('iteration')).toBe(k + 4999);
      expect(history.length).toBeLessThanOrEqual(16_384);
    }
    expect(history.length).toBeGreaterThan(6000);
    for (let position = 0; position < history.length - 1; position += 1) {
      expect(history.at(position, 'iteration')).toBe(position * history.stride);
      expect(history.at(position, 'return')).toBe((position * history.stride) / 2);
    }
    expect(history.at(history.positionOf(500_001), 'iteration')).toBeLessThanOrEqual(500_001);
  });
});
