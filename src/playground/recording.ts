import * as v from 'valibot';
import type { Episode } from '../training/frame.ts';
import { isMethodKind, methods, type MethodKind } from '../methods/registry.ts';

const method = v.custom<MethodKind>((value) => typeof value === 'string' && isMethodKind(value), 'a method');
const text = v.pipe(v.string(), v.maxLength(50_000));
const finite = v.pipe(v.number(), v.finite());

/** One method's curve of returns: medians over seeds. */
const curve = v.object({
  method,
  /** that made it, where another one made the episode */
  command: v.optional(text),
  /** of training, a seed; null where it was not timed, or stopped and went on */
  minutes: v.nullable(finite),
  /** the last mean return of each seed */
  final: v.array(finite),
  steps: v.array(finite),
  /** of look-ahead, a seed, where it was counted */
  ahead: v.optional(finite),
  returns: v.array(v.nullable(finite)),
});

/** What was recorded of a physics task with the settings that it comes with. */
const recording = v.object({
  command: text,
  steps: finite,
  seeds: finite,
  date: text,
  curves: v.pipe(v.array(curve), v.maxLength(100)),
  /** whose episode it is */
  method,
  total: finite,
  /** [steps+1][variables] */
  states: v.pipe(v.array(v.array(finite)), v.minLength(2), v.maxLength(100_000)),
});

export type RecordedCurve = v.InferOutput<typeof curve>;
export type Recording = v.InferOutput<typeof recording>;

/** A recorded episode, and what it is. */
export interface RecordedEpisode {
  readonly episode: Episode;
  readonly said: string;
}

function recordedEpisode({ states, total, method, steps }: Recording): RecordedEpisode {
  const { short } = methods[method];
  return {
    episode: { states: Float32Array.from(states.flat()), total, steps: states.length - 1 },
    said: `recorded: ${short} after ${steps.toLocaleString('en')} steps, return ${String(total).replace('-', '−')}`,
  };
}

/** The link that a command records; empty where it names none. */
export function recordedLink(command: string): string {
  return /record -- '([^']*)'/.exec(command)?.[1] ?? '';
}

/** A recording from JSON; null where it is none. */
export function readRecording(value: unknown): Recording | null {
  const read = v.safeParse(recording, value);
  return read.success ? read.output : null;
}

/** Fetches what was recorded of a task; null where there is nothing, or nothing that can be read. */
export async function fetchRecording(kind: string): Promise<Recording | null> {
  try {
    const response = await fetch(new URL(`recordings/${kind}.json`, document.baseURI));
    return response.ok ? readRecording(await response.json()) : null;
  } catch {
    return null;
  }
}

/** Fetches the recorded episode of a task whose states have so many variables; null where there is none. */
export async function fetchEpisode(kind: string, variables: number): Promise<RecordedEpisode | null> {
  const read = await fetchRecording(kind);
  const fits = read?.states.every((state) => state.length === variables) === true;
  return fits ? recordedEpisode(read) : null;
}
