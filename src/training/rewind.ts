import type { Change } from '../config/playground-config.ts';
import type { Frame } from './frame.ts';
import { measureIndex, MEASURES, STILL } from './measure.ts';
import type { Session, SliceView } from './session.ts';

/** Checkpoints that are kept whatever they take, and how many where they are small. */
const FEWEST_CHECKPOINTS = 24;
const MOST_CHECKPOINTS = 512;
/** Bytes that more than the fewest may take. */
const ROOM = 8e6;
/** Steps taken at once while looking ahead. */
const FORESIGHT = 4;

/** How an earlier iteration can be come to. */
export interface Reach {
  /** The iteration to go back to. */
  readonly from: number;
  /** True where it is farther back than it would be, had nothing been overwritten. */
  readonly lost: boolean;
}

interface Checkpoint {
  readonly iteration: number;
  readonly snapshot: unknown;
}

/**
 * A session that can go back. It keeps checkpoints in a bounded room, ever farther apart, and walks forward from the nearest:
 * what it finds there is what was there before, bit for bit.
 */
export class RewindableSession {
  readonly session: Session;
  #checkpoints: Checkpoint[];
  #spacing = 4;
  readonly #most: number;

  constructor(session: Session) {
    this.session = session;
    const first = this.#checkpoint();
    this.#checkpoints = [first];
    this.#most = Math.max(FEWEST_CHECKPOINTS, Math.min(MOST_CHECKPOINTS, Math.floor(ROOM / bytesOf(first.snapshot))));
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

  /** The checkpoint from which an iteration is walked to, and whether a nearer one rests on what has been lost since. */
  nearest(iteration: number): Reach {
    if (iteration >= this.session.iteration) {
      // what was known of a later time is still so
      const ahead = this.#checkpoints.findLast(
        (checkpoint) => checkpoint.iteration <= iteration && checkpoint.iteration > this.session.iteration,
      );
      const kept = ahead !== undefined && this.session.keeps(ahead.snapshot);
      return { from: kept ? ahead.iteration : this.session.iteration, lost: false };
    }
    const before = this.#checkpoints.filter((checkpoint) => checkpoint.iteration <= iteration);
    const kept = before.findLast(({ snapshot }) => this.session.keeps(snapshot));
    return { from: kept?.iteration ?? 0, lost: kept !== before.at(-1) };
  }

  /** Goes back to the checkpoint nearest to an iteration, and no farther: the walk from there is the caller's. */
  place(iteration: number): Frame {
    const { from } = this.nearest(iteration);
    if (from !== this.session.iteration) {
      this.session.restore(this.#checkpoints.findLast((checkpoint) => checkpoint.iteration === from)!.snapshot);
    }
    return this.session.frame();
  }

  /** The frame of this iteration at another slice or cell. */
  showSlice(view: SliceView): Frame {
    this.session.showSlice(view);
    return this.session.frame(new Float64Array(0));
  }

  /** Replaces the record of live changes from this iteration on; what was known of a later time is forgotten. */
  setChanges(changes: readonly Change[]): void {
    this.session.setChanges(changes);
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration <= this.session.iteration);
  }

  /** The frame of the step that would be next; the session stays where it is. */
  preview(): Frame {
    const snapshot = this.session.snapshot();
    const frame = this.session.advance(1);
    this.session.restore(snapshot);
    return frame;
  }

  /**
   * The last iteration at which any mass moves, were it to go on as it is set; null where that is beyond `limit`, or not known when `enough`
   * says so. The session stays where it is.
   */
  foresee(limit: number, enough: () => boolean): number | null {
    const { session } = this;
    const snapshot = session.snapshot();
    let last = session.iteration;
    let settled = session.frame(new Float64Array(0)).settled;
    while (!settled && session.iteration < limit && !enough()) {
      const { rows, settled: still } = session.advance(FORESIGHT);
      for (let offset = 0; offset < rows.length; offset += MEASURES) {
        if (rows[offset + measureIndex.variation]! > STILL) last = rows[offset + measureIndex.iteration]!;
      }
      settled = still;
    }
    session.restore(snapshot);
    return settled ? last : null;
  }

  #checkpoint(): Checkpoint {
    return { iteration: this.session.iteration, snapshot: this.session.snapshot() };
  }

  #keep(): void {
    if (this.#checkpoints.at(-1)!.iteration >= this.session.iteration) return;
    this.#checkpoints.push(this.#checkpoint());
    if (this.#checkpoints.length <= this.#most) return;
    this.#spacing *= 2;
    this.#checkpoints = this.#checkpoints.filter((checkpoint) => checkpoint.iteration % this.#spacing === 0);
  }
}

/** Bytes of the arrays in a snapshot, however deep. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}
