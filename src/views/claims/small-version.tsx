import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Claim } from '../../claims/claim.ts';
import { shrink } from '../../claims/shrink.ts';
import { SweepRunner } from '../../playground/sweep-runner.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { poolWidth } from '../../worker/sweep-pool.ts';
import { ResultTable } from './result-table.tsx';
import { judge } from '../../claims/judge.ts';
import { VerdictView } from './verdict.tsx';

const MADE = { command: 'in this page', date: '', version: '', code: '' };

/** The claim's experiments, smaller, run in this page when the reader asks for it. */
export function SmallVersion({
  claim,
  records,
}: {
  readonly claim: Claim;
  readonly records: ReadonlyMap<string, SweepRecord>;
}) {
  const [started, setStarted] = useState<ReadonlyMap<string, SweepRunner> | null>(null);
  const experiments = claim.experiments.filter(({ file }) => records.has(file));
  const sweeps = experiments.map(({ file, small }) => [file, shrink(records.get(file)!.sweep, small)] as const);
  useEffect(() => () => started?.forEach((runner) => runner.cancel()), [started]);
  const start = (): void => {
    const runners = new Map(sweeps.map(([file, sweep]) => [file, new SweepRunner(sweep, null)]));
    setStarted(runners);
    // one after the other: each has the whole machine
    void (async () => {
      for (const runner of runners.values()) await runner.start();
    })();
  };
  return (
    <section className="small-version">
      <h3>Run it here, smaller</h3>
      {started === null ? (
        <p>
          <button type="button" className="main" onClick={start} disabled={sweeps.length < claim.experiments.length}>
            Run
          </button>{' '}
          <span className="quiet">
            Fewer seeds, settings or iterations of the same sweep files, in {poolWidth()}{' '}
            {poolWidth() === 1 ? 'worker' : 'workers'}: some seconds.
          </span>
        </p>
      ) : (
        <Running claim={claim} runners={started} again={start} />
      )}
    </section>
  );
}

interface RunningProps {
  readonly claim: Claim;
  readonly runners: ReadonlyMap<string, SweepRunner>;
  readonly again: () => void;
}

function Running({ claim, runners, again }: RunningProps) {
  const all = useMemo(() => [...runners.values()], [runners]);
  const [subscribe, state] = useMemo(
    () => [
      (changed: () => void) => {
        const stops = all.map(({ view }) => view.subscribe(changed));
        return () => stops.forEach((stop) => stop());
      },
      () => all.map(({ view }) => `${view.getState().status} ${view.getState().done}`).join(),
    ],
    [all],
  );
  const now = useSyncExternalStore(subscribe, state);
  const views = all.map(({ view }) => view.getState());
  const runs = views.reduce((sum, view) => sum + view.runs, 0);
  const done = views.reduce((sum, view) => sum + view.done, 0);
  const failed = views.reduce((sum, view) => sum + view.failed, 0);
  const ended = views.every(({ status }) => status === 'done');
  const cancelled = views.some(({ status }) => status === 'cancelled');
  const results = useMemo(
    () => (ended ? new Map([...runners].map(([file, runner]) => [file, runner.record(MADE)])) : null),
    [ended, runners],
  );
  void now;
  return (
    <div data-small={ended ? 'done' : 'running'}>
      <p>
        <progress value={done} max={runs} aria-label="runs that are done" /> {done} of {runs} runs
        {failed > 0 && `, ${failed} failed`}{' '}
        {ended || cancelled ? (
          <button type="button" onClick={again}>
            Run again
          </button>
        ) : (
          <button type="button" onClick={() => all.forEach((runner) => runner.cancel())}>
            Cancel
          </button>
        )}
      </p>
      {results !== null && (
        <>
          <VerdictView verdict={judge(claim, results)} of="this small version" />
          {claim.experiments.flatMap(({ file, shows }) =>
            shows.map((shown) => <ResultTable key={file + shown.title} record={results.get(file)!} shown={shown} />),
          )}
        </>
      )}
    </div>
  );
}
