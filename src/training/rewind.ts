import type { Change } from '../config/playground-config.ts';
import type { Frame } from './frame.ts';
import type { Session } from './session.ts';

const MOST_CHECKPOINTS = 24;

interface Checkpoint {
  readonly iteration: number;
  readonly snapshot: unknown;
}

/**
 * A session that can go back. It keeps a bounded number of checkpoints, ever farther apart, and walks forward from the nearest:
 * what it finds there is what was there before, bit for bit.
 */
export class RewindableSession {
  readonly session: Session;
  #checkpoints: Checkpoint[];
  #spacing = 8;

  constructor(session: Session) {
    this.session = session;
    this.#checkpoints = [this.#checkpoint()];
  }

  /** Takes `count` steps; the frame holds a row of measures for each. */
  advance(count: number): Frame {
    const { session } = this;
    const frames: Frame[] = [];
    const target = session.iteration + count;
    // stop at multiples of the spacing to leave a checkpoint there
    while (session.iteration < target) {
      const next = (Math.floor(session.iteration / this.#spacing) + 1) * this.#spacing;
      frames.push(session.advance(Math.min(target, next) - session.iteration));
      if (session.iteration === next) this.#keep();
    }
    const last = frames.at(-1);
    if (last === undefined) return session.frame(new Float64Array(0));
    if (frames.length === 1) return last;
    const rows = new Float64Array(frames.reduce((sum, frame) => sum + frame.rows.length, 0));
    let offset = 0;
    for (const frame of frames) {
      rows.set(frame.rows, offset);
      offset += frame.rows.length;
    }
    return { ...last, rows };
  }

  /** Goes to an iteration that was reached before, or forward to one that was not; the rows are those walked through. */
  seek(iteration: number): Frame {
    if (iteration < this.session.iteration) {
      const before = this.#checkpoints.filter((checkpoint) => checkpoint.iteration <= iteration);
      // a session may have lost what a later checkpoint rests on; its beginning it can always go back to
      while (before.length > 0 && !this.session.restore(before.pop()!.snapshot));
    }
    const ahead = iteration - this.session.iteration;
    return ahead > 0 ? this.advance(ahead) : this.session.frame();
  }

  /** The frame of this iteration at another slice or cell. */
  look(slice: number, state: number, rest: readonly number[]): Frame {
    this.session.look(slice, state, rest);
    return this.session.frame(new Float64Array(0));
  }

  /** Replaces the record of live changes from this iteration on; what was known of a later time is forgotten. */
  setChanges(changes: readonly Change[]): void {
    this.session.setChanges(changes);
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration <= this.session.iteration);
  }

  #checkpoint(): Checkpoint {
    return { iteration: this.session.iteration, snapshot: this.session.snapshot() };
  }

  #keep(): void {
    if (this.#checkpoints.at(-1)!.iteration >= this.session.iteration) return;
    this.#checkpoints.push(this.#checkpoint());
    if (this.#checkpoints.length <= MOST_CHECKPOINTS) return;
    this.#spacing *= 2;
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration % this.#spacing === 0);
  }
}
