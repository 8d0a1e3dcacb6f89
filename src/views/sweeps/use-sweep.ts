import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { SweepRunner, type SweepView } from '../../playground/sweep-runner.ts';
import { browserStorage, lastSweep } from '../../playground/sweep-storage.ts';
import { lineOf } from '../../sweeps/record.ts';
import { readSweep } from '../../sweeps/read-sweep.ts';
import type { Sweep, SweepRecord, TaskResult } from '../../sweeps/sweep.ts';

/** The sweep whose results the page shows. */
export interface ShownSweep {
  /** Another one with every sweep that is shown. */
  readonly id: number;
  readonly runner: SweepRunner;
  /** Whether its results outlive the page. */
  readonly kept: boolean;
  /** How many results were there when the page opened. */
  readonly restored: number;
}

interface SweepControl {
  readonly shown: ShownSweep | null;
  /** Whether the last visit's sweep was looked for. */
  readonly ready: boolean;
  /** Shows what a file held. */
  readonly show: (sweep: Sweep, results: readonly TaskResult[]) => void;
  readonly run: (sweep: Sweep) => Promise<void>;
}

/**
 * The one sweep of the page, with its life.
 *
 * @param restores whether the last visit's sweep is shown at first
 * @param restored is told of it
 */
export function useSweep(restores: boolean, restored: (sweep: Sweep) => void): SweepControl {
  const [shown, setShown] = useState<ShownSweep | null>(null);
  const [ready, setReady] = useState(!restores);
  const current = useRef(shown);
  const replace = useCallback((next: Omit<ShownSweep, 'id'>): void => {
    current.current?.runner.cancel();
    current.current = { ...next, id: (current.current?.id ?? 0) + 1 };
    setShown(current.current);
  }, []);
  const begin = useRef(restores ? restored : null);
  useEffect(() => {
    const tell = begin.current;
    begin.current = null;
    if (tell === null) return;
    void (async () => {
      const read = readSweep(await lastSweep());
      if ('sweep' in read) {
        const runner = new SweepRunner(read.sweep, browserStorage(read.sweep));
        await runner.restore();
        // results that the reader opened meanwhile stay
        if (current.current === null) {
          replace({ runner, kept: true, restored: runner.view.getState().done });
          tell(read.sweep);
        }
      }
      setReady(true);
    })();
  }, [replace]);
  const show = useCallback(
    (sweep: Sweep, results: readonly TaskResult[]): void => {
      const runner = new SweepRunner(sweep, null);
      runner.take(results);
      replace({ runner, kept: false, restored: 0 });
    },
    [replace],
  );
  const run = useCallback(
    async (sweep: Sweep): Promise<void> => {
      const now = current.current;
      const same = now !== null && lineOf(now.runner.sweep) === lineOf(sweep);
      if (same && now.kept) return now.runner.start();
      const known = same ? now.runner.record(made()).results : [];
      const runner = new SweepRunner(sweep, browserStorage(sweep));
      replace({ runner, kept: true, restored: 0 });
      await runner.restore();
      runner.take(known);
      if (current.current?.runner === runner) await runner.start();
    },
    [replace],
  );
  return { shown, ready, show, run };
}

/** How far it is. */
export function useSweepView(runner: SweepRunner): SweepView {
  return useSyncExternalStore(runner.view.subscribe, runner.view.getState);
}

/** What is known so far, twice a second at most. */
export function useRecord(runner: SweepRunner): SweepRecord {
  const [record, setRecord] = useState(() => runner.record(made()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => {
      timer = undefined;
      setRecord(runner.record(made()));
    };
    const stop = runner.changed.subscribe(() => (timer ??= setTimeout(take, 500)));
    take();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [runner]);
  return record;
}

/** What a record that is made here says of itself. */
export function made(): SweepRecord['made'] {
  return {
    command: 'the page of sweeps',
    date: new Date().toISOString().slice(0, 10),
    version: String(import.meta.env.PLAYGROUND_VERSION),
  };
}
