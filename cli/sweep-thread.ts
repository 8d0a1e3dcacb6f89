import { parentPort, workerData } from 'node:worker_threads';
import { runTask } from '../src/sweeps/run-task.ts';
import type { Sweep, SweepTask } from '../src/sweeps/sweep.ts';
import { engineFiles } from './engine-files.ts';

const sweep = workerData as Sweep;

// one task at a time is sent, and its result awaited
parentPort!.on('message', (task: SweepTask) => {
  void runTask(sweep, task, engineFiles, () => performance.now()).then((result) => parentPort!.postMessage(result));
});
