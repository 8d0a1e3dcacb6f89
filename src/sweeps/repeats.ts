import type { SweepTask, TaskResult } from './sweep.ts';

/** Some runs of a sweep, of which those that are the very same run are done once. */
export class DistinctRuns {
  /** One of each. */
  readonly tasks: readonly SweepTask[];
  /** Index of a task → all that its result stands for, itself included. */
  readonly #kin = new Map<number, SweepTask[]>();

  constructor(tasks: readonly SweepTask[]) {
    const byRun = new Map<number, SweepTask[]>();
    for (const task of tasks) {
      const kin = byRun.get(task.like);
      if (kin === undefined) byRun.set(task.like, [task]);
      else kin.push(task);
    }
    this.tasks = [...byRun.values()].map(([first]) => first!);
    for (const kin of byRun.values()) this.#kin.set(kin[0]!.index, kin);
  }

  /** The results of all runs that one result stands for. */
  spread(result: TaskResult): TaskResult[] {
    return (this.#kin.get(result.index) ?? []).map(({ index }) => ({ ...result, index }));
  }
}
