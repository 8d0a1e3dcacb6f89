import type { History } from '../../playground/history.ts';
import type { ReferenceRun } from '../../playground/reference-store.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import type { Measure } from '../../training/measure.ts';
import type { ChartLine } from '../chart/chart-content.ts';
import { looksOf, type LineLook } from '../chart/looks.ts';

/** Points of a line that are drawn at the most. */
const MOST_POINTS = 500;

/** When an iteration was, in what the x-axis counts. Iterations are counted from 1 on a log axis: 0 has no place there. */
export function timeAt(history: History, iteration: number, axis: TimeAxis, log: boolean): number {
  if (axis === 'iteration') return iteration + (log ? 1 : 0);
  const position = history.positionOf(iteration);
  return position < 0 ? 0 : history.at(position, axis);
}

export function iterationAt(history: History, x: number, axis: TimeAxis, log: boolean): number {
  if (axis === 'iteration') return Math.max(0, Math.round(x - (log ? 1 : 0)));
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

export function linesOf(
  history: History,
  label: string,
  look: LineLook,
  measure: Measure,
  axis: TimeAxis,
  log: boolean,
): ChartLine[] {
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

/** The lines of a run that was kept: in one grey, with the dashes of their methods. */
export function keptLines(
  { letter, columns }: ReferenceRun,
  color: string,
  measure: Measure,
  axis: TimeAxis,
  log: boolean,
): ChartLine[] {
  const looks = looksOf(columns);
  return columns.flatMap(({ name, history }, n) =>
    linesOf(history, `${letter} ${name}`, { ...looks[n]!, color }, measure, axis, log)
      .filter(({ label }) => label !== '')
      .map((line) => ({ ...line, width: 1.25 })),
  );
}
