import { describe, expect, it } from 'vitest';
import { sweepOf, tasksOf } from '../sweeps/testing-sweeps.ts';
import type { SweepTask, TaskResult } from '../sweeps/sweep.ts';
import type { TaskRunner } from './sweep-client.ts';
import { SweepPool } from './sweep-pool.ts';

const sweep = sweepOf({ seeds: 6 });
const tasks = tasksOf(sweep);

interface Started {
  readonly worker: number;
  readonly task: SweepTask;
  readonly end: () => void;
  readonly fail: (why: string) => void;
}

/** Workers that end a run when the test says so. */
function fakeWorkers() {
  const started: Started[] = [];
  const closed: number[] = [];
  let opened = 0;
  const open = (): TaskRunner => {
    const worker = opened;
    opened += 1;
    let close: (reason: Error) => void = () => undefined;
    return {
      run: (_, task) =>
        new Promise<TaskResult>((resolve, reject) => {
          close = reject;
          started.push({
            worker,
            task,
            end: () => resolve(resultOf(task)),
            fail: (why) => reject(new Error(why)),
          });
        }),
      close: () => {
        closed.push(worker);
        close(new Error('The sweep was cancelled.'));
      },
    };
  };
  return { started, closed, open, opened: () => opened };
}

function resultOf({ index }: SweepTask): TaskResult {
  return {
    index,
    at: [],
    curves: {},
    extremes: {},
    reached: null,
    digest: `of ${index}`,
    milliseconds: 1,
    failure: '',
  };
}

/** Lets everything go on that can. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a pool of workers', () => {
  it('starts runs in their order, no more at a time than it is wide, and closes its workers', async () => {
    const { started, closed, open, opened } = fakeWorkers();
    const told: number[] = [];
    const all = new SweepPool(2, false, open).run(sweep, tasks, ({ index }) => told.push(index));
    for (let n = 0; n < tasks.length; n += 1) {
      await settle();
      expect(started.length).toBe(Math.min(n + 2, tasks.length));
      // the second of two ends first
      started[n === 0 ? 1 : n === 1 ? 0 : n]!.end();
    }
    await all;
    expect(started.map(({ task }) => task.index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(told).toEqual([1, 0, 2, 3, 4, 5]);
    expect(opened()).toBe(2);
    expect(closed.toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  it('opens no more workers than there are runs', async () => {
    const { started, open, opened } = fakeWorkers();
    const all = new SweepPool(8, false, open).run(sweep, tasks.slice(0, 1), () => undefined);
    await settle();
    started[0]!.end();
    await all;
    expect(opened()).toBe(1);
  });

  it('puts a new worker in the place of one that dies, and says why the run failed', async () => {
    const { started, closed, open, opened } = fakeWorkers();
    const told: TaskResult[] = [];
    const all = new SweepPool(1, false, open).run(sweep, tasks.slice(0, 2), (result) => told.push(result));
    await settle();
    started[0]!.fail('The worker stopped: out of memory');
    await settle();
    expect(closed).toEqual([0]);
    expect(started[1]!.worker).toBe(1);
    started[1]!.end();
    await all;
    expect(opened()).toBe(2);
    expect(told.map(({ failure }) => failure)).toEqual(['The worker stopped: out of memory', '']);
    expect(told[0]!.curves.return!.every(Number.isNaN)).toBe(true);
    expect(told[0]!.at).toHaveLength(6);
  });

  it('says why each run failed where there are no workers', async () => {
    const told: TaskResult[] = [];
    const none = (): TaskRunner => {
      throw new Error('This browser has no workers.');
    };
    await new SweepPool(2, false, none).run(sweep, tasks.slice(0, 3), (result) => told.push(result));
    expect(told.map(({ failure }) => failure)).toEqual(Array(3).fill('This browser has no workers.'));
  });

  it('starts nothing while it is paused, and what runs goes on', async () => {
    const { started, open } = fakeWorkers();
    const told: number[] = [];
    const pool = new SweepPool(1, false, open);
    const all = pool.run(sweep, tasks.slice(0, 2), ({ index }) => told.push(index));
    await settle();
    pool.pause();
    started[0]!.end();
    await settle();
    expect(told).toEqual([0]);
    expect(started).toHaveLength(1);
    pool.resume();
    await settle();
    expect(started).toHaveLength(2);
    started[1]!.end();
    await all;
    expect(told).toEqual([0, 1]);
  });

  it('ends at once when it is cancelled, paused or not, and tells nothing more', async () => {
    for (const paused of [false, true]) {
      const { started, closed, open } = fakeWorkers();
      const told: number[] = [];
      const pool = new SweepPool(2, false, open);
      const all = pool.run(sweep, tasks, ({ index }) => told.push(index));
      await settle();
      started[0]!.end();
      await settle();
      if (paused) pool.pause();
      pool.cancel();
      await all;
      expect(told).toEqual([0]);
      expect(started).toHaveLength(3);
      // once each: a worker that is closed twice throws
      expect(closed.toSorted((a, b) => a - b)).toEqual([0, 1]);
    }
  });
});
