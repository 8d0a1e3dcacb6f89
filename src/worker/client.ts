import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Change } from '../config/playground-config.ts';
import { isPhysicsKind } from '../environments/registry.ts';
import type { Frame } from '../training/frame.ts';
import type { Reach } from '../training/rewind.ts';
import type { Reference, SessionConfig, SliceView } from '../training/session.ts';
import { Calls, failureOf, startWorker } from './calls.ts';
import type { TrainingApi } from './training.worker.ts';
// oxlint-disable-next-line import/default -- the bundler gives the address
import address from './training.worker.ts?worker&url';

/** What was opened: the frame at iteration 0 and the best that can be reached. */
export interface Opened {
  readonly frame: Frame;
  /** Null in a physics task, where nobody knows. */
  readonly reference: Reference | null;
}

/** Milliseconds without an answer after which a worker is given up: in a finite world the longest honest call is well under a second. */
const PATIENCE = 15_000;
/** An iteration of a physics task takes seconds, and its engine is fetched before the first. */
const MORE_PATIENCE = 90_000;

/** One column's worker. A call that is in flight when the worker dies rejects, where Comlink's own would never settle. */
export class TrainingClient {
  readonly #worker: Worker;
  readonly #remote: Remote<TrainingApi>;
  readonly #calls = new Calls();
  #patience = PATIENCE;

  /** @throws where this browser has no workers, or forbids them here */
  constructor() {
    this.#worker = startWorker(address);
    this.#worker.addEventListener('error', (event) => this.#calls.fail(failureOf(event)));
    this.#worker.addEventListener('messageerror', () =>
      this.#calls.fail(new Error('The worker sent what could not be read.')),
    );
    this.#remote = wrap<TrainingApi>(this.#worker);
  }

  /** @param progress is told, in sentences, what takes long */
  open(config: SessionConfig, progress: (sentence: string) => void): Promise<Opened> {
    this.#patience = isPhysicsKind(config.world.kind) ? MORE_PATIENCE : PATIENCE;
    return this.#call((alive) =>
      this.#remote.open(
        config,
        proxy((sentence: string) => {
          alive();
          progress(sentence);
        }),
      ),
    );
  }

  advance(count: number): Promise<Frame> {
    return this.#call(() => this.#remote.advance(count) as Promise<Frame>);
  }

  nearest(iteration: number): Promise<Reach> {
    return this.#call(() => this.#remote.nearest(iteration));
  }

  place(iteration: number): Promise<Frame> {
    return this.#call(() => this.#remote.place(iteration) as Promise<Frame>);
  }

  showSlice(view: SliceView): Promise<Frame> {
    return this.#call(() => this.#remote.showSlice(view) as Promise<Frame>);
  }

  setChanges(changes: readonly Change[]): Promise<void> {
    return this.#call(() => this.#remote.setChanges(changes));
  }

  preview(): Promise<Frame | null> {
    return this.#call(() => this.#remote.preview() as Promise<Frame | null>);
  }

  foresee(): Promise<number | null> {
    return this.#call(() => this.#remote.foresee());
  }

  digest(): Promise<string> {
    return this.#call(() => this.#remote.digest());
  }

  /** Ends the worker; calls in flight reject with the reason. */
  close(reason = 'The column was closed.'): void {
    this.#calls.fail(new Error(reason));
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }

  #call<T>(begin: (alive: () => void) => Promise<T>): Promise<T> {
    return this.#calls.wait(this.#patience, begin);
  }
}
