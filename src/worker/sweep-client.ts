import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Sweep, SweepTask, TaskResult } from '../sweeps/sweep.ts';
import type { SweepApi } from './sweep.worker.ts';

/** One worker of the pool. */
export interface TaskRunner {
  /** Rejects where the worker dies, or has been silent too long. */
  readonly run: (sweep: Sweep, task: SweepTask) => Promise<TaskResult>;
  /** Ends the worker; a run in flight rejects. */
  readonly close: () => void;
}

/** Milliseconds without a sign of life after which a worker is given up; networks fetch their engines first and are slower. */
const PATIENCE = 15_000;
const MORE_PATIENCE = 90_000;

/** @param patient whether runs are of physics tasks */
export function openTaskRunner(patient: boolean): TaskRunner {
  const worker = new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module' });
  const remote: Remote<SweepApi> = wrap<SweepApi>(worker);
  let fail: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  // nobody may be waiting when it fails
  failed.catch(() => undefined);
  worker.addEventListener('error', (event) =>
    fail(new Error(event.message ? `The worker stopped: ${event.message}` : 'The worker could not be loaded.')),
  );
  const patience = patient ? MORE_PATIENCE : PATIENCE;
  return {
    async run(sweep, task) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (): void => {
        clearTimeout(timer);
        const silent = (): void => fail(new Error(`The worker was silent for ${patience / 1000} seconds.`));
        // after sleep the timer may ring before a sign of life that is already there is read: wait once more
        timer = setTimeout(() => (timer = setTimeout(silent, 2000)), patience);
      };
      wait();
      try {
        return await Promise.race([remote.run(sweep, task, proxy(wait)), failed]);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      fail(new Error('The sweep was cancelled.'));
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
