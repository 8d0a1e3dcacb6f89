import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Claim, Small } from '../../claims/claim.ts';
import { drawClaim } from '../../claims/draw-pictures.ts';
import type { Picture } from '../../claims/pictures/picture.ts';
import { shrink } from '../../claims/shrink.ts';
import { judgeTrial, type TrialVerdict } from '../../claims/trial.ts';
import { SweepRunner } from '../../playground/sweep-runner.ts';
import { taskCount } from '../../sweeps/sweep-size.ts';
import type { Sweep, SweepRecord } from '../../sweeps/sweep.ts';
import { poolWidth } from '../../worker/sweep-pool.ts';

const MADE = { command: 'in this page', date: '', version: '', code: '' };
/** Milliseconds between two drawings of what has come. */
const PACE = 250;

/** A smaller version of a claim's experiments, run in this page. */
export interface Trial {
  readonly status: 'waiting' | 'ready' | 'running' | 'done' | 'cancelled';
  readonly seeds: number;
  /** More than that many the committed results do not have; 1 where nothing is random. */
  readonly most: number;
  /** About how long it takes, by the times of the committed runs. */
  readonly seconds: number;
  readonly runs: number;
  readonly done: number;
  readonly failed: number;
  /** Of what has come so far; null before the first. */
  readonly picture: Picture | null;
  readonly told: TrialVerdict | null;
  readonly setSeeds: (seeds: number) => void;
  readonly start: () => void;
  readonly cancel: () => void;
}

interface Progress {
  readonly status: 'ready' | 'running' | 'done' | 'cancelled';
  readonly done: number;
  readonly failed: number;
  readonly picture: Picture | null;
  readonly told: TrialVerdict | null;
}

const NOTHING: Progress = { status: 'ready', done: 0, failed: 0, picture: null, told: null };

/** Runs a claim's experiments, smaller, when it is asked to; what comes is drawn on the way. */
export function useTrial(claim: Claim, records: ReadonlyMap<string, SweepRecord>): Trial {
  const { experiments } = claim;
  const [seeds, setSeeds] = useState(() => Math.max(...experiments.map(({ small }) => small?.seeds ?? 1)));
  const [progress, setProgress] = useState<Progress>(NOTHING);
  const [runners, setRunners] = useState<ReadonlyMap<string, SweepRunner> | null>(null);
  const whole = experiments.every(({ file }) => records.has(file));
  const sweeps = useMemo(
    () =>
      whole
        ? new Map(
            experiments.flatMap(({ file, small }) =>
              small === null ? [] : [[file, smaller(records.get(file)!, small, seeds)] as const],
            ),
          )
        : new Map<string, Sweep>(),
    [experiments, records, seeds, whole],
  );
  const most = Math.max(1, ...[...records.values()].map(({ sweep }) => sweep.seeds.count));
  const runs = [...sweeps.values()].reduce((sum, sweep) => sum + taskCount(sweep), 0);
  useEffect(() => () => runners?.forEach((runner) => runner.cancel()), [runners]);
  const start = useCallback(() => {
    const made = new Map([...sweeps].map(([file, sweep]) => [file, new SweepRunner(sweep, null)]));
    setRunners(made);
    setProgress({ ...NOTHING, status: 'running' });
    const taken = new Map([...records].filter(([file]) => !made.has(file)));
    void follow(claim, made, taken, setProgress);
  }, [claim, records, sweeps]);
  const cancel = useCallback(() => {
    runners?.forEach((runner) => runner.cancel());
    setProgress((before) => ({ ...before, status: 'cancelled' }));
  }, [runners]);
  return {
    ...progress,
    status: whole || progress.status !== 'ready' ? progress.status : 'waiting',
    seeds,
    most,
    seconds: secondsOf(records, sweeps),
    runs,
    setSeeds: (next) => {
      setSeeds(next);
      setProgress((before) => (before.status === 'running' ? before : NOTHING));
    },
    start,
    cancel,
  };
}

/** What of a sweep runs here. @param seeds where seeds make a difference */
function smaller({ sweep }: SweepRecord, small: Small, seeds: number): Sweep {
  return shrink(sweep, { ...small, seeds: sweep.seeds.count === 1 ? 1 : seeds });
}

/** Runs one sweep after the other, since each has the whole machine, and tells what has come. */
async function follow(
  claim: Claim,
  runners: ReadonlyMap<string, SweepRunner>,
  taken: ReadonlyMap<string, SweepRecord>,
  tell: (progress: Progress) => void,
): Promise<void> {
  const all = [...runners.values()];
  const count = (): Pick<Progress, 'done' | 'failed'> => ({
    done: all.reduce((sum, { view }) => sum + view.getState().done, 0),
    failed: all.reduce((sum, { view }) => sum + view.getState().failed, 0),
  });
  const records = (): ReadonlyMap<string, SweepRecord> =>
    new Map([...runners].map(([file, runner]) => [file, runner.record(MADE)]));
  const picture = (): Picture | null => drawClaim(claim, new Map([...taken, ...records()]), 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell({ status: 'running', ...count(), picture: picture(), told: null });
    }, PACE);
  };
  const stops = all.map(({ changed }) => changed.subscribe(soon));
  for (const runner of all) {
    if (cancelled(all)) break;
    await runner.start();
  }
  stops.forEach((stop) => stop());
  clearTimeout(timer);
  if (cancelled(all)) return;
  tell({ status: 'done', ...count(), picture: picture(), told: judgeTrial(claim, records(), taken) });
}

const cancelled = (runners: readonly SweepRunner[]): boolean =>
  runners.some(({ view }) => view.getState().status === 'cancelled');

/** By the mean time of the committed runs, each shorter here as it has fewer updates. */
function secondsOf(records: ReadonlyMap<string, SweepRecord>, sweeps: ReadonlyMap<string, Sweep>): number {
  let milliseconds = 0;
  for (const [file, sweep] of sweeps) {
    const { results, sweep: whole } = records.get(file)!;
    const mean = results.reduce((sum, result) => sum + result.milliseconds, 0) / Math.max(1, results.length);
    milliseconds += (mean * taskCount(sweep) * sweep.iterations) / whole.iterations;
  }
  return milliseconds / 1000 / poolWidth();
}
