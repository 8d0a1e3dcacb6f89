import type { Change } from '../config/playground-config.ts';
import { decodeLink } from '../config/link.ts';
import type { Frame } from '../training/frame.ts';
import { RewindableSession, type Reach } from '../training/rewind.ts';
import { sessionConfig } from '../training/session-config.ts';
import type { SessionConfig } from '../training/session.ts';
import { TableSession } from '../training/table-session.ts';
import type { Opened } from '../worker/client.ts';
import type { RunClient } from './run.ts';

/** The config of one column of a link. */
export function configOf(link: string, column = 0): SessionConfig {
  return sessionConfig(decodeLink(link).config, column);
}

/** A worker in this thread that notes what it is asked, and answers when it is let. */
export class TestingClient implements RunClient {
  /** What it was asked, in order. */
  readonly asked: string[] = [];
  /** Iterations for which nothing can be gone back to any more. */
  lost: readonly number[] = [];
  #rewindable!: RewindableSession;
  #held: (() => void)[] | null = null;

  /** Keeps answers back until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const go of held) go();
  }

  async open(config: SessionConfig): Promise<Opened> {
    await this.#turn('open');
    this.#rewindable = new RewindableSession(new TableSession(config, () => 0));
    return { frame: this.#rewindable.session.frame(), reference: null };
  }

  async advance(count: number): Promise<Frame> {
    const frame = this.#rewindable.advance(count);
    await this.#turn(`advance ${count}`);
    return frame;
  }

  async nearest(iteration: number): Promise<Reach> {
    const reach = this.#rewindable.nearest(iteration);
    await this.#turn(`nearest ${iteration}`);
    return this.lost.includes(iteration) ? { from: 0, lost: true } : reach;
  }

  async place(iteration: number): Promise<Frame> {
    const frame = this.#rewindable.place(iteration);
    await this.#turn(`place ${iteration}`);
    return frame;
  }

  async showSlice(): Promise<Frame> {
    await this.#turn('showSlice');
    return this.#rewindable.session.frame();
  }

  async setChanges(changes: readonly Change[]): Promise<void> {
    await this.#turn(`changes ${JSON.stringify(changes)}`);
    this.#rewindable.setChanges(changes);
  }

  async preview(): Promise<Frame | null> {
    await this.#turn('preview');
    return this.#rewindable.preview();
  }

  async foresee(): Promise<number | null> {
    await this.#turn('foresee');
    return this.#rewindable.foresee(400, () => false);
  }

  async digest(): Promise<string> {
    await this.#turn('digest');
    return this.#rewindable.session.digest();
  }

  close(): void {
    this.asked.push('close');
  }

  #turn(asked: string): Promise<void> {
    this.asked.push(asked);
    return new Promise((resolve) => {
      if (this.#held === null) resolve();
      else this.#held.push(resolve);
    });
  }
}
