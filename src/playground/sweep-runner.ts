import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeLink } from '../config/link.ts';
import { isPhysicsKind } from '../environments/registry.ts';
import { lineOf, readResult } from '../sweeps/record.ts';
import { DistinctRuns } from '../sweeps/repeats.ts';
import { expandSweep, idleAxes } from '../sweeps/tasks.ts';
import type { Series } from '../sweeps/series-names.ts';
import type { Sweep, SweepRecord, SweepTask, TaskResult } from '../sweeps/sweep.ts';
import { poolWidth, SweepPool } from '../worker/sweep-pool.ts';
import { Signal } from './signal.ts';

type SweepStatus = 'idle' | 'running' | 'paused' | 'done' | 'cancelled';

/** What the page knows of a sweep in progress; the results themselves are the runner's. */
export interface SweepView {
  readonly status: SweepStatus;
  readonly runs: number;
  readonly done: number;
  readonly failed: number;
  /** Seconds until all is done, as far as can be told; NaN before the first result. */
  readonly left: number;
  /** Sentences that the reader should know. */
  readonly problem: string;
}

/** Where results are kept between visits. */
export interface SweepStorage {
  readonly load: () => Promise<readonly string[]>;
  readonly save: (index: number, line: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Takes the sweep for this tab, and gives what lets it go; null where another tab runs it. */
  readonly begin: () => Promise<(() => void) | null>;
}

/** Milliseconds after which a storage that has not answered is told of, and not waited for any longer. */
const PATIENCE = 3000;

/** That nobody else runs the same sweep. */
interface Lease {
  readonly end: () => void;
}

const FREE: Lease = { end: () => undefined };

/** Milliseconds of reading between two pauses, in which the page answers. */
const SLICE = 12;

/** A sweep on its way, without React: runs what is missing, keeps every result, and tells how far it is. */
export class SweepRunner {
  readonly sweep: Sweep;
  readonly tasks: readonly SweepTask[];
  readonly series: readonly Series[];
  /** Sentences on what the reader may take for a difference or a repetition, and is none. */
  readonly notes: readonly string[];
  readonly view: StoreApi<SweepView>;
  /** Rings when a result has come. */
  readonly changed = new Signal();
  readonly #storage: SweepStorage | null;
  readonly #makePool: () => SweepPool;
  readonly #now: () => number;
  readonly #results = new Map<number, TaskResult>();
  #pool: SweepPool | null = null;
  /** Settles when every result is kept, or the storage is given up. */
  #kept: Promise<unknown> = Promise.resolve();
  #held: Lease = FREE;
  /** Counts starts and cancellations: what waits for the storage is overtaken by the next. */
  #starts = 0;
  /** Seconds of work since the start, without pauses, and results in it. */
  #worked = { since: 0, seconds: 0, results: 0 };

  /** @param storage null keeps nothing */
  constructor(
    sweep: Sweep,
    storage: SweepStorage | null,
    makePool?: () => SweepPool,
    now: () => number = () => performance.now(),
  ) {
    this.sweep = sweep;
    const { tasks, series, problems, notes } = expandSweep(sweep);
    this.tasks = tasks;
    this.series = series;
    this.notes = notes;
    this.#storage = storage;
    this.#makePool = makePool ?? (() => new SweepPool(poolWidth(), this.#isPatient()));
    this.#now = now;
    this.view = createStore<SweepView>(() => ({
      status: 'idle',
      runs: tasks.length,
      done: 0,
      failed: 0,
      left: NaN,
      problem: problems[0] ?? '',
    }));
  }

  /** What is known so far. */
  record(made: SweepRecord['made']): SweepRecord {
    const results = [...this.#results.values()].toSorted((a, b) => a.index - b.index);
    return { sweep: this.sweep, results, made };
  }

  /** Takes results that are known already, from a file, and keeps them. */
  take(results: readonly TaskResult[]): void {
    for (const result of results) {
      this.#results.set(result.index, result);
      this.#keep(result);
    }
    this.#tell();
  }

  /**
   * Takes what an earlier visit left; results of another sweep or a torn line are left out. A storage that is slow is told of and
   * not waited for, and what it has is taken when it comes.
   */
  async restore(): Promise<void> {
    if (this.#storage === null) return;
    const { load } = this.#storage;
    await this.#patiently(async () => {
      let until = this.#now() + SLICE;
      for (const line of await load()) {
        if (this.#now() > until) {
          await new Promise((go) => setTimeout(go, 0));
          until = this.#now() + SLICE;
        }
        const read = readLine(line, this.sweep);
        if (read !== null && !this.#results.has(read.index)) this.#results.set(read.index, read);
      }
      this.#tell();
    });
  }

  /**
   * Runs what is missing. Runs that failed are tried again. Where another tab runs the same sweep, that is said instead.
   *
   * @param which `failed` leaves alone what was never begun
   */
  async start(which: 'missing' | 'failed' = 'missing'): Promise<void> {
    if (this.#pool !== null) return;
    const start = ++this.#starts;
    const lease = this.#storage === null ? FREE : await this.#lease(this.#storage);
    if (lease === null) return;
    if (start !== this.#starts) return lease.end();
    this.#held = lease;
    const never = which === 'failed' ? '' : 'missing';
    const missing = this.tasks.filter(({ index }) => (this.#results.get(index)?.failure ?? never) !== '');
    const distinct = new DistinctRuns(missing);
    const pool = this.#makePool();
    this.#pool = pool;
    this.#worked = { since: this.#now(), seconds: 0, results: 0 };
    this.view.setState({ status: 'running', left: NaN });
    try {
      await pool.run(this.sweep, distinct.tasks, (result) => this.#add(distinct.spread(result)));
      // what is called done outlives a reload, and is there for who takes the sweep next
      await this.#kept;
    } finally {
      lease.end();
    }
    if (this.#pool !== pool) return;
    this.#pool = null;
    this.view.setState({ status: 'done', left: 0 });
    this.#tell();
  }

  /** Takes the sweep for this tab; null where another one has it. A storage that is silent does not keep the sweep from running. */
  async #lease({ begin }: SweepStorage): Promise<Lease | null> {
    let release: (() => void) | null | undefined;
    let ended = false;
    const answered = await this.#patiently(async () => {
      release = await begin();
      if (ended) release?.();
    });
    if (release === null) {
      this.#say(ELSEWHERE);
      return null;
    }
    // what another tab has done meanwhile
    if (answered) await this.restore();
    return {
      end: () => {
        ended = true;
        release?.();
      },
    };
  }

  /** Sentences on axes all of whose values came to the same. */
  idle(): string[] {
    return idleAxes(this.sweep, this.tasks, this.series, (index) => this.#results.get(index)?.digest);
  }

  pause(): void {
    if (this.#pool === null || this.view.getState().status !== 'running') return;
    this.#pool.pause();
    this.#worked.seconds += (this.#now() - this.#worked.since) / 1000;
    this.view.setState({ status: 'paused' });
  }

  resume(): void {
    if (this.#pool === null || this.view.getState().status !== 'paused') return;
    this.#worked.since = this.#now();
    this.#pool.resume();
    this.view.setState({ status: 'running' });
  }

  /** Ends it; the results that are there stay. */
  cancel(): void {
    this.#starts += 1;
    const pool = this.#pool;
    if (pool === null) return;
    this.#pool = null;
    pool.cancel();
    // who cancels may run it again at once, whatever the storage does
    this.#held.end();
    this.view.setState({ status: 'cancelled', left: NaN });
    this.#tell();
  }

  /** Forgets all results, here and in the storage. */
  async clear(): Promise<void> {
    this.cancel();
    this.#results.clear();
    this.view.setState({ status: 'idle', left: NaN });
    this.#tell();
    const { clear } = this.#storage ?? {};
    if (clear !== undefined) await this.#patiently(clear);
  }

  /** Whether a run is of a physics task; seeds do not change that. */
  #isPatient(): boolean {
    const first = this.tasks.filter(({ seed }) => seed === this.sweep.seeds.first);
    return first.some(({ link }) => isPhysicsKind(decodeLink(link).config.world.kind));
  }

  #add(results: readonly TaskResult[]): void {
    for (const result of results) {
      this.#results.set(result.index, result);
      this.#keep(result);
    }
    this.#worked.results += results.length;
    this.#tell();
  }

  #keep(result: TaskResult): void {
    const { save } = this.#storage ?? {};
    if (save === undefined) return;
    this.#kept = Promise.all([this.#kept, this.#patiently(() => save(result.index, lineOf(result)))]);
  }

  /** Waits for the storage, but not for ever; false where it failed, or has not answered yet. */
  #patiently(work: () => Promise<unknown>): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#say(SILENT);
        resolve(false);
      }, PATIENCE);
      work()
        .then(() => {
          if (this.view.getState().problem === SILENT) this.#say('');
          resolve(true);
        })
        .catch(() => {
          this.#say(KEEPS_NOTHING);
          resolve(false);
        })
        .finally(() => clearTimeout(timer));
    });
  }

  #tell(): void {
    const results = [...this.#results.values()];
    const failed = results.filter(({ failure }) => failure !== '').length;
    const done = results.length;
    const { seconds, since, results: came } = this.#worked;
    const running = this.view.getState().status === 'running';
    const worked = seconds + (running ? (this.#now() - since) / 1000 : 0);
    const left = came === 0 ? NaN : (worked / came) * (this.tasks.length - done);
    this.view.setState({ done, failed, left: running ? left : this.view.getState().left });
    this.changed.ring();
  }

  #say(problem: string): void {
    if (problem !== this.view.getState().problem) this.view.setState({ problem });
  }
}

const KEEPS_NOTHING =
  'The browser keeps nothing for this page: a reload would lose the results. Download them instead.';
const SILENT =
  'The browser’s storage does not answer: a reload would lose the results. Download them where they are wanted.';
const ELSEWHERE =
  'Another tab of this browser runs this very sweep: cancel it there, or press Run again when it is done, and its results are taken.';

function readLine(line: string, sweep: Sweep): TaskResult | null {
  try {
    const read = readResult(JSON.parse(line), sweep);
    return 'result' in read ? read.result : null;
  } catch {
    return null;
  }
}
