import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Sweep, SweepTask, TaskResult } from '../sweeps/sweep.ts';
import { Calls, failureOf, startWorker } from './calls.ts';
import type { SweepApi } from './sweep.worker.ts';
// oxlint-disable-next-line import/default -- the bundler gives the address
import address from './sweep.worker.ts?worker&url';

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

/**
 * @param patient whether runs are of physics tasks
 * @throws where this browser has no workers, or forbids them here
 */
export function openTaskRunner(patient: boolean): TaskRunner {
  const worker = startWorker(address);
  const remote: Remote<SweepApi> = wrap<SweepApi>(worker);
  const calls = new Calls();
  worker.addEventListener('error', (event) => calls.fail(failureOf(event)));
  worker.addEventListener('messageerror', () => calls.fail(new Error('The worker sent what could not be read.')));
  const patience = patient ? MORE_PATIENCE : PATIENCE;
  return {
    run: (sweep, task) => calls.wait(patience, (alive) => remote.run(sweep, task, proxy(alive))),
    close() {
      calls.fail(new Error('The sweep was cancelled.'));
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
