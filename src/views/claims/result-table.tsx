import { memo, useEffect, useMemo, useState } from 'react';
import type { Shown } from '../../claims/claim.ts';
import { say } from '../../copy/say.ts';
import { said } from '../../claims/evidence.ts';
import { bootstrapInterval } from '../../sweeps/bootstrap.ts';
import { interquartileMean, sortedFinite } from '../../sweeps/statistics.ts';
import { cellValues } from '../../sweeps/summary.ts';
import { sweepMeasures } from '../../sweeps/sweep-measures.ts';
import { cellsOf } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { expandSweep } from '../../sweeps/tasks.ts';
import { colorOf } from '../chart/looks.ts';
import type { DataTable, PrintTable } from '../figures/figure.ts';
import { TableButton } from '../figures/table-button.tsx';

interface Entry {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly of: number;
  /** Place of the seed whose number is nearest to the value, and that number; null without one. */
  readonly nearest: { readonly place: number; readonly value: number } | null;
}

const units: Partial<Record<Shown['statistic'], string>> = {
  goalIteration: 'iterations',
  goalSteps: 'environment steps',
  goalMilliseconds: 'milliseconds',
};

/** One number of every cell and column of a sweep, with its interval; each leads to the run in the playground. */
export const ResultTable = memo(function ResultTable({
  record,
  shown,
}: {
  readonly record: SweepRecord;
  readonly shown: Shown;
}) {
  const { sweep } = record;
  const { tasks, series } = useMemo(() => expandSweep(sweep), [sweep]);
  const cells = useMemo(() => cellsOf(sweep), [sweep]);
  const rows = useRows(record, shown, cells, series.length);
  const measure = sweepMeasures.find(({ key }) => key === shown.measure)!;
  const unit = units[shown.statistic] ?? measure.unit;
  const many = sweep.seeds.count > 1;
  return (
    <figure className="result-table">
      <figcaption>
        {say(shown.title)}
        {unit !== '' && <span className="quiet"> ({say(unit)})</span>}
        <span className="quiet">
          {many
            ? say('; interquartile mean of {n} seeds, under it the 95 % stratified bootstrap interval.', {
                n: sweep.seeds.count,
              })
            : say('; one run each: nothing in it is random.')}
        </span>{' '}
        <TableButton
          title={`${say(shown.title)}${unit === '' ? '' : ` (${say(unit)})`}`}
          note={
            many
              ? say('interquartile mean of {n} seeds; in brackets its 95 % bootstrap interval', {
                  n: sweep.seeds.count,
                })
              : say('one run each')
          }
          print={() => printOf(record, series, rows, cells)}
          data={() => dataOf(record, series, rows, cells)}
        />
      </figcaption>
      <div className="scroll" tabIndex={0} role="group" aria-label={say(shown.title)}>
        <table>
          <thead>
            <tr>
              {sweep.vary.map(({ name }) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
              {series.map(({ name, method }) => (
                <th key={name} scope="col" className="number">
                  <span className="swatch" style={{ background: colorOf({ method }) }} aria-hidden="true" /> {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell, place) => (
              <tr key={cell.join()}>
                {cell.map((index, axis) => {
                  const same = place > 0 && axis === 0 && cell.length > 1 && cells[place - 1]![0] === index;
                  return (
                    <th key={sweep.vary[axis]!.name} scope="row" className={same ? 'again' : ''}>
                      {say(sweep.vary[axis]!.values[index]!.label)}
                    </th>
                  );
                })}
                {series.map(({ name }, column) => {
                  const entry = rows[place]?.[column];
                  const seed = sweep.seeds.first + (entry?.nearest?.place ?? 0);
                  const task = tasks.find(
                    (one) =>
                      one.series === column &&
                      one.seed === seed &&
                      one.cell.every((index, axis) => index === cell[axis]),
                  );
                  return (
                    <td key={name} className="number">
                      <EntryView entry={entry} href={`./index.html#${task?.link ?? ''}`} seed={many ? seed : null} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
});

type Rows = readonly (readonly Entry[])[];
type Cells = readonly (readonly number[])[];

function printOf(
  { sweep }: SweepRecord,
  series: readonly { readonly name: string }[],
  rows: Rows,
  cells: Cells,
): PrintTable {
  return {
    head: [...sweep.vary.map(({ name }) => say(name)), ...series.map(({ name }) => name)],
    names: sweep.vary.length,
    rows: cells.map((cell, place) => [
      ...cell.map((index, axis) => ({ text: say(sweep.vary[axis]!.values[index]!.label) })),
      ...series.map((_, column) => {
        const entry = rows[place]?.[column];
        if (entry === undefined || entry.of === 0) return { text: '' };
        const interval = entry.n > 1 && entry.high > entry.low ? `${said(entry.low)} … ${said(entry.high)}` : '';
        return { text: entry.n === 0 ? say('not reached') : said(entry.value), note: interval };
      }),
    ]),
  };
}

function dataOf(
  { sweep }: SweepRecord,
  series: readonly { readonly name: string }[],
  rows: Rows,
  cells: Cells,
): DataTable {
  return {
    columns: [
      ...sweep.vary.map(({ name }) => name),
      'series',
      'value',
      'low end of the 95 % interval',
      'high end',
      'runs that count',
      'runs',
    ],
    rows: cells.flatMap((cell, place) =>
      series.map(({ name }, column) => {
        const { value, low, high, n, of } = rows[place]?.[column] ?? { value: NaN, low: NaN, high: NaN, n: 0, of: 0 };
        return [...cell.map((index, axis) => sweep.vary[axis]!.values[index]!.label), name, value, low, high, n, of];
      }),
    ),
  };
}

function EntryView({
  entry,
  href,
  seed,
}: {
  readonly entry: Entry | undefined;
  readonly href: string;
  /** That the link opens; null where there is only one run. */
  readonly seed: number | null;
}) {
  if (entry === undefined) return <span className="quiet">…</span>;
  const { value, low, high, n, of, nearest } = entry;
  if (of === 0) return <span className="quiet">{say('not run')}</span>;
  return (
    <>
      <a
        href={href}
        title={
          seed === null || nearest === null
            ? say('{value}: open this run in the playground', { value })
            : say('{value}; opens the run nearest to it, seed {seed}: {nearest}', {
                value,
                seed,
                nearest: said(nearest.value),
              })
        }
      >
        {n === 0 ? say('not reached') : said(value)}
      </a>
      {seed !== null && n > 1 && (
        <small className="interval">
          {said(low)} … {said(high)}
        </small>
      )}
      {n > 0 && n < of && <small className="interval">{say('{n} of {of} arrive', { n, of })}</small>}
    </>
  );
}

/** Rows of the table, a cell at a time: thousands of resamples must not hold the page up. */
function useRows(
  record: SweepRecord,
  { measure, statistic }: Shown,
  cells: readonly (readonly number[])[],
  columns: number,
): readonly (readonly Entry[])[] {
  const [rows, setRows] = useState<readonly (readonly Entry[])[]>([]);
  useEffect(() => {
    let current = true;
    const made: Entry[][] = [];
    const next = (): void => {
      if (!current) return;
      const began = performance.now();
      while (made.length < cells.length && performance.now() - began < 10) {
        const cell = cells[made.length]!;
        made.push(Array.from({ length: columns }, (_, series) => entryOf(record, cell, series, measure, statistic)));
      }
      setRows([...made]);
      if (made.length < cells.length) setTimeout(next, 0);
    };
    setTimeout(next, 0);
    return () => {
      current = false;
    };
  }, [record, measure, statistic, cells, columns]);
  return rows;
}

function entryOf(
  record: SweepRecord,
  cell: readonly number[],
  series: number,
  measure: Shown['measure'],
  statistic: Shown['statistic'],
): Entry {
  const all = cellValues(record, cell, series, measure, statistic);
  const finite = sortedFinite(all);
  const value = interquartileMean(finite);
  const [low, high] = finite.length > 1 ? bootstrapInterval([Array.from(finite)], interquartileMean) : [value, value];
  const distance = (at: number): number => (Number.isFinite(all[at]) ? Math.abs(all[at]! - value) : Infinity);
  const place = all.map((_, at) => at).reduce((best, at) => (distance(at) < distance(best) ? at : best), 0);
  const nearest = finite.length === 0 ? null : { place, value: all[place]! };
  return { value, low, high, n: finite.length, of: all.length, nearest };
}
