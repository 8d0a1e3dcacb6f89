import { taskCount } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';

/** What was run, when, by which code, and how to run it again. */
export function Provenance({ file, record }: { readonly file: string; readonly record: SweepRecord }) {
  const { sweep, made } = record;
  const { first, count } = sweep.seeds;
  return (
    <>
      <h4>{sweep.title}</h4>
      <p>{sweep.about}</p>
      <p className="quiet">
        {taskCount(sweep).toLocaleString('en')} runs of {sweep.iterations} updates,{' '}
        {count > 1 ? `seeds ${first} to ${first + count - 1}` : `seed ${first}`}, {made.date}, version {made.version},
        code {made.code === '' ? 'not recorded' : made.code}. Again: <code>{made.command}</code>;{' '}
        <a href={`./claims/${file}.json`}>the sweep file</a>, <a href={`./claims/results/${file}.json`}>all results</a>,{' '}
        <a href={`./sweeps.html#file=${encodeURIComponent(`../claims/${file}.json`)}`}>open it under sweeps</a>.
      </p>
    </>
  );
}
