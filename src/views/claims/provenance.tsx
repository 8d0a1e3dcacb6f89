import { say } from '../../copy/say.ts';
import { taskCount } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { Rich } from '../rich.tsx';

/** What was run, when, by which code, and how to run it again. */
export function Provenance({ file, record }: { readonly file: string; readonly record: SweepRecord }) {
  const { sweep, made } = record;
  const { first, count } = sweep.seeds;
  return (
    <>
      <h4>{say(sweep.title)}</h4>
      <p>{say(sweep.about)}</p>
      <p className="quiet">
        <Rich
          of={
            count > 1
              ? '{runs} runs of {updates} updates, seeds {first} to {last}, {date}, version {version}, code {code}. Again: <command>{again}</command>; <file>the sweep file</file>, <results>all results</results>, <open>open it under sweeps</open>.'
              : '{runs} runs of {updates} updates, seed {first}, {date}, version {version}, code {code}. Again: <command>{again}</command>; <file>the sweep file</file>, <results>all results</results>, <open>open it under sweeps</open>.'
          }
          values={{
            runs: taskCount(sweep).toLocaleString('en'),
            updates: sweep.iterations,
            first,
            last: first + count - 1,
            date: made.date,
            version: made.version,
            code: made.code === '' ? say('not recorded') : made.code,
            again: made.command,
          }}
          command={(words) => <code>{words}</code>}
          file={(words) => <a href={`./claims/${file}.json`}>{words}</a>}
          results={(words) => <a href={`./claims/results/${file}.json`}>{words}</a>}
          open={(words) => <a href={`./sweeps.html#file=${encodeURIComponent(`../claims/${file}.json`)}`}>{words}</a>}
        />
      </p>
    </>
  );
}
