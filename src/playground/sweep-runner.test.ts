import { describe, expect, it } from 'vitest';
import { lineOf } from '../sweeps/record.ts';
import { runAll, sweepOf } from '../sweeps/testing-sweeps.ts';
import type { SweepTask, TaskResult } from '../sweeps/sweep.ts';
import { SweepPool } from '../worker/sweep-pool.ts';
import { SweepRunner, type SweepStorage } from './sweep-runner.ts';

const sweep = sweepOf({ link: 'world=chain&run=kl&estimator=model&episodes=1', seeds: 4, iterations: 3 });
const results = await runAll(sweep);
const made = { command: '', date: '', version: '', code: '' };

/** A pool whose runs are known already; `fails` says which do not end. */
function poolOf(asked: number[], fails: (index: number) => boolean = () => false): () => SweepPool {
  const run = async (_: unknown, { index }: SweepTask): Promise<TaskResult> => {
    asked.push(index);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (fails(index)) throw new Error('The worker stopped.');
    return results[index]!;
  };
  return () => new SweepPool(1, false, () => ({ run, close: () => undefined }));
}

function memory(lines: readonly string[] = []): SweepStorage & { readonly kept: Map<number, string> } {
  const kept = new Map(lines.map((line, n) => [-1 - n, line]));
  return {
    kept,
    load: async () => [...kept.values()],
    save: async (index, line) => void kept.set(index, line),
    clear: async () => kept.clear(),
    begin: async () => () => undefined,
  };
}

/** Waits until so many runs are done. */
function doneOf(runner: SweepRunner, count: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = runner.changed.subscribe(() => {
      if (runner.view.getState().done < count) return;
      stop();
      resolve();
    });
  });
}

describe('a sweep on its way', () => {
  it('runs all, keeps every result, and has them in order', async () => {
    const asked: number[] = [];
    const storage = memory();
    const runner = new SweepRunner(sweep, storage, poolOf(asked));
    expect(runner.view.getState()).toMatchObject({ status: 'idle', runs: 4, done: 0 });
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', done: 4, failed: 0, left: 0, problem: '' });
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(runner.record(made).results).toEqual(results);
    expect([...storage.kept.values()]).toEqual(results.map(lineOf));
  });

  it('is done, and free for other tabs, when its last result is kept', async () => {
    const order: string[] = [];
    const storage: SweepStorage = {
      ...memory(),
      save: async (index) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`kept ${index}`);
      },
      begin: async () => () => order.push('free'),
    };
    const runner = new SweepRunner(sweep, storage, poolOf([]));
    runner.view.subscribe(({ status }) => {
      if (status === 'done' && order.at(-1) !== 'done') order.push('done');
    });
    await runner.start();
    expect(order).toEqual(['kept 0', 'kept 1', 'kept 2', 'kept 3', 'free', 'done']);
  });

  it('can be run again as soon as it was cancelled, however slow the storage is', async () => {
    let free = true;
    const storage: SweepStorage = {
      ...memory(),
      save: () => new Promise((resolve) => setTimeout(resolve, 50)),
      begin: async () => {
        if (!free) return null;
        free = false;
        return () => (free = true);
      },
    };
    const runner = new SweepRunner(sweep, storage, poolOf([]));
    const first = runner.start();
    await doneOf(runner, 4);
    runner.cancel();
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', problem: '' });
    await first;
    expect(runner.view.getState()).toMatchObject({ status: 'done', problem: '' });
  });

  it('does again what failed, alone', async () => {
    const asked: number[] = [];
    let weak = true;
    const runner = new SweepRunner(
      sweep,
      memory(),
      poolOf(asked, (index) => weak && index === 2),
    );
    const never = results.slice(0, 1);
    runner.take(never);
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ done: 4, failed: 1 });
    const failed = runner.record(made).results[2]!;
    // only what failed, and one that is well, are known: the others were never begun
    const other = new SweepRunner(
      sweep,
      memory(),
      poolOf(asked, (index) => weak && index === 2),
    );
    other.take([results[1]!, failed]);
    weak = false;
    asked.length = 0;
    await other.start('failed');
    expect(asked).toEqual([2]);
    expect(other.view.getState()).toMatchObject({ status: 'done', done: 2, failed: 0 });
    expect(other.record(made).results).toEqual([results[1], results[2]]);
  });

  it('goes on from what an earlier visit left, without torn lines and those of other sweeps', async () => {
    const asked: number[] = [];
    const other = await runAll(sweepOf({ iterations: 2 }));
    const lines = [lineOf(results[2]), lineOf(results[0]).slice(0, 40), '', 'null', lineOf(other[0])];
    const runner = new SweepRunner(sweep, memory(lines), poolOf(asked));
    await runner.restore();
    expect(runner.view.getState().done).toBe(1);
    await runner.start();
    expect(asked).toEqual([0, 1, 3]);
    expect(runner.record(made).results.map(({ digest }) => digest)).toEqual(results.map(({ digest }) => digest));
  });

  it('lets the page answer while it reads what an earlier visit left', async () => {
    let clock = 0;
    const slow = { ...memory(), load: async () => results.map(lineOf) };
    const runner = new SweepRunner(sweep, slow, poolOf([]), () => (clock += 10));
    let answers = 0;
    const timer = setInterval(() => (answers += 1), 0);
    await runner.restore();
    clearInterval(timer);
    expect(answers).toBeGreaterThan(0);
    expect(runner.view.getState().done).toBe(4);
  });

  it('tries again what failed', async () => {
    const asked: number[] = [];
    let broken = true;
    const runner = new SweepRunner(
      sweep,
      null,
      poolOf(asked, (index) => broken && index === 1),
    );
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', done: 4, failed: 1 });
    expect(runner.record(made).results[1]!.failure).toBe('The worker stopped.');
    broken = false;
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', done: 4, failed: 0 });
    expect(asked).toEqual([0, 1, 2, 3, 1]);
    expect(runner.record(made).results).toEqual(results);
  });

  it('pauses and goes on', async () => {
    const asked: number[] = [];
    const runner = new SweepRunner(sweep, null, poolOf(asked));
    const all = runner.start();
    await doneOf(runner, 1);
    runner.pause();
    expect(runner.view.getState().status).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 20));
    // the run that had begun ended
    expect(asked.length).toBeLessThanOrEqual(2);
    runner.resume();
    expect(runner.view.getState().status).toBe('running');
    await all;
    expect(runner.record(made).results).toEqual(results);
  });

  it('is cancelled, keeps what is there, and can be started anew', async () => {
    const asked: number[] = [];
    const runner = new SweepRunner(sweep, null, poolOf(asked));
    const all = runner.start();
    await doneOf(runner, 2);
    runner.cancel();
    await all;
    expect(runner.view.getState()).toMatchObject({ status: 'cancelled', done: 2 });
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', done: 4 });
    expect(asked.filter((index) => index < 2)).toEqual([0, 1]);
  });

  it('forgets', async () => {
    const storage = memory([lineOf(results[0])]);
    const runner = new SweepRunner(sweep, storage, poolOf([]));
    await runner.restore();
    await runner.clear();
    expect(runner.view.getState()).toMatchObject({ status: 'idle', done: 0 });
    expect(storage.kept.size).toBe(0);
  });

  it('keeps results that came from a file', async () => {
    const asked: number[] = [];
    const storage = memory();
    const runner = new SweepRunner(sweep, storage, poolOf(asked));
    runner.take(results.slice(0, 3));
    expect(storage.kept.size).toBe(3);
    await runner.start();
    expect(asked).toEqual([3]);
  });

  it('says so where the browser keeps nothing, and runs all the same', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('no'));
    const runner = new SweepRunner(sweep, { load: broken, save: broken, clear: broken, begin: broken }, poolOf([]));
    await runner.restore();
    expect(runner.view.getState().problem).toContain('The browser keeps nothing for this page');
    await runner.start();
    expect(runner.view.getState()).toMatchObject({ status: 'done', done: 4 });
  });

  it('tells how long it will take by the time that it worked, without pauses', async () => {
    let clock = 0;
    const runner = new SweepRunner(sweep, null, poolOf([]), () => clock);
    const lefts: number[] = [];
    runner.changed.subscribe(() => lefts.push(runner.view.getState().left));
    const all = runner.start();
    clock = 2000;
    await doneOf(runner, 1);
    runner.pause();
    clock = 60_000;
    await new Promise((resolve) => setTimeout(resolve, 10));
    runner.resume();
    await all;
    expect(lefts[0]).toBe(6);
    expect(Math.max(...lefts.filter(Number.isFinite))).toBe(6);
  });
});
