import { useMemo } from 'react';
import type { Authors } from '../../claims/authors.ts';
import type { Card } from '../../claims/draw-pictures.ts';
import { say, sayCount } from '../../copy/say.ts';
import { said } from '../../claims/evidence.ts';
import { drawFigure } from '../../claims/paper/draw-figure.ts';
import type { Compared, PaperFigure } from '../../claims/paper/paper-figure.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { expandSweep } from '../../sweeps/tasks.ts';
import { OriginContext, sweepOrigin } from '../figures/origin-context.ts';
import { colorOf } from '../chart/looks.ts';
import { LeftOut } from './authors.tsx';
import { PictureView } from './picture-view.tsx';
import { Provenance } from './provenance.tsx';
import type { Reader } from './reader-picker.tsx';
import { saidPanel } from './said-picture.ts';
import { useRecords } from './use-records.ts';

interface PaperDetailProps {
  readonly figure: PaperFigure;
  readonly card: Card | null;
  readonly authors: Authors | null;
  readonly reader: Reader;
}

const RESAMPLES = 300;

/** A figure of the paper that was opened: our curves over counted steps, a word for each number, and what it was made with. */
export function PaperDetail({ figure, card, authors, reader }: PaperDetailProps) {
  const { records, problem } = useRecords([figure.file], true);
  const record = records.get(figure.file);
  const more = useMemo(
    () =>
      record === undefined || authors === null
        ? []
        : drawFigure(figure, record, authors, RESAMPLES).picture.more.map(saidPanel),
    [figure, record, authors],
  );
  return (
    <>
      <p className="sense">{say(figure.about)}</p>
      {problem !== '' && <p role="alert">{say(problem)}</p>}
      {card !== null && (
        <>
          <p className="picture-title">{say(card.picture.title)}</p>
          <PictureView
            panels={more.length > 0 ? more : card.picture.panels.map(saidPanel)}
            dots={[]}
            size="large"
            words={say(card.picture.words)}
          />
          <ComparedTable figure={figure} compared={card.compared ?? []} record={record} />
        </>
      )}
      <details className="claim-tables" open={reader === 'researcher'} key={reader}>
        <summary>{say('How to run it again, and logs that are in doubt')}</summary>
        {record !== undefined && (
          <OriginContext value={sweepOrigin(record.sweep, record.made, `../claims/results/${figure.file}.json`)}>
            <Provenance file={figure.file} record={record} />
          </OriginContext>
        )}
        {authors !== null && <LeftOut authors={authors} worlds={figure.panels.map(({ world }) => world)} />}
      </details>
    </>
  );
}

/** Our numbers beside theirs, with a word and a reason for each; a number opens the first of its runs. */
function ComparedTable({
  figure,
  compared,
  record,
}: {
  readonly figure: PaperFigure;
  readonly compared: readonly Compared[];
  readonly record: SweepRecord | undefined;
}) {
  const links = useMemo(() => (record === undefined ? [] : linksOf(figure, record)), [figure, record]);
  return (
    <div
      className="scroll"
      tabIndex={0}
      role="group"
      aria-label={say('{title}, numbers', { title: say(figure.title) })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say('world')}</th>
            <th scope="col">{say('setting')}</th>
            <th scope="col" className="number">
              {say('return at the end, ours')}
            </th>
            <th scope="col" className="number">
              {say('theirs ± sd')}
            </th>
            <th scope="col">{say('ours lies')}</th>
            <th scope="col">{say('why')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(({ panel, name, method, ours: [middle, low, high], theirs, word, why }, n) => (
            <tr key={panel + name}>
              <th scope="row">{say(panel)}</th>
              <th scope="row">
                <span className="swatch" style={{ background: colorOf({ method }) }} aria-hidden="true" /> {say(name)}
              </th>
              <td className="number">
                {links[n] === undefined ? number(middle) : <a href={`./index.html#${links[n]}`}>{number(middle)}</a>}
                <small className="interval">
                  {number(low)} … {number(high)}
                </small>
              </td>
              <td className="number">
                {theirs === null ? '–' : `${said(theirs.mean)} ± ${theirs.sd === null ? '?' : said(theirs.sd)}`}
                {theirs !== null && (
                  <small className="interval">{sayCount(theirs.runs, '{count} run', '{count} runs')}</small>
                )}
              </td>
              <td data-word={word} className="paper-word">
                {say(word)}
              </td>
              <td className="note">{say(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number of the file; what is none is null there. */
const number = (value: number | null): string => (value === null ? say('none') : said(value));

/** The run of the first seed behind each number. */
function linksOf(figure: PaperFigure, record: SweepRecord): (string | undefined)[] {
  const { tasks, series } = expandSweep(record.sweep);
  return figure.panels.flatMap(({ rows }) =>
    rows.map(({ method, labels }) => {
      const column = series.findIndex((one) => one.method === method);
      const cell = labels.map((label, axis) =>
        record.sweep.vary[axis]!.values.findIndex((value) => value.label === label),
      );
      return tasks.find((task) => task.series === column && task.cell.every((index, axis) => index === cell[axis]))
        ?.link;
    }),
  );
}
