import { readRecording, type Recording } from '../claims/recordings/recording.ts';
import { methods } from '../methods/registry.ts';
import type { Episode } from '../training/frame.ts';

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
