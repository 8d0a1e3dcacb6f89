import type { PlaygroundConfig } from '../config/playground-config.ts';
import { sessionConfig } from '../training/session-config.ts';
import type { SessionConfig, SliceView } from '../training/session.ts';
import { continues } from './continues.ts';
import { Run } from './run.ts';
import { Signal } from './signal.ts';

/** The columns of the page: which runs there are, and what they know together. */
export class Columns {
  /** Rings when any column shows something new. */
  readonly changed = new Signal();
  /** Rings when columns come, go or change places. */
  readonly roster = new Signal();
  #runs: readonly Run[] = [];
  readonly #settled: () => void;

  /** @param settled called when a column has opened, or failed to */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** The iteration that is shown. */
  get iteration(): number {
    return this.#runs.find((run) => run.status === 'ready')?.iteration ?? 0;
  }

  /** The last iteration of which anything is known. */
  get reached(): number {
    return Math.max(0, ...this.#runs.map((run) => run.history.latest('iteration') || 0));
  }

  /** Whether no column moves any mass any more. */
  get finished(): boolean {
    const live = this.runs.filter(({ status }) => status !== 'failed');
    return live.length > 0 && live.every(({ frame }) => frame?.settled === true);
  }

  /** The last iteration at which any column moves mass, as they are set; null where that is not known. */
  get end(): number | null {
    const ends = this.runs.map(({ end, frame, status }) =>
      status === 'failed' ? 0 : frame?.settled === true ? (end ?? frame.iteration) : end,
    );
    return ends.includes(null) ? null : Math.max(0, ...(ends as number[]));
  }

  /** What value maps span, in all columns alike. */
  get valueDomain(): readonly [number, number] {
    const domains = this.#runs.filter((run) => run.frame !== null).map((run) => run.valueDomain);
    if (domains.length === 0) return [0, 1];
    return [Math.min(...domains.map(([low]) => low)), Math.max(...domains.map(([, high]) => high))];
  }

  /** Takes a config: columns that go on are kept, the others are opened in the workers that are left over, and walk to an iteration. */
  reconcile(config: PlaygroundConfig, iteration: number): void {
    const wanted = config.runs.map((_, index) => sessionConfig(config, index));
    const old = [...this.#runs];
    const take = (fits: (run: Run) => boolean): Run | undefined => {
      const place = old.findIndex((run) => run.status !== 'failed' && fits(run));
      return place < 0 ? undefined : old.splice(place, 1)[0];
    };
    // first the columns that go on, then new ones, in the workers that are left over
    const kept = wanted.map((own) =>
      take((run) => continues(run.config, own, iteration) && (iteration > 0 || run.iteration === 0)),
    );
    this.#runs = wanted.map((own, index) => {
      const run = kept[index];
      if (run === undefined) return this.#opened(take(() => true) ?? this.#newRun(own), own, iteration);
      if (JSON.stringify(run.config.changes) !== JSON.stringify(own.changes)) void run.setChanges(own.changes);
      return run;
    });
    for (const run of old) run.close();
  }

  /** Opens a failed column anew and walks it to an iteration. */
  restart(index: number, iteration: number): void {
    const run = this.#runs[index];
    if (run !== undefined) this.#opened(run, run.config, iteration);
  }

  /** Tells the runs of a physics task what is looked at. */
  showSlice(view: SliceView): void {
    for (const run of this.#runs) run.showSlice(view);
  }

  #newRun(config: SessionConfig): Run {
    const run = new Run(config);
    run.changed.subscribe(() => {
      if (run.status !== 'ready') this.#settled();
      this.changed.ring();
    });
    return run;
  }

  #opened(run: Run, config: SessionConfig, iteration: number): Run {
    void run.open(config, iteration).then(this.#settled);
    return run;
  }
}
