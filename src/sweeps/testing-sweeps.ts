import type { EngineFiles } from '../training/open-session.ts';
import { readSweep } from './read-sweep.ts';
import { runTask } from './run-task.ts';
import { expandSweep } from './tasks.ts';
import type { Sweep, SweepTask, TaskResult } from './sweep.ts';

/** A sweep from a file's content, which must be right. */
export function sweepOf(content: object): Sweep {
  const read = readSweep({ title: 'A test', link: 'world=chain&run=kl', iterations: 5, ...content });
  if ('problem' in read) throw new Error(read.problem);
  return read.sweep;
}

/** Its runs. */
export function tasksOf(sweep: Sweep): readonly SweepTask[] {
  const { tasks, problems } = expandSweep(sweep);
  if (problems.length > 0) throw new Error(problems.join(' '));
  return tasks;
}

export function noFiles(): Promise<EngineFiles> {
  throw new Error('No engine is needed here.');
}

/** Runs all with a clock that stands. */
export async function runAll(sweep: Sweep): Promise<TaskResult[]> {
  const results: TaskResult[] = [];
  for (const task of tasksOf(sweep)) results.push(await runTask(sweep, task, noFiles, () => 0));
  return results;
}
