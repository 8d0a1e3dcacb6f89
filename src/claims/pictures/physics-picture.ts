import { OPENING } from '../../config/playground-config.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { methods } from '../../methods/registry.ts';
import { said } from '../evidence.ts';
import { listed } from '../recordings/physics-sentences.ts';
import { reachedBy, type Reached } from '../recordings/reached.ts';
import { lineOf, type RecordedLine } from '../recordings/recorded-line.ts';
import type { Recording } from '../recordings/recording.ts';
import type { Picture, PictureAxis, PictureLine, PlotPanel, Point } from './picture.ts';
import { rounded } from './points.ts';

/** Points of a line on a card. */
const FEW = 24;

/**
 * The returns of all methods that were recorded of a task over the steps that they acted; where there is room, with the seeds that went
 * on, over all steps of the simulator, and over minutes of training.
 */
export function physicsPicture(kind: PhysicsKind, recording: Recording): Picture {
  const { label, solved } = physicsTasks[kind];
  const all = reachedBy(recording);
  const lines = all.map(({ method }) =>
    lineOf(
      recording,
      recording.curves.find((curve) => curve.method === method)!,
    ),
  );
  const told = all.map((one) => ({ one, name: methods[one.method].short, ...goal(one, solved) }));
  const panel = (key: string, title: string, x: string, drawn: readonly PictureLine[]): PlotPanel => ({
    kind: 'plot',
    key,
    title,
    note: noteOf(lines, drawn),
    x: { label: x, scale: 'linear' },
    y: RETURN,
    better: 'higher',
    ends: ['worst seed', 'best seed'],
    joined: true,
    level: { value: solved, label: `wanted: ${said(solved)}`, named: 'left' },
    floor: null,
    lines: drawn,
  });
  const over = (placesOf: (line: RecordedLine) => readonly number[] | null): PictureLine[] =>
    lines.flatMap((line, n) => {
      const at = placesOf(line);
      return at === null ? [] : [lineThrough(line, at, told[n]!.atEnd)];
    });
  const acted = over(({ steps }) => steps.map(thousand));
  const onward = recording.curves.flatMap((curve) => onwardLines(curve));
  const panels: PlotPanel[] = [
    panel(
      'simulated',
      'by all steps of the simulator',
      'thousand steps, look-ahead included',
      over((line) => line.simulated?.map(thousand) ?? null),
    ),
    panel(
      'minutes',
      'by the clock that recorded it',
      'minutes of training',
      over((line) => line.minutes),
    ),
  ];
  return {
    title: titleOf(told, solved),
    line: endsOf(all) + missingOf(all),
    words: `${label}: the return of an episode over the steps that were acted. ${told.map(({ one, name, words }) => `${name}, ${seedWords(one.seeds)}, ${one.end === null ? 'has no return' : `ends at ${said(one.end)}`} after ${one.steps.toLocaleString('en')} steps: ${words}`).join('; ')}.`,
    panels: [panel('acted', 'by acted steps', 'thousand environment steps', acted.map(thinned))],
    more: [
      panel('each', 'by acted steps', 'thousand environment steps', [...acted, ...onward]),
      ...panels.filter(({ lines: drawn }) => drawn.length > 0),
    ],
  };
}

const RETURN: PictureAxis = { label: 'return of an episode', scale: 'linear' };

const thousand = (steps: number): number => rounded(steps / 1000);

interface Goal {
  readonly atEnd: boolean;
  readonly words: string;
}

function goal({ end, highest }: Reached, solved: number): Goal {
  const atEnd = (end ?? -Infinity) >= solved;
  return {
    atEnd,
    words: atEnd ? 'reached at the end' : (highest ?? -Infinity) >= solved ? 'passed on the way' : 'not reached',
  };
}

/** Who reached what is wanted, in a sentence: all, some or none, by name. */
function titleOf(told: readonly (Goal & { readonly one: Reached; readonly name: string })[], solved: number): string {
  const named = (words: string) => told.filter((one) => one.words === words).map(({ name }) => name);
  const [ended, passed, others] = ['reached at the end', 'passed on the way', 'not reached'].map(named) as [
    string[],
    string[],
    string[],
  ];
  const wanted = `${said(solved)} is wanted`;
  if (told.length === 0) return `${wanted}: nothing was recorded`;
  if (ended.length === told.length)
    return `${wanted}: ${listed(ended)} ${ended.length === 1 ? 'ends there' : `${ended.length === 2 ? 'both' : 'all'} end there`}, or above`;
  if (others.length === told.length) {
    const most = told.reduce((best, one) =>
      (one.one.highest ?? -Infinity) > (best.one.highest ?? -Infinity) ? one : best,
    );
    const highest = most.one.highest === null ? '' : `; ${most.name} came highest, to ${said(most.one.highest)}`;
    return `${wanted}: ${told.length === 1 ? `${most.name} does not reach it` : `none of ${listed(others)} reaches it`}${highest}`;
  }
  const parts = [
    ended.length === 0 ? '' : `${listed(ended)} ${ended.length === 1 ? 'ends' : 'end'} there or above`,
    passed.length === 0 ? '' : `${listed(passed)} passed it on the way`,
    others.length === 0 ? '' : `${listed(others)} ${others.length === 1 ? 'does' : 'do'} not reach it`,
  ];
  return `${wanted}: ${parts.filter((part) => part !== '').join(', ')}`;
}

const seedWords = (seeds: number): string => (seeds === 1 ? 'one seed' : `${seeds} seeds`);

/** The returns at the end, with how many seeds they are of. */
function endsOf(all: readonly Reached[]): string {
  const counts = new Set(all.map(({ seeds }) => seeds));
  const alike = counts.size === 1;
  const numbers = all.map(
    ({ method, end, seeds }) =>
      `${methods[method].short} ${end === null ? 'none' : said(end)}${alike ? '' : ` (${seedWords(seeds)})`}`,
  );
  const of = alike ? `, ${[...counts][0] === 1 ? 'one seed each' : `median of ${[...counts][0]} seeds`}` : ', medians';
  return `At the end${all.length === 0 ? '' : of}: ${numbers.join(', ')}.`;
}

/** Which of the three methods that this is about nobody recorded. */
function missingOf(all: readonly Reached[]): string {
  const missing = OPENING.filter((method) => all.every((one) => one.method !== method));
  return missing.length === 0 ? '' : ` Not recorded: ${missing.map((method) => methods[method].short).join(', ')}.`;
}

/** What a line and its band stand for. */
function noteOf(lines: readonly RecordedLine[], drawn: readonly PictureLine[]): string {
  const counts = lines.map(({ seeds }) => seeds);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const line = most <= 1 ? 'one seed each' : `line: median of ${least === most ? most : `${least} to ${most}`} seeds`;
  const apart = lines.filter(({ method }) => drawn.every((one) => one.method !== method));
  const without =
    apart.length === 0 ? '' : `; not counted: ${apart.map(({ method }) => methods[method].short).join(', ')}`;
  const banded = drawn.some(({ points }) => points.some(([, , low, high]) => high > low));
  return `${line}${banded ? '; band: from the worst seed to the best' : ''}${without}; ✓: what is wanted is reached at the end`;
}

function lineThrough({ method, middle, low, high }: RecordedLine, at: readonly number[], solved: boolean): PictureLine {
  return {
    name: methods[method].short,
    method,
    points: at.flatMap((x, n): Point[] => {
      const value = middle[n]!;
      if (Number.isNaN(value)) return [];
      const [least, most] = [low?.[n] ?? value, high?.[n] ?? value].map((end) => (Number.isNaN(end) ? value : end));
      return [[rounded(x), rounded(value), rounded(least!), rounded(most!)]];
    }),
    end: solved ? 'reached' : '',
  };
}

/** Seeds that went on beyond the end of the others, each from there. */
function onwardLines({ method, steps, runs = [] }: Recording['curves'][number]): PictureLine[] {
  const end = steps.at(-1) ?? 0;
  return runs
    .filter((run) => run.steps.at(-1)! > end)
    .map(({ seed, steps: own, returns }) => ({
      name: `${methods[method].short}, seed ${seed}`,
      method,
      points: own.flatMap((at, n): Point[] => {
        const value = returns[n] ?? null;
        return at < end || value === null ? [] : [[thousand(at), value, value, value]];
      }),
      end: '',
    }));
}

/** Some of the points, the last one included. */
function thinned(line: PictureLine): PictureLine {
  const { length } = line.points;
  const every = Math.max(1, Math.ceil(length / FEW));
  return { ...line, points: line.points.filter((_, n) => (length - 1 - n) % every === 0) };
}
