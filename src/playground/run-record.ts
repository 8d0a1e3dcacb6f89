import * as v from 'valibot';
import { say } from '../copy/say.ts';
import { decodeLink, encodeLink } from '../config/link.ts';
import { MAX_RUNS, type PlaygroundConfig } from '../config/playground-config.ts';
import { quote } from '../field.ts';
import { isMethodKind, type MethodKind } from '../methods/registry.ts';
import { sentence } from '../sweeps/read-sweep.ts';
import { measureIndex, measures, MEASURES, type Measure } from '../training/measure.ts';
import { History } from './history.ts';
import type { ReferenceRun } from './reference-store.ts';
import { digestParts, type Standing, type Witness } from './reproduction.ts';
import { repeated } from './trace.ts';

/** What the first key of a file says. */
const FORMAT = 'trust-region-playground run';
const VERSION = 1;
/** Most iterations of a column that are kept; of more, as many as are spread evenly, the last one always. */
const MOST_ROWS = 2000;
const MAX_BYTES = 40e6;

/** A number as JSON has it: null for what is not known, words for the infinite. */
type Written = number | null | 'Infinity' | '-Infinity';

/** A run that is kept: everything that makes it, and what it came to. */
export interface RunRecord {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly name: string;
  readonly made: { readonly date: string; readonly version: string; readonly code: string };
  /** Fragment of the link: configuration, changes, moment. */
  readonly link: string;
  readonly iteration: number;
  readonly columns: readonly {
    readonly name: string;
    readonly method: string;
    readonly digest: string;
    /** Each measure over the iterations that are kept, of one length. */
    readonly measures: Readonly<Record<string, readonly Written[]>>;
  }[];
}

/** A column of a run that is to be kept. */
export interface Kept extends Standing {
  readonly method: MethodKind;
}

/**
 * Makes a record of where columns stand.
 * @param made when, and by which code
 */
export function recordOf(
  name: string,
  config: PlaygroundConfig,
  iteration: number,
  columns: readonly Kept[],
  made: RunRecord['made'],
): RunRecord {
  return {
    format: FORMAT,
    version: VERSION,
    name,
    made,
    link: encodeLink(config),
    iteration,
    columns: columns.map(({ name: column, method, digest, history }) => ({
      name: column,
      method,
      digest: digest ?? '',
      measures: Object.fromEntries(
        measures.map(({ key }) => [key, rowsKept(history, iteration).map((row) => written(history.at(row, key)))]),
      ),
    })),
  };
}

/** Rows up to an iteration, at most 2,000. */
function rowsKept(history: History, iteration: number): number[] {
  const last = history.positionOf(iteration);
  const count = Math.min(MOST_ROWS, last + 1);
  return Array.from({ length: count }, (_, n) => (count === 1 ? last : Math.round((n / (count - 1)) * last)));
}

function written(value: number): Written {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? 'Infinity' : '-Infinity';
}

// what is wanted is said when it is missed, in the language of that moment
const text = (most: number) =>
  v.pipe(
    v.string(() => say('a text')),
    v.maxLength(most, () => say('a text of at most {most} characters', { most })),
  );
const whole = (): string => say('a whole number');
const number = v.union([v.number(), v.null(), v.picklist(['Infinity', '-Infinity'])], () => say('a number, or null'));
const series = v.pipe(
  v.array(number, () => say('a list of numbers')),
  v.maxLength(MOST_ROWS, () => say('at most {most} numbers', { most: MOST_ROWS })),
);
const schema = v.object(
  {
    format: v.literal(FORMAT, `“${FORMAT}”`),
    version: v.literal(VERSION, String(VERSION)),
    name: text(200),
    made: v.object({ date: text(40), version: text(40), code: text(80) }, () => say('date, version and code')),
    link: text(40_000),
    iteration: v.pipe(
      v.number(whole),
      v.integer(whole),
      v.minValue(0, () => say('a number from 0')),
    ),
    columns: v.pipe(
      v.array(
        v.object(
          {
            name: text(60),
            method: v.pipe(
              text(60),
              v.check(isMethodKind, () => say('a method of this page')),
            ),
            digest: v.pipe(
              v.string(() => say('a digest')),
              v.regex(/^(\d{1,4}\.[0-9a-f]{16})?$/, () => say('a digest, as 2.0123456789abcdef')),
            ),
            measures: v.pipe(
              v.record(text(40), series, () => say('measures with their numbers')),
              v.maxEntries(60, () => say('at most {most} measures', { most: 60 })),
            ),
          },
          () => say('a column'),
        ),
        () => say('a list of columns'),
      ),
      v.minLength(1, () => say('at least one column')),
      v.maxLength(MAX_RUNS, () => say('at most {most} columns', { most: MAX_RUNS })),
    ),
  },
  () => say('a run as this page saves it'),
);

type Read = { readonly record: RunRecord; readonly problem?: never } | { readonly problem: string };

/** Reads what a file or the browser's storage held; a problem is one sentence with the value seen and the value wanted. */
export function readRecord(value: unknown): Read {
  if (typeof value === 'object' && value !== null && ('vary' in value || 'sweep' in value))
    return { problem: say('It is a sweep; the page of sweeps opens it.') };
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (!read.success) return { problem: sentence(say('The run'), read.issues[0]) };
  const record = read.output;
  const { config, problems } = decodeLink(record.link);
  if (problems.length > 0) return { problem: say('The link of the run: {problem}', { problem: problems[0]! }) };
  if (config.runs.length !== record.columns.length)
    return {
      problem: say('The run has {n} columns, and its link {link}; expected are as many.', {
        n: record.columns.length,
        link: config.runs.length,
      }),
    };
  for (const column of record.columns) {
    const lengths = new Set(Object.values(column.measures).map(({ length }) => length));
    const steps = column.measures['iteration'] ?? [];
    if (lengths.size !== 1 || steps.length === 0)
      return {
        problem: say(
          'The measures of {column} have {lengths} numbers; expected are as many of each, with “iteration” among them.',
          { column: quote(column.name), lengths: [...lengths].join(', ') || 0 },
        ),
      };
    if (
      steps.some(
        (step, n) =>
          typeof step !== 'number' || !Number.isInteger(step) || step < 0 || (n > 0 && step <= Number(steps[n - 1])),
      )
    )
      return {
        problem: say(
          'The iterations of {column} do not rise from one to the next; expected are whole numbers that do.',
          { column: quote(column.name) },
        ),
      };
  }
  return { record };
}

/** Reads a run from a file of the reader's. */
export async function readRunFile(file: File): Promise<Read> {
  const about = (problem: string): Read => ({ problem: `${file.name}: ${problem}` });
  if (file.size > MAX_BYTES) {
    return about(say('It has {n} bytes; expected are at most {most}.', { n: file.size, most: MAX_BYTES }));
  }
  try {
    const read = readRecord(JSON.parse(await file.text()));
    return read.problem === undefined ? read : about(read.problem);
  } catch (error) {
    return about(
      error instanceof SyntaxError
        ? say('It is not JSON; expected is a run that this page saved.')
        : say('It could not be read.'),
    );
  }
}

/** A column's measures, as a live column has them. */
function historyOf(column: RunRecord['columns'][number]): History {
  const history = new History();
  const length = column.measures['iteration']!.length;
  const rows = new Float64Array(length * MEASURES).fill(NaN);
  for (const [key, values] of Object.entries(column.measures)) {
    if (!Object.hasOwn(measureIndex, key)) continue;
    for (const [n, value] of values.entries())
      rows[n * MEASURES + measureIndex[key as Measure]] = value === null ? NaN : Number(value);
  }
  history.add(rows);
  return history;
}

/** A record as the charts draw it. */
export function referenceOf(id: string, record: RunRecord): Omit<ReferenceRun, 'letter'> {
  return {
    id,
    name: record.name,
    columns: record.columns.map((column) => ({
      name: column.name,
      method: column.method as MethodKind,
      history: historyOf(column),
    })),
  };
}

/** What a record knows of the run that it was made of: all measures but the times, bit for bit. */
export function witnessOfRecord(record: RunRecord): Witness {
  const histories = record.columns.map(historyOf);
  const digests = record.columns.map(({ digest }) =>
    digest === '' ? { numerics: NaN, hash: '' } : digestParts(digest),
  );
  return {
    from: 'The file',
    iteration: record.iteration,
    numerics: digests[0]!.numerics,
    digests: digests.map(({ hash }) => hash),
    parting: (column, history) => {
      const kept = histories[column]!;
      let same = -1;
      for (let n = 0; n < kept.length; n += 1) {
        const iteration = kept.at(n, 'iteration');
        const position = history.positionOf(iteration);
        if (position < 0 || history.at(position, 'iteration') !== iteration) continue;
        // a record of an older page may lack a measure
        const alike = repeated.every((key) => {
          const before = kept.at(n, key);
          return Number.isNaN(before) || before === history.at(position, key);
        });
        if (!alike) return [same + 1, iteration];
        same = iteration;
      }
      return null;
    },
  };
}
