import type { Frame } from '../training/frame.ts';
import type { Run } from './run.ts';

/** Milliseconds that one round of all columns should take when learning runs as fast as it can. */
const ROUND = 20;
const MOST_AT_ONCE = 2000;

/** What the driver asks the playground. */
export interface Stage {
  readonly runs: () => readonly Run[];
  /** Iterations per second. */
  readonly speed: () => number;
  /** The iteration at which to pause, or null. */
  readonly stop: () => number | null;
  /** Called whenever the columns stand still for good or for now. */
  readonly rested: (why: 'paused' | 'stop' | 'settled') => void;
}

/**
 * Owns time. The only place that asks columns for iterations: it asks all of them for the same, waits for all, and shows all at
 * once, so that no column is ever ahead.
 */
export class Playback {
  readonly #stage: Stage;
  #playing = false;
  #driving = false;
  #wanted: number | null = null;
  #forget = false;
  #atOnce = 1;
  #target = 0;
  /** True when play was pressed although nothing moves any more. */
  #insists = false;
  #stopped: number | null = null;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The iteration that all columns are asked to reach: live changes take effect there. */
  get target(): number {
    return this.#target;
  }

  play(): void {
    const live = this.#live();
    this.#insists = live.length > 0 && live.every((run) => run.frame?.settled === true);
    // pressing play at the stop goes on beyond it
    this.#stopped = this.#stage.stop() === this.#target ? this.#target : null;
    this.#playing = true;
    this.#wanted = null;
    void this.#drive();
  }

  pause(): void {
    this.#playing = false;
    this.#wanted = null;
  }

  /** Pauses and goes to an iteration, back or ahead; the latest wish counts. `forget` drops what is known of a later time. */
  goTo(iteration: number, forget = false): void {
    this.#playing = false;
    this.#forget = forget;
    this.#wanted = iteration;
    void this.#drive();
  }

  /** Where the next wish would start from. */
  get heading(): number {
    return this.#wanted ?? this.#target;
  }

  /** The columns were opened anew at an iteration. */
  restart(iteration: number): void {
    this.#target = iteration;
    this.#atOnce = 1;
    this.#wanted = null;
    void this.#drive();
  }

  /** Sees to it that columns that joined late are waited for. */
  wake(): void {
    void this.#drive();
  }

  #live(): Run[] {
    return this.#stage.runs().filter((run) => run.status !== 'failed');
  }

  async #drive(): Promise<void> {
    if (this.#driving) return;
    this.#driving = true;
    let why: 'paused' | 'stop' | 'settled' = 'paused';
    let due = 1;
    let last = performance.now();
    for (;;) {
      const live = this.#live();
      if (live.length === 0) {
        this.#playing = false;
        this.#wanted = null;
        break;
      }
      if (live.some((run) => run.status === 'opening')) {
        await pause();
        last = performance.now();
        continue;
      }
      if (this.#wanted !== null) {
        await this.#approach(live, this.#wanted);
        await pause();
        continue;
      }
      if (!this.#playing) break;
      const stop = this.#stage.stop();
      const room = stop === null || stop === this.#stopped || stop < this.#target ? Infinity : stop - this.#target;
      if (room === 0) why = 'stop';
      else if (!this.#insists && live.every((run) => run.frame?.settled === true)) why = 'settled';
      if (why !== 'paused') {
        this.#playing = false;
        break;
      }
      const speed = this.#stage.speed();
      const now = performance.now();
      // a tab that slept does not catch up
      due = Math.min(due + (speed * Math.min(now - last, 250)) / 1000, Math.max(1, speed));
      last = now;
      const count = Math.min(speed === Infinity ? this.#atOnce : Math.floor(due), this.#atOnce, room);
      if (count >= 1) {
        if (speed !== Infinity) due -= count;
        await this.#advance(live, count);
      }
      if (speed === Infinity) due = 0;
      await pause();
    }
    this.#driving = false;
    this.#stage.rested(why);
  }

  /** Asks all columns to come to `target + count`, then shows them together. */
  async #advance(live: readonly Run[], count: number): Promise<void> {
    const before = performance.now();
    this.#target += count;
    await this.#showTogether(live, (run) => run.ask(this.#target - run.iteration));
    const took = performance.now() - before;
    const fit = Math.round(this.#atOnce * Math.min(2, Math.max(0.25, ROUND / Math.max(took, 0.5))));
    if (count === this.#atOnce || fit < this.#atOnce) this.#atOnce = Math.min(MOST_AT_ONCE, Math.max(1, fit));
  }

  async #approach(live: readonly Run[], wanted: number): Promise<void> {
    if (wanted > this.#target) {
      const step = Math.min(wanted - this.#target, Math.max(this.#atOnce, 1));
      await this.#advance(live, step);
    } else {
      this.#target = wanted;
      await this.#showTogether(live, (run) => (run.iteration === wanted ? Promise.resolve(null) : run.askSeek(wanted)));
    }
    if (this.#wanted !== this.#target) return;
    this.#wanted = null;
    // only now: rows that were still on their way have come
    if (this.#forget) for (const run of live) run.forgetLater();
  }

  async #showTogether(live: readonly Run[], ask: (run: Run) => Promise<Frame | null>): Promise<void> {
    const frames = await Promise.all(live.map(ask));
    frames.forEach((frame, i) => {
      if (frame !== null) live[i]!.take(frame);
    });
  }
}

/** Until the next animation frame, or a moment later in a tab that draws none. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    let done = false;
    const go = (): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resolve();
    };
    const frame = requestAnimationFrame(go);
    const timer = setTimeout(go, 200);
  });
}
