import type { Run } from '../../playground/run.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { measureInfo, measuresIn, type Chart as MeasureChart, type Measure } from '../../training/measure.ts';
import { columnNames } from '../../config/column-names.ts';
import type { ChartContent, Reference } from '../chart/chart-content.ts';
import { looksOf } from '../chart/looks.ts';
import { readable } from '../format.ts';
import { useCanvasColors } from '../use-theme.ts';
import { useConfig, usePicture, usePlayground, useReferences, useSignal, useView } from '../use-playground.ts';
import { Chart } from './chart.tsx';
import { iterationAt, keptLines, linesOf, timeAt } from './measure-lines.ts';

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
  const wishes = useView((view) => view.charts);
  const more = useView((view) => view.moreCharts);
  const single = useConfig((config) => config.view !== 'explore');
  const { kind } = usePicture();
  const learned = kind === 'table' ? 'tables' : 'networks';
  const charts = CHARTS[learned].map(([chart, title]) => ({ title, choices: measuresIn(chart, learned) }));
  // a wish that this world does not have waits for one that has it
  const chosen = charts.map(({ choices }, place) => {
    const wish = choices.find((choice) => choice === wishes[place]);
    return wish !== undefined
      ? wish
      : choices.includes('variation') && kind !== 'continuous'
        ? 'variation'
        : choices[0]!;
  });
  const sampled = useConfig((config) => config.training.estimator !== 'exact') || learned === 'networks';
  return (
    <section className="charts" aria-label={height === undefined ? 'Charts' : 'Chart'}>
      <div className="chart-row">
        {charts.slice(0, single ? 1 : more ? charts.length : IN_SIGHT).map(({ title, choices }, place) => (
          <div key={title} className="chart-cell">
            {more ? (
              <label className="chart-title">
                <span className="visually-hidden">{title} chart shows</span>
                <select
                  value={chosen[place]}
                  onChange={(event) => playground.look({ charts: chosen.with(place, event.target.value as Measure) })}
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
            <OneChart title={title} measure={chosen[place]!} height={height} />
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

interface OneChartProps {
  readonly title: string;
  readonly measure: Measure;
  readonly height: number | undefined;
}

function OneChart({ title, measure, height }: OneChartProps) {
  const playground = usePlayground();
  const timeAxis = useView((view) => view.timeAxis);
  const logTime = useView((view) => view.logTime);
  const lecture = useConfig((config) => config.view === 'lecture');
  const runs = useConfig((config) => config.runs);
  const changes = useConfig((config) => config.changes);
  const references = useReferences();
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
      lines: [
        ...references.flatMap((reference) => keptLines(reference, colors.kept, measure, timeAxis, logTime)),
        ...playground.runs.flatMap((run, index) =>
          linesOf(run.history, names[index] ?? '', looks[index] ?? looks[0]!, measure, timeAxis, logTime),
        ),
      ],
      references: referencesOf(playground.runs, measure, playground.solved, colors.ink),
      playhead: lead === undefined ? null : timeAt(lead.history, lead.iteration, timeAxis, logTime),
      changes:
        lead === undefined
          ? []
          : [...new Set(changes.map((change) => change.iteration))]
              .filter((iteration) => iteration <= lead.history.latest('iteration'))
              .map((iteration) => timeAt(lead.history, iteration, timeAxis, logTime)),
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
      height={height ?? (lecture ? 300 : 150)}
      zoom={lecture ? 1.7 : 1}
      onSeek={(x) => {
        const lead = playground.runs.find((run) => run.history.length > 0);
        if (lead !== undefined) playground.goTo(iterationAt(lead.history, x, timeAxis, logTime));
      }}
    />
  );
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
