import type { Change } from '../config/playground-config.ts';
import type { Frame } from './frame.ts';
import { TrainingSession, type SessionConfig } from './session.ts';
import type { SessionState } from './session-state.ts';

const MOST_CHECKPOINTS = 24;

/**
 * A session that can go back. It keeps a bounded number of checkpoints, ever farther apart, and walks forward from the nearest:
 * what it finds there is what was there before, bit for bit.
 */
export class RewindableSession {
  readonly session: TrainingSession;
  #checkpoints: SessionState[];
  #spacing = 8;

  constructor(config: SessionConfig, now: () => number) {
    this.session = new TrainingSession(config, now);
    this.#checkpoints = [this.session.snapshot()];
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
      const from = this.#checkpoints.findLast((checkpoint) => checkpoint.iteration <= iteration);
      this.session.restore(from ?? this.#checkpoints[0]!);
    }
    const ahead = iteration - this.session.iteration;
    return ahead > 0 ? this.advance(ahead) : this.session.frame();
  }

  /** Replaces the record of live changes from this iteration on; what was known of a later time is forgotten. */
  setChanges(changes: readonly Change[]): void {
    this.session.setChanges(changes);
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration <= this.session.iteration);
  }

  #keep(): void {
    if (this.#checkpoints.at(-1)!.iteration >= this.session.iteration) return;
    this.#checkpoints.push(this.session.snapshot());
    if (this.#checkpoints.length <= MOST_CHECKPOINTS) return;
    this.#spacing *= 2;
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration % this.#spacing === 0);
  }
}
