import { expect, test } from 'vitest';
import { measureIndex, MEASURES } from '../training/measure.ts';
import { History } from './history.ts';
import { parting, traceOf, waypoints } from './trace.ts';

/** A history up to an iteration; what `other` names has another return from then on. */
function historyOf(last: number, other = Infinity, times = 1): History {
  const history = new History();
  for (let k = 0; k <= last; k += 1) {
    const row = new Float64Array(MEASURES).fill(NaN);
    row[measureIndex.iteration] = k;
    row[measureIndex.return] = Math.sin(k) + (k >= other ? 1e-15 : 0);
    row[measureIndex.elapsed] = times * k;
    history.add(row);
  }
  return history;
}

test('a trace holds all iterations up to 16, and then as evenly as they come', () => {
  expect(waypoints(0)).toEqual([]);
  expect(waypoints(3)).toEqual([1, 2, 3]);
  expect(waypoints(64)).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64]);
  expect(waypoints(1000).at(-1)).toBe(1000);
});

test('the same run has the same trace, however long it took and however far it went on', () => {
  const trace = traceOf(historyOf(40), 40);
  expect(trace).toMatch(/^[\w-]{32}$/);
  expect(traceOf(historyOf(90, Infinity, 7), 40)).toBe(trace);
  expect(parting(historyOf(90), 40, trace)).toBeNull();
});

test('it tells where a run leaves, by one bit of one measure', () => {
  const trace = traceOf(historyOf(12), 12);
  expect(parting(historyOf(12, 5), 12, trace)).toEqual([5, 5]);
  expect(parting(historyOf(64, 30), 64, traceOf(historyOf(64), 64))).toEqual([29, 32]);
});

test('what is not kept, or was cut off, is not compared', () => {
  expect(parting(historyOf(4), 12, traceOf(historyOf(12), 12))).toBeNull();
  expect(parting(historyOf(12, 1), 12, '')).toBeNull();
  expect(traceOf(historyOf(4), 8)).toMatch(/~~$/);
});
