import { say, sayCount } from '../../copy/say.ts';
import { useMemo } from 'react';
import { made } from '../../playground/made.ts';
import type { ShownSweep } from '../../playground/sweep-desk.ts';
import type { SweepRunner } from '../../playground/sweep-runner.ts';
import { lineOf, recordText } from '../../sweeps/record.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import { whole } from '../format.ts';
import { download, fileName } from '../download.ts';
import { useSweepView } from './use-sweep.ts';

interface RunBarProps {
  /** What the editor holds, where it can be run. */
  readonly sweep: Sweep | null;
  readonly shown: ShownSweep | null;
  readonly run: (sweep: Sweep, which?: 'failed') => void;
}

/** Everything that is done with a sweep as a whole. */
export function RunBar({ sweep, shown, run }: RunBarProps) {
  const name = sweep === null ? 'sweep' : fileName(sweep.title);
  return (
    <div className="run-bar">
      {shown === null ? (
        <div className="run-buttons">
          <RunButton sweep={sweep} run={run} />
        </div>
      ) : (
        <Running sweep={sweep} shown={shown} run={run} />
      )}
      <div className="run-buttons">
        <button
          type="button"
          disabled={sweep === null}
          onClick={() => sweep !== null && download(`${name}.json`, `${lineOf(sweep)}\n`)}
        >
          {say('Download sweep file')}
        </button>
        <span className="quiet">
          {say('for many cores:')} <code>{`npm run --silent sweep -- ${name}.json --out ${name}-results.json`}</code>
        </span>
      </div>
    </div>
  );
}

function RunButton({ sweep, run }: Pick<RunBarProps, 'sweep' | 'run'>) {
  return (
    <button type="button" className="main" disabled={sweep === null} onClick={() => sweep !== null && run(sweep)}>
      {say('Run')}
    </button>
  );
}

function Running({ sweep, shown, run }: RunBarProps & { readonly shown: ShownSweep }) {
  const { runner } = shown;
  const { status, runs, done, failed, left, problem } = useSweepView(runner);
  const other = sweep !== null && lineOf(sweep) !== lineOf(runner.sweep);
  const active = status === 'running' || status === 'paused';
  const complete = done >= runs && failed === 0;
  return (
    <div data-sweep={status} data-done={done}>
      <div className="run-buttons">
        {active && !other ? (
          <button
            type="button"
            className="main"
            onClick={() => (status === 'paused' ? runner.resume() : runner.pause())}
          >
            {say(status === 'paused' ? 'Resume' : 'Pause')}
          </button>
        ) : (
          <RunButton sweep={complete && !other ? null : sweep} run={run} />
        )}
        {failed > 0 && !active && (
          <button type="button" onClick={() => run(runner.sweep, 'failed')}>
            {failed === 1 ? say('Run the failed one again') : say('Run the {n} failed again', { n: whole(failed) })}
          </button>
        )}
        <button type="button" disabled={!active} onClick={() => runner.cancel()}>
          {say('Cancel')}
        </button>
        <button type="button" disabled={done === 0} onClick={() => void runner.clear()}>
          {say('Forget results')}
        </button>
        <button
          type="button"
          disabled={done === 0}
          onClick={() =>
            download(
              `${fileName(runner.sweep.title)}-results.json`,
              recordText(runner.record({ ...made(), ...shown.by })),
            )
          }
        >
          {say('Download result')}
        </button>
      </div>
      <p className="run-progress">
        <progress max={runs} value={done} aria-label={say('runs that are done')} />
        <span>{countName(done, runs, failed) + (status === 'running' ? `, ${leftName(left)}` : '')}</span>
        <span role="status">{statusName(shown, status, runs, complete)}</span>
      </p>
      {problem !== '' && (
        <p className="sweep-problem" role="alert">
          {say(problem)}
        </p>
      )}
      {failed > 0 && <Failures key={`${done} ${failed}`} runner={runner} />}
      {complete &&
        runner.idle().map((sentence, n) => (
          <p key={n} className="size-note">
            {sentence}
          </p>
        ))}
      {other && done > 0 && (
        <p className="quiet">
          {say(
            'The results are those of “{title}”. The editor holds another sweep: Run forgets these results. Download them first where they are still wanted.',
            { title: say(runner.sweep.title) },
          )}
        </p>
      )}
    </div>
  );
}

function statusName({ runner, kept, restored }: ShownSweep, status: string, runs: number, complete: boolean): string {
  switch (status) {
    case 'running':
      return say('Running.');
    case 'paused':
      return say('Paused: runs that had begun go on to their end.');
    case 'done':
      return say(runner.view.getState().done < runs ? 'These are done: Run goes on with the rest.' : 'Done.');
    case 'cancelled':
      return say('Cancelled. Results that are here stay.');
    default:
      if (!kept) return runner.view.getState().done > 0 ? say('From a file.') : '';
      if (restored === 0) return '';
      return say(
        complete
          ? '{n} of {runs} runs are here from last time.'
          : '{n} of {runs} runs are here from last time: Run goes on.',
        { n: whole(restored), runs: whole(runs) },
      );
  }
}

function countName(done: number, runs: number, failed: number): string {
  return say(failed > 0 ? '{done} of {runs} runs, {failed} failed' : '{done} of {runs} runs', {
    done: whole(done),
    runs: whole(runs),
    failed: whole(failed),
  });
}

function leftName(seconds: number): string {
  if (!Number.isFinite(seconds)) return say('time left not known yet');
  if (seconds < 90) return say('about {n} s left', { n: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? say('about {n} min left', { n: minutes })
    : say('about {n} h left', { n: Math.round(minutes / 60) });
}

/** What failed and why, each sentence once. */
function Failures({ runner }: { readonly runner: SweepRunner }) {
  const sentences = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { failure } of runner.record(made()).results) {
      if (failure !== '') counts.set(failure, (counts.get(failure) ?? 0) + 1);
    }
    return [...counts];
  }, [runner]);
  return (
    <ul className="sweep-problem">
      {sentences.slice(0, 8).map(([sentence, count]) => (
        <li key={sentence}>
          {sayCount(count, '{count} run: {sentence}', '{count} runs: {sentence}', { sentence: say(sentence) })}
        </li>
      ))}
    </ul>
  );
}
