import { say, sayCount } from '../../copy/say.ts';
import { useMemo } from 'react';
import type { CellStatistic } from '../../sweeps/summary.ts';
import { cellCount } from '../../sweeps/sweep-size.ts';
import { readable, whole } from '../format.ts';
import { CurveChart } from '../chart/curve-chart.tsx';
import { HeatTable } from './heat-table.tsx';
import { looksOf } from '../chart/looks.ts';
import { TableButton } from '../figures/table-button.tsx';
import { betterStatistic, betterWords, statisticName } from './measure-names.ts';
import type { PaneProps } from './pane.ts';
import { overallOf, type Overall } from './summaries.ts';
import { useSliced, type Job } from './use-sliced.ts';

/** All cells together: means, who has the larger value, and profiles. */
export function OverallPane({ record, series, measure, statistic }: PaneProps & { readonly statistic: CellStatistic }) {
  const count = series.length;
  const better = betterStatistic(statistic, measure);
  const jobs = useMemo(
    (): Job<Overall>[] => [
      {
        key: `${measure} ${statistic}`,
        stamp: `${record.results.length} ${record.results.filter(({ failure }) => failure !== '').length}`,
        work: () => overallOf(record, count, measure, statistic, better),
      },
    ],
    [record, count, measure, statistic, better],
  );
  const overall = useSliced(jobs).get(`${measure} ${statistic}`);
  const name = statisticName(statistic, measure);
  const cells = cellCount(record.sweep);
  if (overall === undefined) return null;
  const looks = looksOf(series);
  const names = series.map((one) => one.name);
  const lower = better === 'lower';
  return (
    <section aria-label={say('All together')}>
      <h3>{sayCount(cells, 'All runs together', 'All {count} combinations together')}</h3>
      <p className="quiet">
        {name[0]?.toUpperCase()}
        {name.slice(1)}
        {better !== null && <b>, {betterWords(better)}</b>}.{' '}
        {say(
          count > 1 && overall.comparisons !== overall.resamples
            ? 'Runs are drawn anew within each combination ({times} times, {comparisons} for probabilities), and values are not normalised: where combinations differ in scale, the largest ones speak loudest.'
            : 'Runs are drawn anew within each combination ({times} times), and values are not normalised: where combinations differ in scale, the largest ones speak loudest.',
          { times: whole(overall.resamples), comparisons: whole(overall.comparisons) },
        )}
      </p>
      <div className="overall">
        <div className="overall-means">
          <TableButton
            title={say('All together: {measure}', { measure: name })}
            note={[say('interquartile mean'), betterWords(better)].filter((words) => words !== '').join('; ')}
            print={() => ({
              head: [say('series'), say('interquartile mean'), say('95 % interval'), say('runs')],
              names: 1,
              rows: overall.means.map(({ value, low, high, n, of }, index) => [
                { text: names[index]! },
                { text: readable(value) },
                { text: high > low ? `${readable(low)} … ${readable(high)}` : '–' },
                { text: n === of ? String(n) : say('{n} of {all}', { n, all: of }) },
              ]),
            })}
            data={() => ({
              columns: [
                'series',
                'interquartile mean',
                'low end of the 95 % interval',
                'high end',
                'runs that count',
                'runs',
              ],
              rows: overall.means.map(({ value, low, high, n, of }, index) => [names[index]!, value, low, high, n, of]),
            })}
          />
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('series')}</th>
                <th scope="col" className="number">
                  {say('interquartile mean')}
                </th>
                <th scope="col" className="number">
                  {say('95 % interval')}
                </th>
                <th scope="col" className="number">
                  {say('runs')}
                </th>
              </tr>
            </thead>
            <tbody>
              {overall.means.map(({ value, low, high, n, of }, index) => (
                <tr key={names[index]}>
                  <th scope="row">{names[index]}</th>
                  <td className="number">{readable(value)}</td>
                  <td className="number">{high > low ? `${readable(low)} … ${readable(high)}` : '–'}</td>
                  <td className="number">{n === of ? n : say('{n} of {all}', { n, all: of })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {count > 1 && (
          <HeatTable
            named={() => ({
              title: say(
                better === null
                  ? 'Probability that a run of the row has the larger value than one of the column'
                  : 'Probability that a run of the row is better than one of the column',
              ),
              rowName: say('run of'),
              columnName: say('against a run of'),
              rows: names,
              columns: names,
              valueName: say('probability, ties counting half; 95 % interval beneath'),
            })}
            cells={overall.ahead.map((row) =>
              row.map((cell) =>
                cell === null
                  ? { value: NaN }
                  : {
                      value: cell.value,
                      low: cell.low,
                      high: cell.high,
                      note: cell.high > cell.low ? `${readable(cell.low)} … ${readable(cell.high)}` : '',
                    },
              ),
            )}
            domain={[0, 1]}
          />
        )}
        <div className="profile">
          <h4>{say('Performance profile')}</h4>
          <p className="quiet counts">
            {say(
              lower
                ? 'The share of runs that lie at a threshold or below: {measure}.'
                : 'The share of runs that lie above a threshold: {measure}.',
              { measure: name },
            )}
            {better !== null && ` ${say('The higher a line, the better.')}`}
          </p>
          <CurveChart
            title={say('Performance profile')}
            xLabel={say('threshold') + unitOf(name)}
            yLabel={say(lower ? 'share of runs at it or below' : 'share of runs above')}
            series={series.flatMap((one, index) =>
              overall.means[index]!.n === 0
                ? []
                : [
                    {
                      name: one.name,
                      ...looks[index]!,
                      at: overall.thresholds,
                      middle: overall.profiles[index]!.map(({ value }) => value),
                      low: overall.profiles[index]!.map(({ low }) => low),
                      high: overall.profiles[index]!.map(({ high }) => high),
                    },
                  ],
            )}
            height={240}
            yDomain={[0, 1]}
          />
        </div>
      </div>
    </section>
  );
}

/** The unit that a name ends with. */
function unitOf(name: string): string {
  const unit = /\([^()]*\)$/.exec(name)?.[0];
  return unit === undefined ? '' : ` ${unit}`;
}
