import { useState, type KeyboardEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { RecordedLine } from '../../claims/recordings/recorded-line.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { measureInfo, type Measure } from '../../training/measure.ts';
import { columnNames } from '../../config/column-names.ts';
import type { ChartContent } from '../chart/chart-content.ts';
import { useCanvasColors } from '../use-theme.ts';
import { BIG_WINDOW, useMedia } from '../use-media.ts';
import { useConfig, usePicture, usePlayground, useReferences, useSignal, useView } from '../use-playground.ts';
import { Chart } from './chart.tsx';
import { hear } from './heard-curves.ts';
import { chartsOf, firstOf, labelOf } from './live-charts.ts';
import { courseOf, measureContent, RECORDED_MEASURE, TIME_AXES } from './measure-content.ts';
import { iterationAt } from './measure-lines.ts';
import { RecordedLegend } from './recorded-legend.tsx';
import { recordedCourse } from './recorded-words.ts';

/** Charts that are always in sight; the rest is one click away. */
const IN_SIGHT = 3;

/**
 * The strips beside the columns, with one playhead through all of them.
 * @param height of each, in pixels, where it is not the usual one
 */
export function Charts({ height }: { readonly height?: number }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const timeAxis = useView((view) => view.timeAxis);
  const logTime = useView((view) => view.logTime);
  const recordedCurves = useView((view) => view.recordedCurves);
  const wishes = useView((view) => view.charts);
  const more = useView((view) => view.moreCharts);
  const single = useConfig((config) => config.view !== 'explore');
  const { kind } = usePicture();
  const learned = kind === 'table' ? 'tables' : 'networks';
  const charts = chartsOf(kind);
  // a wish that this world does not have waits for one that has it
  const chosen = charts.map(({ choices }, place) => {
    const wish = choices.find((choice) => choice === wishes[place]);
    return wish ?? firstOf(choices, kind);
  });
  const [stop, setStop] = useState(0);
  // Up and Down go to the chart before or after
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.chart-canvas')];
    const next = all.indexOf(event.target as HTMLElement) + step;
    if (step === 0 || !all.includes(event.target as HTMLElement) || all[next] === undefined) return;
    event.preventDefault();
    setStop(next);
    all[next].focus();
  };
  const sampled = useConfig((config) => config.training.estimator !== 'exact') || learned === 'networks';
  return (
    <section className="charts" aria-label={say(height === undefined ? 'Charts' : 'Chart')} onKeyDown={walk}>
      <div className="chart-row">
        {charts.slice(0, single ? 1 : more ? charts.length : IN_SIGHT).map(({ title, choices }, place) => (
          <div key={title} className="chart-cell">
            {more ? (
              <label className="chart-title">
                <span className="visually-hidden">{say('{title} chart shows', { title: say(title) })}</span>
                <select
                  value={chosen[place]}
                  onChange={(event) => playground.look({ charts: chosen.with(place, event.target.value as Measure) })}
                >
                  {choices.map((key) => (
                    <option key={key} value={key} title={labelOf(key)}>
                      {say(measureInfo(key).label)}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <h3 className="chart-title">{say(measureInfo(chosen[place]!).label)}</h3>
            )}
            <OneChart title={title} measure={chosen[place]!} height={height} stop={place === stop} />
            <RecordedLegend measure={chosen[place]!} />
          </div>
        ))}
      </div>
      {!single && (
        <div className="chart-bar">
          <button
            type="button"
            className="link"
            aria-expanded={more}
            onClick={() => playground.look({ moreCharts: !more })}
          >
            {say(more ? 'fewer charts' : 'more charts')}
          </button>
          {more && (
            <>
              <label>
                {say('x-axis')}{' '}
                <select
                  value={timeAxis}
                  onChange={(event) => playground.look({ timeAxis: event.target.value as TimeAxis })}
                >
                  {Object.entries(TIME_AXES).map(([value, label]) => (
                    <option
                      key={value}
                      value={value}
                      disabled={(value === 'steps' && !sampled) || (value === 'simulated' && learned === 'tables')}
                    >
                      {say(label)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={logTime}
                  onChange={(event) => playground.look({ logTime: event.target.checked })}
                />{' '}
                {say('log x-axis')}
              </label>
              {learned === 'networks' && (
                <label>
                  <input
                    type="checkbox"
                    checked={recordedCurves}
                    onChange={(event) => playground.look({ recordedCurves: event.target.checked })}
                  />{' '}
                  {say('recorded curves')}
                </label>
              )}
              <button
                type="button"
                title={say('The first chart’s curves, one column after another: higher where they are higher')}
                onClick={() =>
                  hear(
                    playground.runs.map(({ history }) =>
                      Array.from({ length: history.length }, (_, position) => history.at(position, chosen[0]!)),
                    ),
                  )
                }
              >
                {say('hear the curves')}
              </button>
              <span className="quiet chart-hint">
                {say(
                  'Click a chart to go to that update. ▲ on the axis: a live change · ▲ at the top edge: ∞ · ✕: radius exceeded',
                )}
              </span>
            </>
          )}
        </div>
      )}
    </section>
  );
}

interface OneChartProps {
  readonly title: string;
  readonly measure: Measure;
  readonly height: number | undefined;
  readonly stop: boolean;
}

function OneChart({ title, measure, height, stop }: OneChartProps) {
  const playground = usePlayground();
  const timeAxis = useView((view) => view.timeAxis);
  const logTime = useView((view) => view.logTime);
  const lecture = useConfig((config) => config.view === 'lecture');
  const big = useMedia(BIG_WINDOW);
  const runs = useConfig((config) => config.runs);
  const changes = useConfig((config) => config.changes);
  const references = useReferences();
  const recordedCurves = useView((view) => view.recordedCurves);
  const colors = useCanvasColors();
  const names = columnNames(runs);
  const recordedNow = (): readonly RecordedLine[] =>
    recordedCurves && measure === RECORDED_MEASURE ? (playground.recorded?.lines ?? []) : [];
  const content = (width: number, tall: number): ChartContent => {
    const recorded = recordedNow();
    const seen = { playground, measure, timeAxis, logTime, runs, changes, references, recorded, colors };
    return measureContent(seen, width, tall);
  };
  // the whole course, and not only where it stands
  const describe = (): string =>
    playground.runs.map((run, n) => courseOf(run, names[n] ?? '', measure)).join('; ') +
    recordedCourse(runs, recordedNow());
  return (
    <Chart
      title={`${say(title)}: ${labelOf(measure)}`}
      signal={playground.changed}
      content={content}
      describe={describe}
      height={height ?? (lecture ? (big ? 420 : 300) : 150)}
      zoom={lecture ? 1.7 : 1}
      stop={stop}
      onSeek={(x) => {
        const lead = playground.runs.find((run) => run.history.length > 0);
        if (lead !== undefined) playground.goTo(iterationAt(lead.history, x, timeAxis, logTime));
      }}
    />
  );
}
