import { useState, type ReactNode } from 'react';
import type { Claim, Verdict } from '../../claims/claim.ts';
import { taskCount } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { OriginContext, sweepOrigin } from '../figures/origin-context.ts';
import { ClaimFigure } from './claim-figure.tsx';
import { ResultTable } from './result-table.tsx';
import { SmallVersion } from './small-version.tsx';
import { useRecords } from './use-records.ts';
import { VerdictView } from './verdict.tsx';

interface ClaimSectionProps {
  readonly claim: Claim;
  readonly number: number | null;
  /** By the committed results; null while it is fetched. */
  readonly verdict: Verdict | null;
  readonly children: ReactNode;
}

/** One claim: the paper's sense, the verdict, and, once opened, its experiments and their small versions. */
export function ClaimSection({ claim, number, verdict, children }: ClaimSectionProps) {
  const [open, setOpen] = useState(false);
  const { records, problem } = useRecords(
    claim.experiments.map(({ file }) => file),
    open,
  );
  return (
    <section className="claim" id={claim.id} aria-labelledby={`${claim.id}-title`}>
      <h2 id={`${claim.id}-title`}>
        {number !== null && `${number}. `}
        {claim.title}
      </h2>
      <p className="sense">{claim.sense}</p>
      {verdict === null ? <p className="quiet">…</p> : <VerdictView verdict={verdict} of="the committed results" />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Experiments, results, and a version to run here</summary>
        {problem !== '' && <p role="alert">{problem}</p>}
        {claim.experiments.map(({ file, figures, shows }) => {
          const record = records.get(file);
          if (record === undefined) return <p key={file}>Fetching {file}…</p>;
          return (
            <OriginContext key={file} value={sweepOrigin(record.sweep, record.made, `../claims/results/${file}.json`)}>
              <div className="experiment">
                <Provenance file={file} record={record} />
                {figures.map((figure) => (
                  <ClaimFigure key={figure.title} record={record} figure={figure} />
                ))}
                {shows.map((shown) => (
                  <ResultTable key={shown.title} record={record} shown={shown} />
                ))}
              </div>
            </OriginContext>
          );
        })}
        <SmallVersion claim={claim} records={records} />
      </details>
      {children}
    </section>
  );
}

/** What was run, when, and how to run it again. */
function Provenance({ file, record }: { readonly file: string; readonly record: SweepRecord }) {
  const { sweep, made } = record;
  const { first, count } = sweep.seeds;
  return (
    <>
      <h3>{sweep.title}</h3>
      <p>{sweep.about}</p>
      <p className="quiet">
        {taskCount(sweep).toLocaleString('en')} runs of {sweep.iterations} iterations, seeds {first}
        {count > 1 && ` to ${first + count - 1}`}, {made.date}, version {made.version}. Again:{' '}
        <code>{made.command}</code>; <a href={`./claims/${file}.json`}>the sweep file</a>,{' '}
        <a href={`./claims/results/${file}.json`}>all results</a>,{' '}
        <a href={`./sweeps.html#file=${encodeURIComponent(`../claims/${file}.json`)}`}>open it under sweeps</a>.
      </p>
    </>
  );
}
