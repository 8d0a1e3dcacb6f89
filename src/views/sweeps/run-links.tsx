import { say } from '../../copy/say.ts';
import { firstIndex } from '../../sweeps/sweep-size.ts';
import type { SweepRunner } from '../../playground/sweep-runner.ts';
import type { Series } from '../../sweeps/series-names.ts';

const MOST = 60;

/** Where a run of a cell and series opens in the playground. */
export function runHref(runner: SweepRunner, cell: readonly number[], series: number, seed = 0): string | undefined {
  const task = runner.tasks[firstIndex(runner.sweep, cell, series) + seed];
  return task === undefined ? undefined : `./index.html#${task.link}`;
}

interface RunLinksProps {
  readonly runner: SweepRunner;
  readonly cell: readonly number[];
  readonly series: readonly Series[];
}

/** A link to every run of a cell, by series and seed. */
export function RunLinks({ runner, cell, series }: RunLinksProps) {
  const { first, count } = runner.sweep.seeds;
  const shown = Math.min(MOST, count);
  return (
    <details className="run-links">
      <summary>{say('Open a run in the playground')}</summary>
      {series.map(({ name }, index) => (
        <p key={name}>
          <b>{name}</b> {say('seed')}{' '}
          {Array.from({ length: shown }, (_, n) => (
            <a
              key={n}
              href={runHref(runner, cell, index, n)}
              aria-label={say('{name}, seed {seed}', { name, seed: first + n })}
            >
              {first + n}
            </a>
          ))}
          {count > shown && <span className="quiet"> {say('and {n} more', { n: count - shown })}</span>}
        </p>
      ))}
    </details>
  );
}
