import { say } from '../../copy/say.ts';
import type { RecordedLine } from '../../claims/recordings/recorded-line.ts';
import type { History } from '../../playground/history.ts';
import type { Run } from '../../playground/run.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { methods } from '../../methods/registry.ts';
import type { ChartLine } from '../chart/chart-content.ts';
import { looksOf } from '../chart/looks.ts';

/** As often as this, half of a recorded line is left for later. */
const MOST_HALVES = 4;

/**
 * What was recorded of the methods of the columns, to stand in grey behind what they learn now. As long as they are at its beginning a half, a
 * quarter, … of it is drawn, at least twice as far as they have come: the live lines are to be seen, and the axis moves seldom. A log axis has room for both.
 */
export function recordedLines(
  lines: readonly RecordedLine[],
  runs: readonly Pick<Run, 'config' | 'history'>[],
  color: string,
  axis: TimeAxis,
  log: boolean,
): ChartLine[] {
  const drawn = lines.flatMap((line) => {
    const run = runs.find(({ config }) => config.run.method === line.method);
    const at = run === undefined ? null : placesOf(line, run, axis);
    return at === null ? [] : [{ line, at: log && axis === 'iteration' ? at.map((x) => x + 1) : at }];
  });
  if (drawn.length === 0) return [];
  const reached = Math.max(0, ...runs.map(({ history }) => history.latest(axis) || 0));
  let limit = Math.max(...drawn.map(({ at }) => at.at(-1) ?? 0));
  for (let half = 0; !log && half < MOST_HALVES && limit / 2 >= 2 * reached; half += 1) limit /= 2;
  const looks = looksOf(drawn.map(({ line: { method } }) => ({ method })));
  return drawn.map(({ line: { method, middle, low, high }, at }, n): ChartLine => ({
    ...looks[n]!,
    color,
    label: '',
    reading: say('recorded {method}', { method: methods[method].short }),
    length: at.filter((x) => x <= limit).length,
    x: (position) => at[position]!,
    y: (position) => middle[position]!,
    band:
      low === null || high === null
        ? undefined
        : { low: (position) => low[position]!, high: (position) => high[position]! },
    width: 1.25,
  }));
}

/** Where the points of a recorded line are on an axis; null where that is not known, as by this computer's clock. */
function placesOf(line: RecordedLine, { config, history }: Pick<Run, 'config' | 'history'>, axis: TimeAxis) {
  switch (axis) {
    case 'steps':
      return line.steps;
    case 'simulated':
      return line.simulated;
    case 'iteration':
      return line.steps.map((steps) => updateAfter(history, steps, config.training.iterationSteps));
    case 'elapsed':
      return null;
  }
}

/** The update after which a column has acted so many steps: the last two tell how many each takes. */
function updateAfter(history: History, steps: number, usual: number): number {
  const last = history.length - 1;
  if (last < 1) return steps / usual;
  const [at, before] = [last, last - 1].map((n) => [history.at(n, 'iteration'), history.at(n, 'steps')] as const);
  const pace = (at![1] - before![1]) / (at![0] - before![0]);
  return Math.max(0, at![0] + (steps - at![1]) / pace);
}
