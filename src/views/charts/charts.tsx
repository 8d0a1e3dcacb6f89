import { useState } from 'react';
import type { Run } from '../../playground/run.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { measureInfo, measuresIn, type Chart as MeasureChart, type Measure } from '../../training/measure.ts';
import { columnNames } from '../../config/column-names.ts';
import type { ChartContent, ChartLine, Reference } from '../chart/chart-content.ts';
import { looksOf, type LineLook } from '../chart/looks.ts';
import { readable } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useConfig, usePicture, usePlayground, useSignal, useView } from '../use-playground.ts';
import { Chart } from './chart.tsx';

/** The live charts of finite worlds and of physics tasks, with their titles. */
const CHARTS: Readonly<Record<'tables' | 'networks', readonly (readonly [MeasureChart, string])[]>> = {
  tables: [
    ['return', 'Return'],
    ['movement', 'Movement'],
    ['multiplier', 'Multiplier'],
    ['gap', 'Distance to the optimum'],
  ],
  networks: [
    ['return', 'Return'],
    ['movement', 'Movement'],
    ['multiplier', 'Multiplier'],
    ['learning', 'Learning'],
  ],
};

const TIME_AXES: Record<TimeAxis, string> = {
  iteration: 'update',
  steps: 'environment steps',
  elapsed: 'milliseconds of training',
};

/** Points of a line that are drawn at the most. */
const MOST_POINTS = 500;

/** Charts that are always in sight; the rest is one click away. */
const IN_SIGHT = 3;

/** The strips beside the columns, with one playhead through all of them. */
export function Charts() {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const timeAxis = useView((view) => view.timeAxis);
  const logTime = useView((view) => view.logTime);
  const [wishes, setWishes] = useState<readonly Measure[]>([]);
  const [more, setMore] = useState(false);
  const lecture = useConfig((config) => config.view === 'lecture');
  const { kind } = usePicture();
  const learned = kind === 'table' ? 'tables' : 'networks';
  const charts = CHARTS[learned].map(([chart, title]) => ({ title, choices: measuresIn(chart, learned) }));
  // a wish that this world does not have waits for one that has it
  const chosen = charts.map(({ choices }, place) => {
    const wish = wishes[place];
    return wish !== undefined && choices.includes(wish)
      ? wish
      : choices.includes('variation') && kind !== 'continuous'
        ? 'variation'
        : choices[0]!;
  });
  const sampled = useConfig((config) => config.training.estimator !== 'exact') || learned === 'networks';
  return (
    <section className="charts" aria-label="Charts">
      <div className="chart-row">
        {charts.slice(0, lecture ? 1 : more ? charts.length : IN_SIGHT).map(({ title, choices }, place) => (
          <div key={title} className="chart-cell">
            {more ? (
              <label className="chart-title">
                <span className="visually-hidden">{title} chart shows</span>
                <select
                  value={chosen[place]}
                  onChange={(event) => setWishes(chosen.with(place, event.target.value as Measure))}
                >
                  {choices.map((key) => (
                    <option key={key} value={key} title={labelOf(key)}>
                      {measureInfo(key).label}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <h3 className="chart-title">{measureInfo(chosen[place]!).label}</h3>
            )}
            <OneChart title={title} measure={chosen[place]!} />
          </div>
        ))}
      </div>
      {!lecture && (
        <div className="chart-bar">
          <button type="button" className="link" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? 'fewer charts' : 'more charts'}
          </button>
          {more && (
            <>
              <label>
                x-axis{' '}
                <select
                  value={timeAxis}
                  onChange={(event) => playground.look({ timeAxis: event.target.value as TimeAxis })}
                >
                  {Object.entries(TIME_AXES).map(([value, label]) => (
                    <option key={value} value={value} disabled={value === 'steps' && !sampled}>
                      {label}
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
                log x-axis
              </label>
              <span className="quiet chart-hint">
                Click a chart to go to that update. ▲ on the axis: a live change · ▲ at the top edge: ∞ · ✕: radius
                exceeded
              </span>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function labelOf(measure: Measure): string {
  const { label, unit } = measureInfo(measure);
  return unit === '' ? label : `${label} (${unit})`;
}

function OneChart({ title, measure }: { readonly title: string; readonly measure: Measure }) {
  const playground = usePlayground();
  const timeAxis = useView((view) => view.timeAxis);
  const logTime = useView((view) => view.logTime);
  const lecture = useConfig((config) => config.view === 'lecture');
  const runs = useConfig((config) => config.runs);
  const changes = useConfig((config) => config.changes);
  const colors = useCanvasColors();
  const names = columnNames(runs);
  const looks = looksOf(runs);
  const { log = false, axis, unit } = measureInfo(measure);
  const content = (width: number, tall: number): ChartContent => {
    const lead = playground.runs.find((run) => run.history.length > 0);
    return {
      width,
      height: tall,
      xLabel: TIME_AXES[timeAxis],
      yLabel: axis ?? unit,
      logX: logTime,
      logY: log,
      lines: playground.runs.flatMap((run, index) =>
        linesOf(run, names[index] ?? '', looks[index] ?? looks[0]!, measure, timeAxis, logTime),
      ),
      references: referencesOf(playground.runs, measure, playground.solved, colors.ink),
      playhead: lead === undefined ? null : timeAt(lead, lead.iteration, timeAxis, logTime),
      changes:
        lead === undefined
          ? []
          : [...new Set(changes.map((change) => change.iteration))]
              .filter((iteration) => iteration <= lead.history.latest('iteration'))
              .map((iteration) => timeAt(lead, iteration, timeAxis, logTime)),
      ...colors,
    };
  };
  // the whole course, and not only where it stands
  const describe = (): string => playground.runs.map((run, n) => courseOf(run, names[n] ?? '', measure)).join('; ');
  return (
    <Chart
      title={`${title}: ${labelOf(measure)}`}
      signal={playground.changed}
      content={content}
      describe={describe}
      height={lecture ? 300 : 150}
      zoom={lecture ? 1.7 : 1}
      onSeek={(x) => {
        const lead = playground.runs.find((run) => run.history.length > 0);
        if (lead !== undefined) playground.goTo(iterationAt(lead, x, timeAxis, logTime));
      }}
    />
  );
}

/** Iterations are counted from 1 on a log axis: 0 has no place there. */
function timeAt(run: Run, iteration: number, axis: TimeAxis, log: boolean): number {
  if (axis === 'iteration') return iteration + (log ? 1 : 0);
  const position = run.history.positionOf(iteration);
  return position < 0 ? 0 : run.history.at(position, axis);
}

function iterationAt(run: Run, x: number, axis: TimeAxis, log: boolean): number {
  if (axis === 'iteration') return Math.max(0, Math.round(x - (log ? 1 : 0)));
  const { history } = run;
  return history.length === 0
    ? 0
    : history.at(
        lastAtMost(history.length, (n) => history.at(n, axis), x),
        'iteration',
      );
}

/** Index of the last of rising values that is at most x; 0 where all are larger. */
function lastAtMost(length: number, valueAt: (index: number) => number, x: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valueAt(middle) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function linesOf(run: Run, label: string, look: LineLook, measure: Measure, axis: TimeAxis, log: boolean): ChartLine[] {
  const { history } = run;
  const every = Math.max(1, Math.ceil(history.length / MOST_POINTS));
  const length = Math.ceil(history.length / every);
  // the newest row is always the last point
  const row = (position: number): number => history.length - 1 - (length - 1 - position) * every;
  const line: ChartLine = {
    ...look,
    label,
    length,
    x: (position) =>
      axis === 'iteration' ? history.at(row(position), 'iteration') + (log ? 1 : 0) : history.at(row(position), axis),
    y: (position) => history.at(row(position), measure),
    broken:
      measure === 'spent'
        ? (position) => history.at(row(position), 'spent') > history.at(row(position), 'radius') * (1 + 1e-6) + 1e-12
        : undefined,
  };
  if (measure !== 'spent') return [line];
  const radius: ChartLine = {
    ...line,
    label: '',
    dash: [1, 3],
    width: 1,
    y: (position) => history.at(row(position), 'radius'),
    broken: undefined,
  };
  return [radius, line];
}

function referencesOf(runs: readonly Run[], measure: Measure, solved: number | null, color: string): Reference[] {
  if (measure === 'sampledReturn' && solved !== null) return [{ value: solved, label: 'solved', color }];
  if (measure === 'slack') return [{ value: 0, label: 'the radius', color }];
  if (measure !== 'return') return [];
  const best = runs.find((run) => run.reference !== null)?.reference?.expectedReturn;
  return best === undefined ? [] : [{ value: best, label: 'optimum J*', color }];
}

/** A line in words: from where to where, and its extremes where they are beyond both. */
function courseOf({ history }: Run, name: string, measure: Measure): string {
  let [low, high, first] = [Infinity, -Infinity, NaN];
  for (let n = 0; n < history.length; n += 1) {
    const value = history.at(n, measure);
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (Number.isNaN(first)) return `${name}: nothing yet`;
  const last = history.latest(measure);
  const beyond = [
    low < Math.min(first, last) ? ` down to ${readable(low)}` : '',
    high > Math.max(first, last) ? ` up to ${readable(high)}` : '',
  ].join('');
  return `${name} from ${readable(first)} to ${readable(last)}${beyond === '' ? '' : `,${beyond} between`}`;
}
