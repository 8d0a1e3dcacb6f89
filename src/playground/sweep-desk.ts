import { createStore, type StoreApi } from 'zustand/vanilla';
import { lineOf, sameCode } from '../sweeps/record.ts';
import { readSweep } from '../sweeps/read-sweep.ts';
import type { Made, Sweep, SweepRecord } from '../sweeps/sweep.ts';
import { ownCode } from './made.ts';
import { SweepRunner, type SweepStorage } from './sweep-runner.ts';

/** The sweep whose results the page shows. */
export interface ShownSweep {
  /** Another one with every sweep that is shown. */
  readonly id: number;
  readonly runner: SweepRunner;
  /** Whether its results outlive the page. */
  readonly kept: boolean;
  /** How many results were there when the page opened. */
  readonly restored: number;
  /** Who made the results that are shown. */
  readonly by: Pick<Made, 'version' | 'code'>;
}

interface Desk {
  readonly shown: ShownSweep | null;
  /** Whether the last visit's sweep was looked for, or waited for long enough. */
  readonly ready: boolean;
  /** A sentence that the reader should know, or "". */
  readonly problem: string;
}

/** What the desk needs of the browser. */
export interface Shelf {
  readonly last: () => Promise<unknown>;
  readonly storageOf: (sweep: Sweep) => SweepStorage;
}

/** Milliseconds that the page waits for the storage before it can be used. */
const PATIENCE = 3000;

const SILENT = 'The browser’s storage does not answer, so the last visit’s sweep is not shown.';
const OTHER_CODE =
  'The results of the file were made by another version of the playground, whose numbers may differ: all runs are done again here.';

/** The one sweep of the page, with its life, without React. */
export class SweepDesk {
  readonly state: StoreApi<Desk> = createStore<Desk>(() => ({ shown: null, ready: false, problem: '' }));
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Nothing is to be looked for. */
  skip(): void {
    this.state.setState({ ready: true });
  }

  /** Shows the last visit's sweep, unless the reader was quicker. @param told is called with it */
  async restore(told: (sweep: Sweep) => void): Promise<void> {
    const timer = setTimeout(() => this.state.setState({ ready: true, problem: SILENT }), PATIENCE);
    try {
      const read = readSweep(await this.#shelf.last());
      if ('sweep' in read) {
        const runner = new SweepRunner(read.sweep, this.#shelf.storageOf(read.sweep));
        await runner.restore();
        if (this.state.getState().shown === null) {
          this.#replace(runner, true, runner.view.getState().done, ownCode);
          told(read.sweep);
        }
      }
    } catch {
      // a browser that keeps nothing has nothing to show; a run says so itself
    }
    clearTimeout(timer);
    this.state.setState({ ready: true, problem: '' });
  }

  /** Shows what a file held. */
  show({ sweep, results, made }: SweepRecord): void {
    const runner = new SweepRunner(sweep, null);
    runner.take(results);
    this.#replace(runner, false, 0, made);
  }

  /** Clears the desk. */
  putAway(): void {
    this.state.getState().shown?.runner.cancel();
    this.state.setState({ shown: null });
  }

  /** Runs a sweep, or goes on with it, or does again what failed; results of another code than this page's are left behind. */
  async run(sweep: Sweep, which: 'missing' | 'failed' = 'missing'): Promise<void> {
    const { shown: now } = this.state.getState();
    const same = now !== null && lineOf(now.runner.sweep) === lineOf(sweep);
    if (same && now.kept) return now.runner.start(which);
    const known = same ? now.runner.record({ command: '', date: '', ...now.by }) : null;
    const runner = new SweepRunner(sweep, this.#shelf.storageOf(sweep));
    const fits = known === null || sameCode(known.made, ownCode);
    this.#replace(runner, true, 0, ownCode);
    this.state.setState({ problem: fits ? '' : OTHER_CODE });
    await runner.restore();
    if (known !== null && fits) runner.take(known.results);
    if (this.state.getState().shown?.runner === runner) await runner.start(fits ? which : 'missing');
  }

  #replace(runner: SweepRunner, kept: boolean, restored: number, by: ShownSweep['by']): void {
    const { shown } = this.state.getState();
    shown?.runner.cancel();
    this.state.setState({ shown: { id: (shown?.id ?? 0) + 1, runner, kept, restored, by } });
  }
}
