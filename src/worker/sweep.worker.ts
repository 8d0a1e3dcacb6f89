import { expose } from 'comlink';
import { runTask } from '../sweeps/run-task.ts';
import { loadPart } from './part.ts';
import type { Sweep, SweepTask, TaskResult } from '../sweeps/sweep.ts';

/** What the page may ask of a worker of the pool. */
const sweeping = {
  /** Runs one task to its end. @param alive is called while it goes */
  run: (sweep: Sweep, task: SweepTask, alive: () => void): Promise<TaskResult> =>
    runTask(
      sweep,
      task,
      async () => (await loadPart(() => import('./engine-files.ts'))).engineFiles(alive),
      () => performance.now(),
      alive,
    ),
};

export type SweepApi = typeof sweeping;

expose(sweeping);
