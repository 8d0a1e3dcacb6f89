import { Worker } from 'node:worker_threads';
import type { Sweep, SweepTask, TaskResult } from '../src/sweeps/sweep.ts';

/** Runs tasks in threads, each the next one when it is free, and tells every result as it comes. */
export async function runInThreads(
  sweep: Sweep,
  tasks: readonly SweepTask[],
  threads: number,
  told: (result: TaskResult) => void,
): Promise<void> {
  const waiting = [...tasks];
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () => new Worker(new URL('./sweep-worker.mjs', import.meta.url), { workerData: sweep }),
  );
  try {
    await Promise.all(workers.map((worker) => work(worker, waiting, told)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function work(worker: Worker, waiting: SweepTask[], told: (result: TaskResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = waiting.shift();
      if (task === undefined) resolve();
      else worker.postMessage(task);
    };
    worker.on('message', (result: TaskResult) => {
      try {
        told(result);
      } catch (error) {
        reject(error);
        return;
      }
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A thread ended with code ${code} before its runs did.`)));
    next();
  });
}
