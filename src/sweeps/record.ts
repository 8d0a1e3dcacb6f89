import * as v from 'valibot';
import { say } from '../copy/say.ts';
import { quote } from '../field.ts';
import { MAX_TASKS, readSweep, sentence } from './read-sweep.ts';
import { clockMeasures, sweepMeasures } from './sweep-measures.ts';
import { keptIterations, taskCount } from './sweep-size.ts';
import { expandSweep } from './tasks.ts';
import type { Made, Sweep, SweepRecord, SweepTask, TaskResult } from './sweep.ts';

type Read<Name extends string, Value> = { readonly [Key in Name]: Value } | { readonly problem: string };

const MAX_TEXT = 2000;
const MAX_POINTS = 200;

/** A number as files have it. */
const number = v.union(
  [
    v.number(),
    v.pipe(
      v.null(),
      v.transform(() => NaN),
    ),
    v.pipe(
      v.picklist(['inf', '-inf']),
      v.transform((text) => (text === 'inf' ? Infinity : -Infinity)),
    ),
  ],
  () => say('a number, null, "inf" or "-inf"'),
);
const whole = (): string => say('a whole number');
const count = v.pipe(v.number(whole), v.integer(whole), v.minValue(0, whole));
const text = v.pipe(
  v.string(() => say('a text')),
  v.maxLength(MAX_TEXT, () => say('a text of at most {most} characters', { most: MAX_TEXT })),
);
const measure = v.picklist(
  sweepMeasures.map(({ key }) => key),
  () => say('a measure'),
);
const few = (): string => say('at most {most} points', { most: MAX_POINTS });
const points = v.pipe(
  v.array(number, () => say('a list of numbers')),
  v.maxLength(MAX_POINTS, few),
);

const result = v.strictObject(
  {
    index: count,
    at: v.pipe(
      v.array(count, () => say('a list of iterations')),
      v.maxLength(MAX_POINTS, few),
    ),
    curves: v.record(measure, points, () => say('a curve for each measure')),
    extremes: v.record(measure, v.tuple([number, number]), () => say('two numbers for each measure')),
    reached: v.nullable(v.strictObject({ iteration: count, steps: number, milliseconds: number })),
    digest: text,
    milliseconds: number,
    failure: text,
  },
  () => say('a result'),
);

const file = v.strictObject(
  {
    sweep: v.unknown(),
    made: v.strictObject({ command: text, date: text, version: text, code: v.optional(text, '') }, () =>
      say('command, date, version and code'),
    ),
    results: v.pipe(
      v.array(v.unknown(), () => say('a list of results')),
      v.maxLength(MAX_TASKS, () => say('at most {most} results', { most: MAX_TASKS })),
    ),
  },
  () => say('an object with sweep, made and results'),
);

/** Reads what `recordText` wrote; a problem is one sentence. Nothing of the file is trusted. */
export function readRecord(value: unknown): Read<'record', SweepRecord> {
  const read = v.safeParse(file, value, { abortEarly: true });
  if (!read.success) return { problem: sentence(say('The record'), read.issues[0]) };
  const found = readSweep(read.output.sweep);
  if ('problem' in found) return found;
  const { sweep } = found;
  const results: TaskResult[] = [];
  for (const given of read.output.results) {
    const one = readResult(given, sweep);
    if ('problem' in one) return one;
    results.push(one.result);
  }
  const twice = results.toSorted((a, b) => a.index - b.index).find(({ index }, n, all) => all[n - 1]?.index === index);
  if (twice !== undefined) {
    return { problem: say('The result of run {index} is there twice; expected is one.', { index: twice.index }) };
  }
  return { record: { sweep, results: inOrder(results), made: read.output.made } };
}

/** Reads one result of a sweep, as a line of a record has it. */
export function readResult(value: unknown, sweep: Sweep): Read<'result', TaskResult> {
  const read = v.safeParse(result, value, { abortEarly: true });
  if (!read.success) return { problem: sentence(say('A result'), read.issues[0]) };
  const { output } = read;
  const runs = taskCount(sweep);
  if (output.index >= runs) {
    const values = { index: output.index, runs };
    return { problem: say('A result is of run {index}; expected is one below {runs}.', values) };
  }
  const kept = keptIterations(sweep);
  const wrong =
    output.at.length !== kept.length ||
    output.at.some((iteration, n) => iteration !== kept[n]) ||
    sweep.measures.some((key) => output.curves[key]?.length !== kept.length);
  if (!wrong) return { result: output };
  const { index } = output;
  return { problem: say('The curves of run {index} do not have the points and measures of the sweep.', { index }) };
}

/** JSON with one result a line, so that differences can be read. What is no number is null, infinity "inf". */
export function recordText({ sweep, results, made }: SweepRecord): string {
  const lines = results.map(lineOf).join(',\n');
  return `{"sweep":${lineOf(sweep)},\n"made":${lineOf(made)},\n"results":[${lines === '' ? '' : `\n${lines}\n`}]}\n`;
}

/** JSON on one line, as a record has it. */
export function lineOf(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    entry === Infinity ? 'inf' : entry === -Infinity ? '-inf' : entry,
  );
}

/** Puts records of the same sweep together. Runs that several have must be the same, but for times; the first one's stay. */
export function mergeRecords(records: readonly SweepRecord[]): Read<'record', SweepRecord> {
  const [first, ...others] = records;
  if (first === undefined) return { problem: 'There are 0 records; expected is at least one.' };
  const results = new Map<number, TaskResult>();
  for (const { sweep, made, results: more } of [first, ...others]) {
    if (!sameCode(made, first.made)) {
      return {
        problem: `A record was made by ${codeName(made)}; expected is ${codeName(first.made)}, as the first was: results of different code are not mixed.`,
      };
    }
    if (lineOf(sweep) !== lineOf(first.sweep)) {
      return {
        problem: `A record is of another sweep, ${quote(sweep.title)}; expected is ${quote(first.sweep.title)} as the first has it.`,
      };
    }
    for (const one of more) {
      const known = results.get(one.index);
      if (known !== undefined && withoutTimes(known) !== withoutTimes(one)) {
        return { problem: `Run ${one.index} is in two records, and not the same in both.` };
      }
      if (known === undefined) results.set(one.index, one);
    }
  }
  return { record: { ...first, results: inOrder(results.values()) } };
}

/** Whether two records were made by the same code. */
export function sameCode(a: Pick<Made, 'version' | 'code'>, b: Pick<Made, 'version' | 'code'>): boolean {
  return a.code === b.code && (a.code !== '' || a.version === b.version);
}

/** "version 0.1.0 (code 1a2b3c4d5e6f)" */
export function codeName({ version, code }: Pick<Made, 'version' | 'code'>): string {
  return `version ${version}${code === '' ? '' : ` (code ${code})`}`;
}

/** The runs that a record does not have. */
export function missing({ sweep, results }: SweepRecord): SweepTask[] {
  const done = new Set(results.map(({ index }) => index));
  return expandSweep(sweep).tasks.filter(({ index }) => !done.has(index));
}

/** A result as text, without what the machine's clock has in it. */
export function withoutTimes({ index, digest, failure, curves, extremes, reached }: TaskResult): string {
  const still = (entries: object): [string, unknown][] =>
    Object.entries(entries).filter(([key]) => !(clockMeasures as readonly string[]).includes(key));
  return lineOf({
    index,
    digest,
    failure,
    curves: still(curves),
    extremes: still(extremes),
    reached: reached === null ? null : [reached.iteration, reached.steps],
  });
}

function inOrder(results: Iterable<TaskResult>): TaskResult[] {
  return [...results].sort((a, b) => a.index - b.index);
}
