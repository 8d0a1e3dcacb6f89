import type { Run } from './run.ts';

/** Milliseconds that one round of all columns should take when learning runs as fast as it can. */
const ROUND = 20;
const MOST_AT_ONCE = 2000;
/** Iterations ahead from which on it is worth asking whether they are known already. */
const LEAP = 16;
/** Milliseconds of a round from which on the way back to an earlier iteration is shown. */
const SLOW = 250;

/** Why the columns stand still. `lost`: an iteration was wished for that cannot be gone back to. */
export type Rest = 'paused' | 'stop' | 'settled' | 'lost';

/** What the driver asks the playground. */
export interface Stage {
  readonly runs: () => readonly Run[];
  /** Iterations per second. */
  readonly speed: () => number;
  /** The iteration at which to pause, or null. */
  readonly stop: () => number | null;
  /** Called whenever the columns stand still for good or for now. @param wanted where they should have come to */
  readonly rested: (why: Rest, wanted: number) => void;
}

/** What is expected of the columns, beside standing at `target`. */
type Goal =
  | { readonly kind: 'rest' }
  | {
      readonly kind: 'play';
      /** True when play was pressed although nothing moves any more. */
      readonly insists: boolean;
      /** The stop at which play was pressed, which no longer counts; null for none. */
      readonly beyond: number | null;
    }
  | {
      readonly kind: 'reach';
      /** Whether what is known of a later time is dropped there. */
      readonly forget: boolean;
    };

/**
 * Owns time. The only place that asks columns for iterations: it asks all of them for the same, waits for all, and shows all at
 * once, so that no column is ever ahead. Every call is a round of some milliseconds, or one iteration where that takes longer, so
 * that the next wish overtakes whatever is on its way.
 */
export class Playback {
  readonly #stage: Stage;
  #goal: Goal = { kind: 'rest' };
  #driving = false;
  /** Iterations asked for at once. */
  #atOnce = 1;
  /** The iteration that all columns are asked to reach. */
  #target = 0;
  /** The last iteration that was wished for. */
  #wish = 0;
  /** The iteration to which the round on its way leads. */
  #landing = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get playing(): boolean {
    return this.#goal.kind === 'play';
  }

  /** The iteration that all columns are asked to reach: live changes take effect there. */
  get target(): number {
    return this.#target;
  }

  play(): void {
    this.hold();
    const live = this.#live();
    this.#goal = {
      kind: 'play',
      insists: live.length > 0 && this.#target === this.#shown() && live.every((run) => run.frame?.settled === true),
      // pressing play at the stop goes on beyond it
      beyond: this.#stage.stop() === this.#target ? this.#target : null,
    };
    void this.#drive();
  }

  /** Stays where the round on its way leads; on a way back, where that leads. */
  pause(): void {
    this.hold();
    this.#goal = { kind: 'rest' };
  }

  /** Pauses and goes to an iteration, back or ahead; the latest wish counts. `forget` drops what is known of a later time. */
  goTo(iteration: number, forget = false): void {
    this.#target = this.#wish = iteration;
    this.#goal = { kind: 'reach', forget };
    void this.#drive();
  }

  /** The columns were opened anew at an iteration. */
  restart(iteration: number): void {
    this.#target = iteration;
    this.#landing = iteration;
    this.#atOnce = 1;
    if (this.#goal.kind === 'reach') this.#goal = { kind: 'rest' };
    void this.#drive();
  }

  /** Sees to it that columns that joined late are waited for. */
  wake(): void {
    void this.#drive();
  }

  /** Gives up the way ahead beyond the round that is under way; gives the iteration at which live changes take effect now. */
  hold(): number {
    this.#target = Math.min(this.#target, Math.max(this.#landing, this.#shown()));
    return this.#target;
  }

  #live(): Run[] {
    return this.#stage.runs().filter((run) => run.status !== 'failed');
  }

  #shown(): number {
    return this.#live()[0]?.iteration ?? 0;
  }

  async #drive(): Promise<void> {
    if (this.#driving) return;
    this.#driving = true;
    let why: Rest | null = null;
    try {
      why = await this.#chase();
    } finally {
      this.#driving = false;
    }
    if (why !== null) this.#stage.rested(why, this.#wish);
  }

  /** Rounds until nothing is expected any more, and why; null while a column is opening, which wakes this again. */
  async #chase(): Promise<Rest | null> {
    let due = 1;
    let last = performance.now();
    for (;;) {
      const live = this.#live();
      if (live.length === 0) {
        this.#goal = { kind: 'rest' };
        return 'paused';
      }
      if (live.some((run) => run.status === 'opening')) return null;
      if (live.some((run) => run.position !== this.#target || run.iteration !== this.#target)) {
        if (!(await this.#approach(live))) return 'lost';
        await pause();
        last = performance.now();
        continue;
      }
      const goal = this.#goal;
      if (goal.kind === 'reach') {
        if (goal.forget) for (const run of live) run.forgetLater();
        this.#goal = { kind: 'rest' };
      }
      if (goal.kind !== 'play') return 'paused';
      const { count, why } = this.#next(live, goal.insists, goal.beyond);
      if (why !== null) {
        this.#goal = { kind: 'rest' };
        return why;
      }
      const speed = this.#stage.speed();
      const now = performance.now();
      // a tab that slept does not catch up
      due = Math.min(due + (speed * Math.min(now - last, 250)) / 1000, Math.max(1, speed));
      last = now;
      const step = Math.min(speed === Infinity ? count : Math.floor(due), count);
      if (step >= 1) {
        if (speed !== Infinity) due -= step;
        this.#target += step;
        await this.#walk(live);
      }
      if (speed === Infinity) due = 0;
      await pause();
    }
  }

  /** How many iterations may be asked for now while it plays, or why it ends. */
  #next(live: readonly Run[], insists: boolean, beyond: number | null): { count: number; why: Rest | null } {
    const stop = this.#stage.stop();
    const room = stop === null || stop === beyond || stop < this.#target ? Infinity : stop - this.#target;
    if (room === 0) return { count: 0, why: 'stop' };
    if (!insists && live.every((run) => run.frame?.settled === true)) return { count: 0, why: 'settled' };
    return { count: Math.min(this.#atOnce, room), why: null };
  }

  /** One round towards the target, back or ahead; false where it cannot be gone back to, and then the target is where they are. */
  async #approach(live: readonly Run[]): Promise<boolean> {
    const target = this.#target;
    const late = live.filter(
      (run) => run.position > target || (target - run.position > LEAP && run.history.latest('iteration') >= target),
    );
    if (late.length > 0) {
      const reaches = await Promise.all(late.map((run) => run.nearest(target)));
      if (this.#target !== target) return true;
      if (reaches.some((reach) => reach?.lost === true)) {
        this.#goal = { kind: 'rest' };
        this.#target = this.#landing = this.#shown();
        return false;
      }
      await Promise.all(late.map((run) => run.place(target)));
      if (this.#target !== target) return true;
    }
    await this.#walk(live);
    return true;
  }

  /** Takes all columns ahead, those that are behind first, and shows them together where they stand together. */
  async #walk(live: readonly Run[]): Promise<void> {
    const before = performance.now();
    const from = Math.min(...live.map((run) => run.position));
    const to = Math.min(this.#target, from + this.#atOnce);
    this.#landing = to;
    await Promise.all(live.map((run) => run.walk(to)));
    const took = performance.now() - before;
    const here = live.every((run) => run.position === to);
    // on the way back only what was expected is shown, unless it takes long
    if (here && (to === this.#target || to > this.#shown() || took > SLOW)) for (const run of live) run.show();
    if (to === from) return;
    const fit = Math.round(this.#atOnce * Math.min(2, Math.max(0.25, ROUND / Math.max(took, 0.5))));
    if (to - from === this.#atOnce || fit < this.#atOnce) {
      this.#atOnce = Math.min(MOST_AT_ONCE, Math.max(1, fit));
    }
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
