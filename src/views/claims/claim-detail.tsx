import { useMemo } from 'react';
import type { Authors } from '../../claims/authors.ts';
import type { Claim, Verdict } from '../../claims/claim.ts';
import { drawClaim } from '../../claims/draw-pictures.ts';
import type { Panel, Picture } from '../../claims/pictures/picture.ts';
import { say } from '../../copy/say.ts';
import { OriginContext, sweepOrigin } from '../figures/origin-context.ts';
import { AuthorsTable } from './authors.tsx';
import { ExplainedText } from './explained-text.tsx';
import { PictureView } from './picture-view.tsx';
import { Provenance } from './provenance.tsx';
import type { Reader } from './reader-picker.tsx';
import { saidPanel, saidPicture } from './said-picture.ts';
import { ResultTable } from './result-table.tsx';
import { TryIt } from './try-it.tsx';
import { useRecords } from './use-records.ts';
import { useTrial } from './use-trial.ts';

interface ClaimDetailProps {
  readonly claim: Claim;
  readonly verdict: Verdict | null;
  readonly picture: Picture | null;
  readonly authors: Authors | null;
  readonly reader: Reader;
}

const NONE: readonly Panel[] = [];
/** Of the intervals of panels that are drawn only where there is room. */
const RESAMPLES = 500;

/** A claim that was opened: its sense, the large picture, why, a version to run here, and below them everything that it rests on. */
export function ClaimDetail({ claim, verdict, picture: drawn, authors, reader }: ClaimDetailProps) {
  const picture = useMemo(() => (drawn === null ? null : saidPicture(drawn)), [drawn]);
  const { records, problem } = useRecords(
    claim.experiments.map(({ file }) => file),
    true,
  );
  const trial = useTrial(claim, records);
  const more = useMemo(() => drawClaim(claim, records, RESAMPLES)?.more.map(saidPanel) ?? NONE, [claim, records]);
  const dots = trial.picture === null ? NONE : [...trial.picture.panels, ...trial.picture.more];
  return (
    <>
      <p className="sense">{say(claim.sense)}</p>
      {problem !== '' && <p role="alert">{say(problem)}</p>}
      {picture !== null && (
        <>
          <p className="picture-title">{picture.title}</p>
          <PictureView panels={picture.panels} dots={dots} size="large" words={picture.words} />
        </>
      )}
      <div className="claim-told">
        <div>
          <h4>{say('Why')}</h4>
          <ul>
            {claim.why.map((line) => (
              <li key={line}>
                <ExplainedText text={say(line)} />
              </li>
            ))}
          </ul>
          <h4>{say('In numbers')}</h4>
          <ul className="verdict">
            {verdict?.sentences.map((sentence) => (
              <li key={sentence}>{say(sentence)}</li>
            ))}
          </ul>
        </div>
        <TryIt claim={claim} trial={trial} committed={verdict} />
      </div>
      {more.length > 0 && (
        <details className="claim-tables" open={reader === 'researcher'} key={`more ${reader}`}>
          <summary>{say('The same in other settings ({n})', { n: more.length })}</summary>
          <PictureView panels={more} dots={dots} size="large" words="" />
        </details>
      )}
      <details className="claim-tables" open={reader === 'researcher'} key={reader}>
        <summary>{say('All settings in tables, and how to run it again')}</summary>
        {claim.experiments.map(({ file, shows }) => {
          const record = records.get(file);
          if (record === undefined)
            return problem === '' ? <p key={file}>{say('Fetching {file}…', { file })}</p> : null;
          return (
            <OriginContext key={file} value={sweepOrigin(record.sweep, record.made, `../claims/results/${file}.json`)}>
              <div className="experiment">
                <Provenance file={file} record={record} />
                {shows.map((shown) => (
                  <ResultTable key={shown.title} record={record} shown={shown} />
                ))}
              </div>
            </OriginContext>
          );
        })}
      </details>
      {authors !== null && <AuthorsTable authors={authors} of={claim.authors} open={reader === 'researcher'} />}
    </>
  );
}
