import type { RecordedLine } from '../../claims/recordings/recorded-line.ts';
import type { PlaygroundConfig } from '../../config/playground-config.ts';
import { methods } from '../../methods/registry.ts';
import { recordedSettings } from '../../claims/recordings/recorded-settings.ts';
import type { TimeAxis } from '../../playground/view-store.ts';
import { readable, whole } from '../format.ts';

/** What the grey lines of recordings are: in a legend, and at length. */
export interface RecordedWords {
  readonly legend: string;
  readonly says: string;
}

/** Null where no line is drawn on that axis. */
export function recordedWords(
  config: PlaygroundConfig,
  lines: readonly RecordedLine[],
  axis: TimeAxis,
): RecordedWords | null {
  const own = config.runs.map(({ method }) => lines.find((line) => line.method === method));
  const known = [...new Set(own.filter((line) => line !== undefined))];
  const drawn = known.filter(({ simulated }) => (axis === 'simulated' ? simulated !== null : axis !== 'elapsed'));
  if (drawn.length === 0) return null;
  const apart = own.flatMap((line, column) => {
    const settings = line === undefined || !drawn.includes(line) ? null : recordedSettings(config, column, line);
    return settings === null || settings.same ? [] : [{ line: line!, usual: settings.usual }];
  });
  const settings = (usual: boolean): string => (usual ? 'the default settings' : 'other settings');
  const made = apart.length === 0 ? 'beforehand' : `with ${settings(apart.every(({ usual }) => usual))}`;
  const says = [
    'How the same method learned this task on another computer, to show what there is to come.',
    ...drawn.map(lineWords),
    drawn.some(({ low }) => low !== null) ? 'A band goes from the worst seed to the best.' : '',
    ...new Set(
      apart.map(
        ({ line, usual }) => `${nameOf(line)} was recorded with ${settings(usual)}, and learns with its own here.`,
      ),
    ),
    ...known
      .filter((line) => !drawn.includes(line))
      .map((line) => `Look-ahead was not counted when ${nameOf(line)} was recorded, so it is not on this axis.`),
  ];
  return {
    legend: `grey: recorded ${made}, same method, ${seedWords(drawn)}`,
    says: says.filter((sentence) => sentence !== '').join(' '),
  };
}

/** The grey lines for whoever does not see them. */
export function recordedCourse(runs: PlaygroundConfig['runs'], lines: readonly RecordedLine[]): string {
  const drawn = lines.filter(({ method }) => runs.some((run) => run.method === method));
  if (drawn.length === 0) return '';
  const courses = drawn.map((line) => {
    const first = line.middle.find((value) => !Number.isNaN(value)) ?? NaN;
    return `${nameOf(line)} from ${readable(first)} to ${readable(line.middle.at(-1) ?? NaN)}`;
  });
  return `; recorded beforehand: ${courses.join(', ')}`;
}

const nameOf = ({ method }: RecordedLine): string => methods[method].short;

function seedWords(lines: readonly RecordedLine[]): string {
  const counts = lines.map(({ seeds }) => seeds);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 1) return 'one seed';
  return `median of ${least === most ? '' : `${least} to `}${most} seeds`;
}

function lineWords(line: RecordedLine): string {
  const { seeds, steps, middle, low, high } = line;
  const spread =
    low === null || high === null ? '' : `, from ${readable(low.at(-1) ?? NaN)} to ${readable(high.at(-1) ?? NaN)}`;
  return `${nameOf(line)}: ${readable(middle.at(-1) ?? NaN)} after ${whole(steps.at(-1) ?? NaN)} steps, ${seeds === 1 ? 'one seed' : `median of ${seeds} seeds`}${spread}.`;
}
