import { say } from '../../copy/say.ts';
import { useMemo } from 'react';
import type { CellStatistic } from '../../sweeps/summary.ts';
import { axisName, valueSaid } from '../../sweeps/settings.ts';
import { baseConfig, cellsOf } from '../../sweeps/sweep-size.ts';
import type { Axis } from '../../sweeps/sweep.ts';
import { readable } from '../format.ts';
import { CurveChart } from '../chart/curve-chart.tsx';
import type { CurveSeries } from '../chart/curve-picture.tsx';
import { domainOf, HeatTable, type HeatCell } from './heat-table.tsx';
import { looksOf } from '../chart/looks.ts';
import { betterStatistic, betterWords, statisticName } from './measure-names.ts';
import type { PaneProps } from './pane.ts';
import { runHref } from './run-links.tsx';
import { stampOf, valueOf, type Summed } from './summaries.ts';
import { useSliced, type Job } from './use-sliced.ts';

interface AxisPaneProps extends PaneProps {
  readonly statistic: CellStatistic;
  readonly logY: boolean;
}

/** One number of every cell: against the axis, or as a table over both. */
export function AxisPane({ runner, record, series, measure, statistic, logY }: AxisPaneProps) {
  const { sweep } = record;
  const count = series.length;
  const jobs = useMemo(
    (): Job<Summed>[] =>
      cellsOf(sweep).flatMap((cell) =>
        Array.from({ length: count }, (_, index) => ({
          key: `${cell.join()} ${index} ${measure} ${statistic}`,
          stamp: stampOf(record, cell, index),
          work: () => valueOf(record, cell, index, measure, statistic),
        })),
      ),
    [record, sweep, count, measure, statistic],
  );
  const values = useSliced(jobs);
  const valueAt = (cell: readonly number[], index: number): Summed | undefined =>
    values.get(`${cell.join()} ${index} ${measure} ${statistic}`);
  const name = statisticName(statistic, measure);
  const judged = (): string =>
    [statisticName(statistic, measure), betterWords(betterStatistic(statistic, measure))]
      .filter((words) => words !== '')
      .join(', ');
  const [first, second] = sweep.vary;
  const nameOf = (axis: Axis): string => axisName(axis, baseConfig(sweep).world.kind);
  const labels = (axis: Axis): string[] => axis.values.map(({ label }) => valueSaid(label));
  if (first === undefined) return null;
  if (second !== undefined) {
    const domain = domainOf(Array.from(values.values(), ({ value }) => value));
    return (
      <section aria-label={say('Over both axes')}>
        <h3>{say('Over both axes')}</h3>
        <p className="quiet">
          {say(
            'Every cell: the middle of its runs, its interval, and how many runs count where some do not; it opens the run of the first seed. All tables have the same colours.',
          )}
        </p>
        <div className="heat-tables">
          {series.map(({ name: of }, index) => (
            <HeatTable
              key={of}
              named={() => ({
                title: `${of}, ${statisticName(statistic, measure)}`,
                rowName: nameOf(first),
                columnName: nameOf(second),
                rows: labels(first),
                columns: labels(second),
                valueName: judged(),
              })}
              cells={first.values.map((_, row) =>
                second.values.map((__, column) =>
                  heatCell(valueAt([row, column], index), runHref(runner, [row, column], index)),
                ),
              )}
              domain={domain}
            />
          ))}
        </div>
      </section>
    );
  }
  const numbers = numbersOf(first);
  const at = (place: number, index: number): number =>
    numbers?.[place] ?? place + (index - (count - 1) / 2) * Math.min(0.14, 0.6 / count);
  const looks = looksOf(series);
  const curves = series.flatMap(({ name: of }, index): CurveSeries[] => {
    const points = first.values.map((_, place) => valueAt([place], index));
    if (points.every((point) => (point?.n ?? 0) === 0)) return [];
    return [
      {
        name: of,
        ...looks[index]!,
        at: points.map((_, place) => at(place, index)),
        middle: points.map((point) => point?.value ?? NaN),
        low: points.map((point) => point?.low ?? NaN),
        high: points.map((point) => point?.high ?? NaN),
      },
    ];
  });
  const logX = numbers !== null && isWide(numbers);
  const short = first.values.flatMap((_, place) =>
    series.flatMap(({ name: of }, index) => {
      const point = valueAt([place], index);
      return point === undefined || point.of === 0 || point.n === point.of
        ? []
        : [
            say('{value}, {series}: {n} of {all}', {
              value: valueSaid(first.values[place]!.label),
              series: of,
              n: point.n,
              all: point.of,
            }),
          ];
    }),
  );
  return (
    <section aria-label={say('Over the axis')}>
      <h3>{say('Against {axis}', { axis: nameOf(first) })}</h3>
      <CurveChart
        title={say('{measure} against {axis}', { measure: name, axis: nameOf(first) })}
        xLabel={nameOf(first)}
        yLabel={judged()}
        series={curves}
        xTicks={labels(first).map((label, place) => ({ value: numbers?.[place] ?? place, label }))}
        logX={logX}
        logY={logY}
        intervals="bars"
        joined={numbers !== null}
        height={300}
      />
      {short.length > 0 && (
        <p className="quiet">
          {say('Not all runs have this number. {which}.', { which: short.slice(0, 12).join('; ') })}
        </p>
      )}
    </section>
  );
}

/** The values of an axis where they are different numbers; else null. */
function numbersOf({ values }: Axis): readonly number[] | null {
  const numbers = values.map(({ label }) => (label.trim() === '' ? NaN : Number(label)));
  return numbers.every(Number.isFinite) && new Set(numbers).size === numbers.length ? numbers : null;
}

/** Positive numbers over more than one power of ten. */
function isWide(numbers: readonly number[]): boolean {
  return Math.min(...numbers) > 0 && Math.max(...numbers) > 10 * Math.min(...numbers);
}

function heatCell(point: Summed | undefined, href: string | undefined): HeatCell | undefined {
  if (point === undefined) return undefined;
  const { value, low, high, n, of } = point;
  if (of === 0) return { value: NaN, note: say('not run'), href };
  const interval = high > low ? `${readable(low)} … ${readable(high)}` : '';
  const short = n < of ? say('{n} of {all}', { n, all: of }) : '';
  return { value, low, high, note: [interval, short].filter((part) => part !== '').join(' · '), href };
}
