import { say, sayCount } from '../../copy/say.ts';
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
  const says = [
    say('How the same method learned this task on another computer, to show what there is to come.'),
    ...drawn.map(lineWords),
    drawn.some(({ low }) => low !== null) ? say('A band goes from the worst seed to the best.') : '',
    ...new Set(
      apart.map(({ line, usual }) =>
        say(
          usual
            ? '{method} was recorded with the default settings, and learns with its own here.'
            : '{method} was recorded with other settings, and learns with its own here.',
          { method: nameOf(line) },
        ),
      ),
    ),
    ...known
      .filter((line) => !drawn.includes(line))
      .map((line) =>
        say('Look-ahead was not counted when {method} was recorded, so it is not on this axis.', {
          method: nameOf(line),
        }),
      ),
  ];
  const legend =
    apart.length === 0
      ? 'grey: recorded beforehand, same method, {seeds}'
      : apart.every(({ usual }) => usual)
        ? 'grey: recorded with the default settings, same method, {seeds}'
        : 'grey: recorded with other settings, same method, {seeds}';
  return {
    legend: say(legend, { seeds: seedWords(drawn) }),
    says: says.filter((sentence) => sentence !== '').join(' '),
  };
}

/** The grey lines for whoever does not see them. */
export function recordedCourse(runs: PlaygroundConfig['runs'], lines: readonly RecordedLine[]): string {
  const drawn = lines.filter(({ method }) => runs.some((run) => run.method === method));
  if (drawn.length === 0) return '';
  const courses = drawn.map((line) => {
    const first = line.middle.find((value) => !Number.isNaN(value)) ?? NaN;
    return say('{name} from {first} to {last}', {
      name: nameOf(line),
      first: readable(first),
      last: readable(line.middle.at(-1) ?? NaN),
    });
  });
  return `; ${say('recorded beforehand: {courses}', { courses: courses.join(', ') })}`;
}

const nameOf = ({ method }: RecordedLine): string => methods[method].short;

function seedWords(lines: readonly RecordedLine[]): string {
  const counts = lines.map(({ seeds }) => seeds);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least === most) return sayCount(most, 'one seed', 'median of {count} seeds');
  return say('median of {least} to {most} seeds', { least, most });
}

function lineWords(line: RecordedLine): string {
  const { seeds, steps, middle, low, high } = line;
  return say(
    low === null || high === null
      ? '{name}: {value} after {steps} steps, {seeds}.'
      : '{name}: {value} after {steps} steps, {seeds}, from {low} to {high}.',
    {
      name: nameOf(line),
      value: readable(middle.at(-1) ?? NaN),
      steps: whole(steps.at(-1) ?? NaN),
      seeds: sayCount(seeds, 'one seed', 'median of {count} seeds'),
      low: readable(low?.at(-1) ?? NaN),
      high: readable(high?.at(-1) ?? NaN),
    },
  );
}
