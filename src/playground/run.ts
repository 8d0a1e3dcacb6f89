import type { Change } from '../config/playground-config.ts';
import type { Frame } from '../training/frame.ts';
import type { SessionConfig } from '../training/session.ts';
import { TrainingClient } from '../worker/client.ts';
import { History } from './history.ts';
import { Signal } from './signal.ts';

export type RunStatus = 'opening' | 'ready' | 'failed';

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
  optimum: { readonly expectedReturn: number; readonly value: Float64Array } | null = null;
  /** Lowest value of the uniform policy and highest of the best one: what value maps span, in all columns alike. */
  valueDomain: readonly [number, number] = [0, 1];
  /** Digest at the iteration of the frame; null while it is not known. */
  digest: string | null = null;
  /** Counts the times the worker was opened: replies to earlier ones are stale. */
  #generation = 0;
  #client: TrainingClient | null = null;
  #wish: { readonly slice: number; readonly state: number; readonly rest: readonly number[] } | null = null;
  #looking = false;

  constructor(config: SessionConfig) {
    this.config = config;
  }

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
    this.optimum = null;
    this.digest = null;
    this.history = new History();
    this.changed.ring();
    try {
      const client = (this.#client ??= new TrainingClient());
      const opened = await client.open(config, (progress) => {
        this.progress = progress;
        this.changed.ring();
      });
      if (generation !== this.#generation) return;
      this.optimum = opened.optimum;
      this.valueDomain = opened.valueDomain ?? [0, 1];
      this.take(opened.frame);
      while (this.iteration < iteration) {
        // in a physics task an iteration takes long, and each is worth showing
        const most = opened.frame.physics === null ? 200 : 1;
        const frame = await client.advance(Math.min(most, iteration - this.iteration));
        if (generation !== this.#generation) return;
        this.take(frame);
      }
      this.status = 'ready';
      this.changed.ring();
      if (this.#wish !== null && !this.#looking) void this.#lookOn();
    } catch (error) {
      this.#failed(generation, error);
    }
  }

  /** Asks for `count` steps; null when the run failed or was opened anew meanwhile. The frame is not shown until `take`. */
  async ask(count: number): Promise<Frame | null> {
    return this.#call((client) => client.advance(count));
  }

  /** Asks for an earlier iteration, or a later one. */
  async askSeek(iteration: number): Promise<Frame | null> {
    return this.#call((client) => client.seek(iteration));
  }

  /** Hands over the record of live changes. Where the run stands before its newest row, the rows ahead are forgotten. */
  async setChanges(changes: readonly Change[]): Promise<void> {
    this.config = { ...this.config, changes };
    this.history.truncate(this.iteration);
    await this.#call((client) => client.setChanges(changes));
  }

  async fetchDigest(): Promise<void> {
    const frame = this.frame;
    const digest = await this.#call((client) => client.digest());
    if (digest === null || frame !== this.frame) return;
    this.digest = digest;
    this.changed.ring();
  }

  /** Shows a frame. */
  take(frame: Frame): void {
    this.frame = frame;
    this.digest = null;
    if (frame.physics !== null) this.valueDomain = extentOf(frame.value);
    this.history.add(frame.rows);
    this.changed.ring();
  }

  /** Forgets what is known of later iterations. */
  forgetLater(): void {
    this.history.truncate(this.iteration);
    this.changed.ring();
  }

  close(): void {
    this.#generation += 1;
    this.#client?.close();
    this.#client = null;
  }

  /** Which slice of a physics task, which of its cells and where the rest is, frames are to show; shows the frame as it is then. */
  look(slice: number, state: number, rest: readonly number[]): void {
    this.#wish = { slice, state, rest };
    if (!this.#looking) void this.#lookOn();
  }

  /** One look is on its way at a time; of the wishes that come meanwhile the last one counts. */
  async #lookOn(): Promise<void> {
    this.#looking = true;
    while (this.#wish !== null && this.status === 'ready' && this.frame?.physics != null) {
      const wish = this.#wish;
      const { frame } = this;
      this.#wish = null;
      const seen = await this.#call((client) => client.look(wish.slice, wish.state, wish.rest));
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

  async #call<T>(call: (client: TrainingClient) => Promise<T>): Promise<T | null> {
    const generation = this.#generation;
    const client = this.#client;
    if (client === null || this.status === 'failed') return null;
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
    this.failure = error instanceof Error ? error.message : String(error);
    this.changed.ring();
  }
}

/** Least and largest of some values, apart at least a little. */
function extentOf(values: Float64Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low < high ? [low, high] : [low, low + 1];
}
