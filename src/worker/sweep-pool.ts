import { keptIterations } from '../sweeps/sweep-size.ts';
import type { Sweep, SweepTask, TaskResult } from '../sweeps/sweep.ts';
import { openTaskRunner, type TaskRunner } from './sweep-client.ts';

/** Workers that a pool has at most, however wide the machine is. */
const MOST_WORKERS = 16;

/** As many workers as the machine has cores. */
export function poolWidth(): number {
  return Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 1));
}

/** A pool of workers that runs tasks in any order. */
export class SweepPool {
  readonly #width: number;
  readonly #open: () => TaskRunner;
  #runners: TaskRunner[] = [];
  #paused: Promise<void> | null = null;
  #resume: () => void = () => undefined;
  #cancelled = false;

  /** @param open makes a worker */
  constructor(width: number, patient: boolean, open: () => TaskRunner = () => openTaskRunner(patient)) {
    this.#width = width;
    this.#open = open;
  }

  /**
   * Runs tasks until none is left or `cancel` is called, and tells every result as it comes. A task whose worker dies comes back
   * with a sentence as its `failure`, and the next one gets a new worker.
   */
  async run(sweep: Sweep, tasks: readonly SweepTask[], told: (result: TaskResult) => void): Promise<void> {
    const waiting = [...tasks];
    const work = async (): Promise<void> => {
      let runner: TaskRunner | null = null;
      for (;;) {
        if (this.#paused !== null) await this.#paused;
        const task = this.#cancelled ? undefined : waiting.shift();
        if (task === undefined) break;
        try {
          // a browser without workers fails here
          runner ??= this.#opened();
          const result = await runner.run(sweep, task);
          if (!this.#cancelled) told(result);
        } catch (error) {
          if (runner !== null) this.#close(runner);
          runner = null;
          if (!this.#cancelled) told(failedResult(sweep, task, error));
        }
      }
      if (runner !== null) this.#close(runner);
    };
    await Promise.all(Array.from({ length: Math.min(this.#width, tasks.length) }, work));
  }

  /** Starts no more tasks; those that run go on to their end. */
  pause(): void {
    this.#paused ??= new Promise((resolve) => (this.#resume = resolve));
  }

  resume(): void {
    this.#resume();
    this.#paused = null;
  }

  /** Ends all workers; what they were at is lost. */
  cancel(): void {
    this.#cancelled = true;
    for (const runner of this.#runners) runner.close();
    this.#runners = [];
    this.resume();
  }

  #opened(): TaskRunner {
    const runner = this.#open();
    this.#runners.push(runner);
    return runner;
  }

  /** Ends a worker, but for one that `cancel` has ended. */
  #close(runner: TaskRunner): void {
    if (!this.#runners.includes(runner)) return;
    runner.close();
    this.#runners = this.#runners.filter((one) => one !== runner);
  }
}

function failedResult(sweep: Sweep, task: SweepTask, error: unknown): TaskResult {
  const at = keptIterations(sweep);
  return {
    index: task.index,
    at,
    curves: Object.fromEntries(sweep.measures.map((measure) => [measure, at.map(() => NaN)])),
    extremes: {},
    reached: null,
    digest: '',
    milliseconds: 0,
    failure: error instanceof Error ? error.message : String(error),
  };
}
