import { say, sayCount } from '../../copy/say.ts';
import { curveBandSteps } from '../../sweeps/summary.ts';
import { useMemo, useState } from 'react';
import type { CurveBand } from '../../sweeps/summary.ts';
import { axisName, valueSaid } from '../../sweeps/settings.ts';
import { baseConfig, cellsOf } from '../../sweeps/sweep-size.ts';
import type { Sweep, SweepMeasure } from '../../sweeps/sweep.ts';
import { CurveChart } from '../chart/curve-chart.tsx';
import type { CurveSeries } from '../chart/curve-picture.tsx';
import { looksOf } from '../chart/looks.ts';
import { methodsIn } from './methods-in.ts';
import { cellName, judgedName, timeAxes, type TimeAxis } from './measure-names.ts';
import type { PaneProps } from './pane.ts';
import { runHref, RunLinks } from './run-links.tsx';
import { stampOf } from './summaries.ts';
import { useSliced, type Job } from './use-sliced.ts';

/** Cells that are shown side by side; of more, one is picked. */
const MOST_CELLS = 8;

interface CurvesProps extends PaneProps {
  readonly time: TimeAxis;
  readonly logY: boolean;
}

/** Curves of a measure, a chart for every cell, or for the one that is picked. */
export function CurvesPane({ runner, record, series, measure, time, logY }: CurvesProps) {
  const { sweep } = record;
  const cells = useMemo(() => cellsOf(sweep), [sweep]);
  const [picked, setPicked] = useState<readonly number[]>(() => cells[0] ?? []);
  const many = cells.length > MOST_CELLS;
  const shown = useMemo(() => (many ? [picked] : cells), [many, picked, cells]);
  const count = series.length;
  const jobs = useMemo((): Job<CurveBand>[] => {
    const wanted: SweepMeasure[] = time === 'iteration' ? [measure] : [measure, time];
    return shown.flatMap((cell) =>
      Array.from({ length: count }, (_, index) =>
        wanted.map((of) => ({
          key: keyOf(cell, index, of),
          stamp: stampOf(record, cell, index),
          work: () => curveBandSteps(record, cell, index, of),
        })),
      ).flat(),
    );
  }, [record, shown, count, measure, time]);
  const bands = useSliced(jobs);
  const curvesOf = (cell: readonly number[]): CurveSeries[] => {
    const looks = looksOf(methodsIn(sweep, cell, series));
    return series.flatMap(({ name }, index) => {
      const band = bands.get(keyOf(cell, index, measure));
      const at = time === 'iteration' ? band?.at : bands.get(keyOf(cell, index, time))?.middle;
      if (band === undefined || at === undefined || band.n.every((n) => n === 0)) return [];
      const { middle, low, high } = band;
      return [{ name, ...looks[index]!, at, middle, low, high, href: runHref(runner, cell, index) }];
    });
  };
  return (
    <section aria-label={say('Curves')}>
      <h3>{say('Curves')}</h3>
      {many && <CellPicker sweep={sweep} cell={picked} pick={setPicked} />}
      <div className={shown.length === 1 ? 'multiples one' : 'multiples'}>
        {shown.map((cell) => {
          const counts = series.map((_, index) => bands.get(keyOf(cell, index, measure)));
          return (
            <div key={cell.join()} className="multiple">
              {cell.length > 0 && <h4>{cellName(sweep, cell)}</h4>}
              <CurveChart
                title={cellName(sweep, cell) || say(sweep.title)}
                xLabel={say(timeAxes.find(({ key }) => key === time)!.name)}
                yLabel={judgedName(measure)}
                series={curvesOf(cell)}
                logY={logY}
                height={shown.length === 1 ? 300 : 210}
              />
              <p className="quiet counts">{countsOf(counts, sweep.seeds.count)}</p>
              <RunLinks runner={runner} cell={cell} series={series} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** How many runs there are of each series, in words. */
function countsOf(bands: readonly (CurveBand | undefined)[], of: number): string {
  const counts = bands.map((band) => Math.max(0, ...(band?.n ?? [])));
  const [first = 0] = counts;
  const words = counts.every((n) => n === first) ? String(first) : counts.join(', ');
  return sayCount(of, 'n = {words} of {count} seed', 'n = {words} of {count} seeds', { words });
}

interface CellPickerProps {
  readonly sweep: Sweep;
  readonly cell: readonly number[];
  readonly pick: (cell: readonly number[]) => void;
}

function CellPicker({ sweep, cell, pick }: CellPickerProps) {
  return (
    <div className="cell-picker">
      {sweep.vary.map((varied, axis) => (
        <label key={varied.name}>
          <span>{axisName(varied, baseConfig(sweep).world.kind)}</span>{' '}
          <select
            value={cell[axis]}
            onChange={({ target }) => pick(cell.map((value, n) => (n === axis ? Number(target.value) : value)))}
          >
            {varied.values.map(({ label }, n) => (
              <option key={n} value={n}>
                {valueSaid(label)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function keyOf(cell: readonly number[], series: number, measure: SweepMeasure): string {
  return `${cell.join()} ${series} ${measure}`;
}
