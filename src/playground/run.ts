import { say } from '../copy/say.ts';
import type { Change } from '../config/playground-config.ts';
import type { Frame, TableFrame } from '../training/frame.ts';
import type { Reach } from '../training/rewind.ts';
import type { Reference, SessionConfig, SliceView } from '../training/session.ts';
import { TrainingClient, type Opened } from '../worker/client.ts';
import { isMissingPart } from '../worker/part.ts';
import { extentOf } from './extent.ts';
import { History } from './history.ts';
import { Signal } from './signal.ts';
import { Trail } from './trail.ts';

export type RunStatus = 'opening' | 'ready' | 'failed';

/** What a run needs of its worker. */
export type RunClient = Pick<TrainingClient, keyof TrainingClient>;

/** Iterations after which it is worth asking again how far a run goes. */
const FAR = 200;
/** Milliseconds that one call should take while a column that is opened walks to where the others stand. */
const STRIDE = 100;

/** A column on the main thread: its worker, its latest frame and its history. Plain fields; a signal rings when they change. */
export class Run {
  readonly changed = new Signal();
  config: SessionConfig;
  status: RunStatus = 'opening';
  /** What an opening column is doing, in a sentence; "" when there is nothing to say. */
  progress = '';
  /** Why it failed, in a sentence. */
  failure = '';
  frame: Frame | null = null;
  history = new History();
  /** The policies that were shown. */
  trail = new Trail();
  /** The best that can be reached; null in a physics task, where nobody knows. */
  reference: Reference | null = null;
  /** Lowest value of the uniform policy and highest of the best one: what value maps span, in all columns alike. */
  valueDomain: readonly [number, number] = [0, 1];
  /** Digest at the iteration of the frame; null while it is not known. */
  digest: string | null = null;
  /** The update that would be next, while it stands still and a setting was turned; null where that was not asked. */
  preview: TableFrame | null = null;
  /** The last iteration at which it would move any mass, as it is set; null while, or where, that is not known. */
  end: number | null = null;
  /** The iteration at which the worker stands: ahead of the frame that is shown, or behind it on a way back. */
  position = 0;
  readonly #makeClient: () => RunClient;
  /** Counts the times the worker was opened: an answer to an earlier one is refused, whenever it comes. */
  #generation = 0;
  #client: RunClient | null = null;
  /** Answers that are not shown yet, of this opening. */
  #came: Frame[] = [];
  /** Where it was asked last how far it goes. */
  #foreseen: number | null = null;
  #wish: SliceView | null = null;
  #looking = false;

  constructor(config: SessionConfig, makeClient: () => RunClient = () => new TrainingClient()) {
    this.config = config;
    this.#makeClient = makeClient;
  }

  /** The iteration that is shown. */
  get iteration(): number {
    return this.frame?.iteration ?? 0;
  }

  /** Opens the run anew, in the worker it has or in a new one, and walks it to an iteration. */
  async open(config: SessionConfig, iteration = 0): Promise<void> {
    const generation = ++this.#generation;
    this.config = config;
    this.status = 'opening';
    this.failure = '';
    this.progress = '';
    this.frame = null;
    this.reference = null;
    this.digest = null;
    this.preview = null;
    this.end = null;
    this.#foreseen = null;
    this.position = 0;
    this.#came = [];
    this.history = new History();
    this.trail = new Trail();
    this.changed.ring();
    try {
      const opened = await this.#opened(config, generation);
      const client = this.#client;
      if (opened === null || client === null) return;
      this.reference = opened.reference;
      this.valueDomain = opened.reference?.valueDomain ?? [0, 1];
      this.#take(opened.frame);
      // changes that were recorded while it was opening
      if (this.config.changes !== config.changes) await client.setChanges(this.config.changes);
      if (!(await this.#walkTo(iteration, client, generation))) return;
      this.status = 'ready';
      this.changed.ring();
      if (this.#wish !== null && !this.#looking) void this.#lookOn();
    } catch (error) {
      this.#failed(generation, error);
    }
  }

  /** Takes a run that is opening to where it is shown first; what is on the way is told, and not played through. False where it was opened anew. */
  async #walkTo(iteration: number, client: RunClient, generation: number): Promise<boolean> {
    const rows: Float64Array[] = [];
    let last: Frame | null = null;
    // an iteration may take a fraction of a millisecond, or seconds
    let stride = 1;
    while (generation === this.#generation && this.position < iteration) {
      const began = performance.now();
      last = await client.advance(Math.min(stride, iteration - this.position));
      if (generation !== this.#generation) return false;
      rows.push(last.rows);
      this.position = last.iteration;
      this.progress = say('Catching up: update {at} of {iteration}…', { at: this.position, iteration });
      this.changed.ring();
      stride = Math.max(1, Math.floor(stride * Math.min(2, STRIDE / Math.max(1, performance.now() - began))));
    }
    for (const some of rows) this.history.add(some);
    if (last !== null) this.#take(last);
    return generation === this.#generation;
  }

  /** Opens a config in the worker, in a new one where an engine could not be fetched: a worker remembers what failed. */
  async #opened(config: SessionConfig, generation: number): Promise<Opened | null> {
    for (const delay of [300, 1500, null]) {
      const client = (this.#client ??= this.#makeClient());
      try {
        const opened = await client.open(config, (progress) => {
          if (generation !== this.#generation) return;
          this.progress = say(progress);
          this.changed.ring();
        });
        return generation === this.#generation ? opened : null;
      } catch (error) {
        if (generation !== this.#generation) return null;
        if (delay === null || !isMissingPart(error)) throw error;
        client.close();
        this.#client = null;
        await new Promise((resolve) => setTimeout(resolve, delay));
        if (generation !== this.#generation) return null;
      }
    }
    return null;
  }

  /** Takes the worker ahead to an iteration, in one call; what is shown stays until `show`. */
  async walk(iteration: number): Promise<void> {
    if (iteration > this.position) this.#come(await this.#call((client) => client.advance(iteration - this.position)));
  }

  /** Puts the worker back to where an iteration can be walked to; what is shown stays until `show`. */
  async place(iteration: number): Promise<void> {
    this.#come(await this.#call((client) => client.place(iteration)));
  }

  /** Shows what the worker answered last, if it did since this run was opened and if that is not shown already. */
  show(): void {
    if (this.#came.length === 0) return;
    for (const { rows } of this.#came) this.history.add(rows);
    const frame = this.#came.at(-1)!;
    this.#came = [];
    this.#take(frame);
  }

  /** How an earlier iteration can be come to; null when the run failed or was opened anew meanwhile. */
  nearest(iteration: number): Promise<Reach | null> {
    return this.#call((client) => client.nearest(iteration));
  }

  /** Hands over the record of live changes. Where the run stands before its newest row, the rows ahead are forgotten. */
  async setChanges(changes: readonly Change[]): Promise<void> {
    this.config = { ...this.config, changes };
    this.end = null;
    this.#foreseen = null;
    // a column that is opening takes them as soon as it is open
    if (this.status === 'opening') return;
    this.history.truncate(this.iteration);
    this.trail.truncate(this.iteration);
    await this.#call((client) => client.setChanges(changes));
  }

  /** What the next update would be, as it is set now; nothing in a physics task. */
  async fetchPreview(): Promise<void> {
    const { frame } = this;
    if (frame === null || frame.kind !== 'table' || this.position !== this.iteration) return;
    const preview = await this.#call((client) => client.preview());
    if (preview === null || preview.kind !== 'table' || frame !== this.frame) return;
    this.preview = preview;
    this.changed.ring();
  }

  /**
   * Finds out how far the run would go, where that is soon known; once for as long as its settings are the same, or until it has come closer.
   * @param again asks although it was asked here
   */
  async fetchEnd(again = false): Promise<void> {
    const { frame } = this;
    if (this.end !== null) return;
    if (!again && this.#foreseen !== null && this.iteration - this.#foreseen < FAR) return;
    if (frame === null || frame.kind !== 'table' || this.position !== this.iteration) return;
    const { changes } = this.config;
    this.#foreseen = this.iteration;
    const end = await this.#call((client) => client.foresee());
    if (changes !== this.config.changes || end === this.end) return;
    this.end = end;
    this.changed.ring();
  }

  async fetchDigest(): Promise<void> {
    const frame = this.frame;
    if (this.position !== this.iteration) return;
    const digest = await this.#call((client) => client.digest());
    // another look at the same iteration is another frame of the same policy
    if (digest === null || frame?.iteration !== this.frame?.iteration) return;
    this.digest = digest;
    this.changed.ring();
  }

  /** Forgets what is known of later iterations. */
  forgetLater(): void {
    this.history.truncate(this.iteration);
    this.trail.truncate(this.iteration);
    this.changed.ring();
  }

  close(): void {
    this.#generation += 1;
    this.#client?.close();
    this.#client = null;
  }

  /** What frames of a physics task are to show; shows the frame as it is then. */
  showSlice(view: SliceView): void {
    this.#wish = view;
    if (!this.#looking) void this.#lookOn();
  }

  /** One look is on its way at a time; of the wishes that come meanwhile the last one counts. */
  async #lookOn(): Promise<void> {
    this.#looking = true;
    while (this.#wish !== null && this.status === 'ready' && this.frame !== null && this.frame.kind !== 'table') {
      const wish = this.#wish;
      const { frame } = this;
      this.#wish = null;
      const seen = await this.#call((client) => client.showSlice(wish));
      // a frame that came meanwhile may be older than the look, or newer: what stands there knows best of its iteration
      if (seen === null || seen.iteration !== this.frame?.iteration) {
        if (seen !== null && frame !== this.frame) this.#wish ??= wish;
        continue;
      }
      this.frame = { ...seen, rows: this.frame.rows };
      this.changed.ring();
    }
    this.#looking = false;
  }

  #come(frame: Frame | null): void {
    if (frame === null) return;
    this.position = frame.iteration;
    this.#came.push(frame);
  }

  #take(frame: Frame): void {
    this.frame = frame;
    this.position = frame.iteration;
    this.digest = null;
    this.preview = null;
    if (frame.kind !== 'table') this.valueDomain = extentOf(frame.value);
    this.history.add(frame.rows);
    this.trail.add(frame);
    this.changed.ring();
  }

  async #call<T>(call: (client: RunClient) => Promise<T>): Promise<T | null> {
    const generation = this.#generation;
    const client = this.#client;
    if (client === null || this.status !== 'ready') return null;
    try {
      const answer = await call(client);
      return generation === this.#generation ? answer : null;
    } catch (error) {
      this.#failed(generation, error);
      return null;
    }
  }

  #failed(generation: number, error: unknown): void {
    if (generation !== this.#generation) return;
    this.#client?.close();
    this.#client = null;
    this.status = 'failed';
    this.failure = say(error instanceof Error ? error.message : String(error));
    this.changed.ring();
  }
}
