import { releaseProxy, wrap, type Remote } from 'comlink';
import type { Change } from '../config/playground-config.ts';
import type { Frame } from '../training/frame.ts';
import type { OptimalValue } from '../training/optimal-value.ts';
import type { SessionConfig } from '../training/session.ts';
import type { TrainingApi } from './training.worker.ts';

/** What was opened: the frame at iteration 0 and the best that can be reached. */
export interface Opened {
  readonly frame: Frame;
  readonly optimum: OptimalValue;
  readonly valueDomain: readonly [number, number];
}

/** Milliseconds without an answer after which a worker is given up. The longest honest call takes well under a second. */
const PATIENCE = 15_000;

/** One column's worker. A call that is in flight when the worker dies rejects, where Comlink's own would never settle. */
export class TrainingClient {
  readonly #worker: Worker;
  readonly #remote: Remote<TrainingApi>;
  readonly #failed: Promise<never>;
  #fail!: (reason: Error) => void;

  constructor() {
    this.#failed = new Promise((_, reject) => (this.#fail = reject));
    // nobody may be waiting when it fails
    this.#failed.catch(() => undefined);
    this.#worker = new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('error', (event) => {
      this.#fail(new Error(event.message ? `The worker stopped: ${event.message}` : 'The worker could not be loaded.'));
    });
    this.#worker.addEventListener('messageerror', () =>
      this.#fail(new Error('The worker sent what could not be read.')),
    );
    this.#remote = wrap<TrainingApi>(this.#worker);
  }

  open(config: SessionConfig): Promise<Opened> {
    return this.#race(this.#remote.open(config));
  }

  advance(count: number): Promise<Frame> {
    return this.#race(this.#remote.advance(count));
  }

  seek(iteration: number): Promise<Frame> {
    return this.#race(this.#remote.seek(iteration));
  }

  setChanges(changes: readonly Change[]): Promise<void> {
    return this.#race(this.#remote.setChanges(changes));
  }

  digest(): Promise<string> {
    return this.#race(this.#remote.digest());
  }

  /** Ends the worker; calls in flight reject with the reason. */
  close(reason = 'The column was closed.'): void {
    this.#fail(new Error(reason));
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  async #race<T>(call: Promise<T>): Promise<T> {
    const silence = (): void => this.#fail(new Error(`The worker has not answered for ${PATIENCE / 1000} seconds.`));
    // after sleep the timer may ring before an answer that is already there is read: wait once more
    let timer = setTimeout(() => (timer = setTimeout(silence, 2000)), PATIENCE);
    try {
      return await Promise.race([call, this.#failed]);
    } finally {
      clearTimeout(timer);
    }
  }
}
