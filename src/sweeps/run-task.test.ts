import { expect, test, vi } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { measureIndex, MEASURES } from '../training/measure.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import { runTask } from './run-task.ts';
import { noFiles, runAll, sweepOf, tasksOf } from './testing-sweeps.ts';

const still = () => 0;

test('a result holds what a session alone measures, at evenly spaced iterations', async () => {
  const sweep = sweepOf({ iterations: 50, points: 6, measures: ['gap', 'beta'], link: 'world=chain&run=wasserstein' });
  const [result] = await runAll(sweep);
  const session = new TableSession(sessionConfig(decodeLink(sweep.link).config, 0), still);
  const first = session.frame().row;
  const { rows } = session.advance(50);
  const column = (measure: 'gap' | 'beta') =>
    Array.from({ length: 51 }, (_, k) => (k === 0 ? first : rows.subarray((k - 1) * MEASURES))[measureIndex[measure]]!);
  const at = [0, 10, 20, 30, 40, 50];
  const gap = column('gap');
  const beta = column('beta');
  expect(result).toMatchObject({ index: 0, at, digest: session.digest(), failure: '', reached: null, milliseconds: 0 });
  expect(result!.curves).toEqual({ gap: at.map((k) => gap[k]), beta: at.map((k) => beta[k]) });
  expect(result!.extremes).toEqual({
    gap: [Math.min(...gap.slice(1)), Math.max(...gap.slice(1))],
    beta: [Math.min(...beta.slice(1)), Math.max(...beta.slice(1))],
  });
});

test('probes change nothing else, and blocks of any length give the same', async () => {
  const content = { iterations: 20, link: 'world=taxi&estimator=model&episodes=2&run=sinkhorn', measures: ['return'] };
  const [plain] = await runAll(sweepOf(content));
  const [probed] = await runAll(sweepOf({ ...content, measures: ['return', 'toWasserstein'] }));
  expect(probed!.curves.return).toEqual(plain!.curves.return);
  expect(probed!.digest).toBe(plain!.digest);
  expect(probed!.curves.toWasserstein![0]).toBeNaN();
  const sweep = sweepOf(content);
  let time = 0;
  // every look at the clock takes 50 ms: one iteration at a time
  const slow = await runTask(sweep, tasksOf(sweep)[0]!, noFiles, () => (time += 50));
  expect({ ...slow, milliseconds: 0 }).toEqual(plain);
});

test('a run shorter than the points keeps every iteration', async () => {
  const [result] = await runAll(sweepOf({ iterations: 3 }));
  expect(result!.at).toEqual([0, 1, 2, 3]);
});

test('the goal is reached at the first iteration whose gap has fallen to its share', async () => {
  const goal = { measure: 'gap', share: 0.05 };
  const sweep = sweepOf({
    iterations: 30,
    points: 31,
    measures: ['gap', 'return'],
    goal,
    link: 'world=chain&estimator=model&run=kl',
  });
  const [result] = await runAll(sweep);
  const gap = result!.curves.gap!;
  const { iteration, steps } = result!.reached!;
  expect(gap[iteration]).toBeLessThanOrEqual(0.05 * gap[0]!);
  expect(gap[iteration - 1]).toBeGreaterThan(0.05 * gap[0]!);
  expect(steps).toBeGreaterThan(0);
  const [never] = await runAll({ ...sweep, iterations: 2, goal: { measure: 'gap', share: 1e-9 } });
  expect(never!.reached).toBeNull();
  const [settled] = await runAll({ ...sweep, goal: { measure: 'final', share: 0.1 } });
  const returns = result!.curves.return!;
  const last = returns.slice(-4).reduce((sum, value) => sum + value, 0) / 4;
  const reached = settled!.reached!.iteration;
  expect(last - returns[reached]!).toBeLessThanOrEqual(0.1 * (last - returns[0]!));
  expect(last - returns[reached - 1]!).toBeGreaterThan(0.1 * (last - returns[0]!));
});

test('what a run throws is its failure; what it had measured stays, and the rest is NaN', async () => {
  const advance = vi.spyOn(TableSession.prototype, 'advance').mockImplementationOnce(function (this: TableSession) {
    advance.mockImplementationOnce(() => {
      throw new Error('It broke.');
    });
    return this.frame(new Float64Array(MEASURES).fill(7));
  });
  const [result] = await runAll(sweepOf({ iterations: 3, measures: ['gap'] }));
  advance.mockRestore();
  expect(result).toMatchObject({ failure: 'It broke.', digest: '', at: [0, 1, 2, 3], extremes: { gap: [7, 7] } });
  expect(result!.curves.gap).toEqual([expect.any(Number), 7, NaN, NaN]);
});

test('a run that cannot open fails in a sentence', async () => {
  const sweep = sweepOf({ iterations: 3, link: 'world=cart-pole&run=kl' });
  const [result] = await runAll(sweep);
  expect(result!.failure).toBe('No engine is needed here.');
  expect(result!.curves.return).toEqual([NaN, NaN, NaN, NaN]);
});

test('between blocks it tells where it is and waits; a pause that rejects ends the run', async () => {
  const sweep = sweepOf({ iterations: 4000 });
  const seen: number[] = [];
  await runTask(sweep, tasksOf(sweep)[0]!, noFiles, still, (iteration) => seen.push(iteration));
  expect(seen).toEqual([1024, 2048, 3072]);
  const close = vi.spyOn(TableSession.prototype, 'close');
  const cancelled = runTask(sweep, tasksOf(sweep)[0]!, noFiles, still, undefined, () =>
    Promise.reject(new Error('Cancelled.')),
  );
  await expect(cancelled).rejects.toThrow('Cancelled.');
  expect(close).toHaveBeenCalledOnce();
  close.mockRestore();
});
