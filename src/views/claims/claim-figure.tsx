import { useEffect, useState } from 'react';
import type { Figure } from '../../claims/claim.ts';
import { bootstrapInterval } from '../../sweeps/bootstrap.ts';
import { seriesNames } from '../../sweeps/series-names.ts';
import { interquartileMean, sortedFinite } from '../../sweeps/statistics.ts';
import { cellValues, curveBand } from '../../sweeps/summary.ts';
import { sweepMeasures } from '../../sweeps/sweep-measures.ts';
import { columnsOf } from '../../sweeps/sweep-size.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';
import { looksOf } from '../chart/looks.ts';
import { CurveChart } from '../chart/curve-chart.tsx';
import type { CurveSeries } from '../chart/curve-picture.tsx';

/** One chart of an experiment, a panel for each place that it names. */
export function ClaimFigure({ record, figure }: { readonly record: SweepRecord; readonly figure: Figure }) {
  const { sweep } = record;
  const measure = sweepMeasures.find(({ key }) => key === figure.measure)!;
  const unit = measure.unit === '' ? '' : ` (${measure.unit})`;
  const many = sweep.seeds.count > 1;
  return (
    <div className="claim-figure">
      <p>
        {figure.title}
        <span className="quiet">
          {many
            ? `: interquartile mean of ${sweep.seeds.count} seeds with its 95 % bootstrap interval.`
            : '. One run each: nothing in it is random.'}
        </span>
      </p>
      <div className="panels">
        {figure.where.map((labels) => (
          <Panel
            key={labels.join()}
            record={record}
            figure={figure}
            labels={labels}
            xLabel={figure.x === 'iteration' ? 'iteration' : sweep.vary[0]!.name}
            yLabel={`${measure.label}${unit}`}
          />
        ))}
      </div>
    </div>
  );
}

interface PanelProps {
  readonly record: SweepRecord;
  readonly figure: Figure;
  readonly labels: readonly string[];
  readonly xLabel: string;
  readonly yLabel: string;
}

function Panel({ record, figure, labels, xLabel, yLabel }: PanelProps) {
  const [series, setSeries] = useState<readonly CurveSeries[]>([]);
  useEffect(() => {
    // resampling takes its time: a line a task
    let current = true;
    const made: CurveSeries[] = [];
    const lines = linesOf(record, figure, labels);
    const next = (): void => {
      const line = lines[made.length];
      if (!current || line === undefined) return;
      made.push(line());
      setSeries([...made]);
      setTimeout(next, 0);
    };
    const timer = setTimeout(next, 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [record, figure, labels]);
  const place = labels.join(', ');
  return (
    <div className="panel">
      {place !== '' && <h4>{place}</h4>}
      <CurveChart
        title={`${figure.title}${place === '' ? '' : `, ${place}`}`}
        xLabel={xLabel}
        yLabel={yLabel}
        series={series}
        logX={figure.logX}
        logY={figure.logY}
        height={230}
      />
    </div>
  );
}

/** Ways to make each line of a panel. */
function linesOf(record: SweepRecord, figure: Figure, labels: readonly string[]): (() => CurveSeries)[] {
  const { vary } = record.sweep;
  const place = (axis: number, label: string): number => vary[axis]!.values.findIndex((value) => value.label === label);
  const series = seriesNames(columnsOf(record.sweep), false);
  if (figure.lines === 'columns') {
    const looks = looksOf(series);
    return series.map(({ name }, column) => () => {
      const cell = labels.map((label, n) => place(figure.x === 'axis' ? n + 1 : n, label));
      return { name, ...looks[column]!, ...curveOf(record, figure, cell, column) };
    });
  }
  // values of an axis are lines of the one method that they are values of
  const looks = looksOf(vary[1]!.values.map(() => series[0]!));
  return vary[1]!.values.map(({ label }, value) => () => {
    const cell = figure.x === 'axis' ? [value] : [place(0, labels[0]!), value];
    return { name: label, ...looks[value]!, ...curveOf(record, figure, cell, 0) };
  });
}

/** @param cell where neither is x: without the first axis, if that is x */
function curveOf(
  record: SweepRecord,
  { x, measure, statistic }: Figure,
  cell: readonly number[],
  column: number,
): Pick<CurveSeries, 'at' | 'middle' | 'low' | 'high'> {
  if (x === 'iteration') return curveBand(record, cell, column, measure);
  const points = record.sweep.vary[0]!.values.map(({ label }, value) => {
    const finite = sortedFinite(cellValues(record, [value, ...cell], column, measure, statistic));
    const middle = interquartileMean(finite);
    const [low, high] =
      finite.length > 1 ? bootstrapInterval([Array.from(finite)], interquartileMean) : [middle, middle];
    return { at: Number(label), middle, low, high };
  });
  return {
    at: points.map(({ at }) => at),
    middle: points.map(({ middle }) => middle),
    low: points.map(({ low }) => low),
    high: points.map(({ high }) => high),
  };
}
