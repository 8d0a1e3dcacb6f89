import type { PlaygroundConfig } from '../../config/playground-config.ts';
import { columnNames } from '../../config/column-names.ts';
import type { Playground } from '../../playground/playground.ts';
import type { Run } from '../../playground/run.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { measureInfo, type Measure } from '../../training/measure.ts';
import type { ChartContent, ChartLine, Reference } from '../chart/chart-content.ts';
import { looksOf, type LineLook } from '../chart/looks.ts';
import { readable } from '../format.ts';

export const TIME_AXES: Record<TimeAxis, string> = {
  iteration: 'update',
  steps: 'environment steps',
  elapsed: 'milliseconds of training',
};

/** Points of a line that are drawn at the most. */
const MOST_POINTS = 500;

interface Seen {
  readonly playground: Pick<Playground, 'runs' | 'solved'>;
  readonly measure: Measure;
  readonly timeAxis: TimeAxis;
  readonly logTime: boolean;
  readonly runs: PlaygroundConfig['runs'];
  readonly changes: PlaygroundConfig['changes'];
  readonly colors: Pick<ChartContent, 'ink' | 'faint' | 'ground'>;
}

/** What the chart of a measure shows now, with all columns in it. */
export function measureContent(
  { playground, measure, timeAxis, logTime, runs, changes, colors }: Seen,
  width: number,
  height: number,
): ChartContent {
  const names = columnNames(runs);
  const looks = looksOf(runs);
  const { log = false, axis, unit } = measureInfo(measure);
  const lead = playground.runs.find((run) => run.history.length > 0);
  return {
    width,
    height,
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
    ink: colors.ink,
    faint: colors.faint,
    ground: colors.ground,
  };
}

/** Iterations are counted from 1 on a log axis: 0 has no place there. */
function timeAt(run: Run, iteration: number, axis: TimeAxis, log: boolean): number {
  if (axis === 'iteration') return iteration + (log ? 1 : 0);
  const position = run.history.positionOf(iteration);
  return position < 0 ? 0 : run.history.at(position, axis);
}

/** The iteration at a place of the axis. */
export function iterationAt(run: Run, x: number, axis: TimeAxis, log: boolean): number {
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
export function courseOf({ history }: Run, name: string, measure: Measure): string {
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
