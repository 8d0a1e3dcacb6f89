import { say } from '../../copy/say.ts';
import type { RecordedLine } from '../../claims/recordings/recorded-line.ts';
import type { PlaygroundConfig } from '../../config/playground-config.ts';
import { columnNames } from '../../config/column-names.ts';
import type { Playground } from '../../playground/playground.ts';
import type { ReferenceRun } from '../../playground/reference-store.ts';
import type { Run } from '../../playground/run.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { measureInfo, type Measure } from '../../training/measure.ts';
import type { ChartContent, Reference } from '../chart/chart-content.ts';
import { looksOf } from '../chart/looks.ts';
import type { CanvasColors } from '../draw/palette.ts';
import { readable } from '../format.ts';
import { recordedLines } from './recorded-lines.ts';
import { keptLines, linesOf, timeAt } from './measure-lines.ts';

export const TIME_AXES: Record<TimeAxis, string> = {
  iteration: 'update',
  steps: 'environment steps',
  simulated: 'all simulator steps',
  elapsed: 'milliseconds of training',
};

/** Of which recordings have curves. */
export const RECORDED_MEASURE: Measure = 'sampledReturn';

interface Seen {
  readonly playground: Pick<Playground, 'runs' | 'solved'>;
  readonly measure: Measure;
  readonly timeAxis: TimeAxis;
  readonly logTime: boolean;
  readonly runs: PlaygroundConfig['runs'];
  readonly changes: PlaygroundConfig['changes'];
  /** Runs that were kept. */
  readonly references: readonly ReferenceRun[];
  /** What was recorded of this measure beforehand. */
  readonly recorded: readonly RecordedLine[];
  readonly colors: Pick<CanvasColors, 'ink' | 'faint' | 'ground' | 'kept'>;
}

/** What the chart of a measure shows now, with all columns in it. */
export function measureContent(
  { playground, measure, timeAxis, logTime, runs, changes, references, recorded, colors }: Seen,
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
    xLabel: say(TIME_AXES[timeAxis]),
    yLabel: say(axis ?? unit),
    logX: logTime,
    logY: log,
    lines: [
      ...recordedLines(recorded, playground.runs, colors.kept, timeAxis, logTime),
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
    ink: colors.ink,
    faint: colors.faint,
    ground: colors.ground,
  };
}

function referencesOf(runs: readonly Run[], measure: Measure, solved: number | null, color: string): Reference[] {
  if (measure === 'sampledReturn' && solved !== null) return [{ value: solved, label: say('solved'), color }];
  if (measure === 'slack') return [{ value: 0, label: say('the radius'), color }];
  if (measure !== 'return') return [];
  const best = runs.find((run) => run.reference !== null)?.reference?.expectedReturn;
  return best === undefined ? [] : [{ value: best, label: say('optimum J*'), color }];
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
  if (Number.isNaN(first)) return say('{name}: nothing yet', { name });
  const last = history.latest(measure);
  const below = low < Math.min(first, last);
  const above = high > Math.max(first, last);
  return say(
    below && above
      ? '{name} from {first} to {last}, down to {low} up to {high} between'
      : below
        ? '{name} from {first} to {last}, down to {low} between'
        : above
          ? '{name} from {first} to {last}, up to {high} between'
          : '{name} from {first} to {last}',
    { name, first: readable(first), last: readable(last), low: readable(low), high: readable(high) },
  );
}
