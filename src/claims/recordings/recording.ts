import * as v from 'valibot';
import { isMethodKind, type MethodKind } from '../../methods/registry.ts';

const method = v.custom<MethodKind>((value) => typeof value === 'string' && isMethodKind(value), 'a method');
const text = v.pipe(v.string(), v.maxLength(50_000));
const finite = v.pipe(v.number(), v.finite());
const numbers = v.pipe(v.array(finite), v.maxLength(1000));
/** Null before any episode has ended. */
const returns = v.pipe(v.array(v.nullable(finite)), v.maxLength(1000));

/** One seed of one method, at points that lie evenly over its iterations. */
const run = v.pipe(
  v.object({
    seed: finite,
    command: text,
    date: text,
    /** hash of the code that makes numbers */
    code: text,
    /** of training; null where it was not timed, or stopped and went on */
    minutes: v.nullable(finite),
    steps: v.pipe(numbers, v.minLength(1)),
    /** of look-ahead, until then */
    ahead: numbers,
    returns,
  }),
  v.check(({ steps, ahead, returns: { length } }) => steps.length === length && ahead.length === length),
);

/** One method's curve of returns: medians over seeds. */
const curve = v.pipe(
  v.object({
    method,
    /** that made it, where another one made the episode */
    command: v.optional(text),
    date: v.optional(text),
    /** of training, a seed; null where it was not timed, or stopped and went on */
    minutes: v.nullable(finite),
    /** the mean return of each seed at the last point */
    final: v.array(v.nullable(finite)),
    steps: v.array(finite),
    /** of look-ahead, a seed, where it was counted */
    ahead: v.optional(finite),
    returns: v.array(v.nullable(finite)),
    /** its seeds, one by one; older recordings have none */
    runs: v.optional(v.pipe(v.array(run), v.minLength(1), v.maxLength(100))),
  }),
  v.check(({ steps, returns: { length } }) => steps.length === length),
);

/** What was recorded of a physics task with the settings that it comes with. */
const recording = v.object({
  command: text,
  steps: finite,
  seeds: finite,
  date: text,
  code: v.optional(text),
  curves: v.pipe(v.array(curve), v.maxLength(100)),
  /** whose episode it is */
  method,
  total: finite,
  /** [steps+1][variables] */
  states: v.pipe(v.array(v.array(finite)), v.minLength(2), v.maxLength(100_000)),
});

export type RecordedRun = v.InferOutput<typeof run>;
export type RecordedCurve = v.InferOutput<typeof curve>;
export type Recording = v.InferOutput<typeof recording>;

/** The link that a command records; empty where it names none. */
export function recordedLink(command: string): string {
  return /record -- '([^']*)'/.exec(command)?.[1] ?? '';
}

/** A recording from JSON; null where it is none. */
export function readRecording(value: unknown): Recording | null {
  const read = v.safeParse(recording, value);
  return read.success ? read.output : null;
}
