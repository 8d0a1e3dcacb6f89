import { say } from '../../copy/say.ts';
import { useState } from 'react';
import { symbol } from 'd3';
import type { Series } from '../../sweeps/series-names.ts';
import type { CellStatistic } from '../../sweeps/summary.ts';
import type { SweepMeasure } from '../../sweeps/sweep.ts';
import { AxisPane } from './axis-pane.tsx';
import { CurvesPane } from './curves-pane.tsx';
import { looksOf } from '../chart/looks.ts';
import { betterStatistic, betterWords, judgedName, statisticsOf, timeAxes, type TimeAxis } from './measure-names.ts';
import { made } from '../../playground/made.ts';
import type { ShownSweep } from '../../playground/sweep-desk.ts';
import { OriginContext, sweepOrigin } from '../figures/origin-context.ts';
import { OverallPane } from './overall-pane.tsx';
import { symbols } from '../draw/symbols.ts';
import { useRecord } from './use-sweep.ts';

/** Everything that is known of a sweep's runs, as they come. */
export function Results({ shown }: { readonly shown: ShownSweep }) {
  const { runner, by } = shown;
  const record = useRecord(runner);
  const { sweep, series } = runner;
  const [measure, setMeasure] = useState<SweepMeasure>(sweep.measures[0] ?? 'return');
  const [statistic, setStatistic] = useState<CellStatistic>('final');
  const [time, setTime] = useState<TimeAxis>('iteration');
  const [logY, setLogY] = useState(false);
  const times = timeAxes.filter(({ key }) => key === 'iteration' || sweep.measures.includes(key));
  const pane = { runner, record, series, measure };
  return (
    <OriginContext value={sweepOrigin(sweep, { ...made(), ...by })}>
      <section className="sweep-results" aria-label={say('Results')}>
        <h2>{say(sweep.title)}</h2>
        {sweep.about !== '' && <p>{say(sweep.about)}</p>}
        <div className="result-bar">
          <label>
            <span>{say('measure')}</span>{' '}
            <select value={measure} onChange={({ target }) => setMeasure(target.value as SweepMeasure)}>
              {sweep.measures.map((key) => (
                <option key={key} value={key}>
                  {judgedName(key)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{say('number of a run')}</span>{' '}
            <select value={statistic} onChange={({ target }) => setStatistic(target.value as CellStatistic)}>
              {statisticsOf(sweep).map(({ key, label }) => (
                <option key={key} value={key}>
                  {say(label)}
                </option>
              ))}
            </select>
          </label>
          {times.length > 1 && (
            <label>
              <span>{say('curves over')}</span>{' '}
              <select value={time} onChange={({ target }) => setTime(target.value as TimeAxis)}>
                {times.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {say(label)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            <input type="checkbox" checked={logY} onChange={({ target }) => setLogY(target.checked)} />{' '}
            {say('log values')}
          </label>
        </div>
        <Legend series={series} seeds={sweep.seeds.count} better={betterWords(betterStatistic(statistic, measure))} />
        <CurvesPane {...pane} time={time} logY={logY} />
        <AxisPane {...pane} statistic={statistic} logY={logY} />
        <OverallPane {...pane} statistic={statistic} />
      </section>
    </OriginContext>
  );
}

/** Which line is which, and what a line and a band are. */
function Legend({
  series,
  seeds,
  better,
}: {
  readonly series: readonly Series[];
  readonly seeds: number;
  readonly better: string;
}) {
  const looks = looksOf(series);
  return (
    <p className="sweep-legend">
      {series.map(({ name }, index) => {
        const { color, dash, mark } = looks[index]!;
        return (
          <span key={name} className="legend-entry">
            <svg width="34" height="12" aria-hidden="true">
              <line x1="0" x2="34" y1="6" y2="6" stroke={color} strokeWidth="2" strokeDasharray={dash.join(' ')} />
              <path d={symbol(symbols[mark], 34)() ?? undefined} fill={color} transform="translate(17,6)" />
            </svg>
            {name}
          </span>
        );
      })}
      <span className="quiet">
        {seeds > 1
          ? say(
              'Line: interquartile mean over {seeds} seeds. Band and bars: its 95 % bootstrap interval, where seeds differ.',
              { seeds },
            )
          : say('One seed: every line is one run, without an interval.')}
      </span>
      {better !== '' && <b>{better}</b>}
    </p>
  );
}
