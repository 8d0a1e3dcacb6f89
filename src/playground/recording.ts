import { say } from '../copy/say.ts';
import { lineOf, type RecordedLine } from '../claims/recordings/recorded-line.ts';
import { readRecording, type Recording } from '../claims/recordings/recording.ts';
import { methods } from '../methods/registry.ts';
import type { Episode } from '../training/frame.ts';

/** A recorded episode, and what it is. */
export interface RecordedEpisode {
  readonly episode: Episode;
  readonly said: string;
}

/** What a page takes of a recording. */
export interface Recorded {
  /** Null where its states are not those of the task. */
  readonly episode: RecordedEpisode | null;
  readonly lines: readonly RecordedLine[];
}

function recordedEpisode({ states, total, method, steps }: Recording): RecordedEpisode {
  const { short } = methods[method];
  return {
    episode: { states: Float32Array.from(states.flat()), total, steps: states.length - 1 },
    // when it is shown: the language of the page may be another by then
    get said() {
      const values = { method: short, steps: steps.toLocaleString('en'), total: String(total).replace('-', '−') };
      return say('recorded: {method} after {steps} steps, return {total}', values);
    },
  };
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

/** Fetches the recorded episode and curves of a task whose states have so many variables; null where there is nothing. */
export async function fetchRecorded(kind: string, variables: number): Promise<Recorded | null> {
  const read = await fetchRecording(kind);
  if (read === null) return null;
  const fits = read.states.every((state) => state.length === variables);
  return { episode: fits ? recordedEpisode(read) : null, lines: read.curves.map((curve) => lineOf(read, curve)) };
}
