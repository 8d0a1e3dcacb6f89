import { decodeLink } from '../config/link.ts';
import { openSession, type EngineFiles } from '../training/open-session.ts';
import type { Session } from '../training/session.ts';
import { sessionConfig } from '../training/session-config.ts';
import { openProbes, type Probe } from './probes.ts';
import { RunLog } from './run-log.ts';
import { isProbe } from './sweep-measures.ts';
import type { Sweep, SweepTask, TaskResult } from './sweep.ts';

/** Bounds between two chances to pause. */
const MOST_ITERATIONS = 1024;
const MILLISECONDS = 20;

const NO_PROBES: ReadonlyMap<Probe, number> = new Map();

/**
 * Runs one task of a sweep to its end. What the run itself throws becomes the result's `failure`.
 *
 * @param now milliseconds on any clock; only times depend on it
 * @param onProgress is told the iteration that was reached, about every 20 ms
 * @param pause is waited for just as often; where it rejects, so does the run
 */
export async function runTask(
  sweep: Sweep,
  task: SweepTask,
  files: () => Promise<EngineFiles>,
  now: () => number,
  onProgress?: (iteration: number) => void,
  pause?: () => Promise<void>,
): Promise<TaskResult> {
  const log = new RunLog(sweep);
  const wanted = sweep.measures.filter(isProbe);
  let session: Session | null = null;
  let pausing = false;
  try {
    const config = sessionConfig(decodeLink(task.link).config, 0);
    session = await openSession(config, now, files);
    const read = wanted.length === 0 ? () => NO_PROBES : openProbes(config, wanted);
    const first = session.frame();
    log.add(first.rows, read(first));
    let block = 1;
    let began = now();
    let since = 0;
    while (log.iteration < sweep.iterations) {
      // probes look at every step
      const size = wanted.length > 0 ? 1 : Math.min(block, sweep.iterations - log.iteration);
      const frame = session.advance(size);
      log.add(frame.rows, read(frame));
      since += size;
      const took = now() - began;
      if (took < MILLISECONDS && since < MOST_ITERATIONS) {
        block = since;
        continue;
      }
      // as many at once as fill the time
      block = Math.max(1, Math.floor((since * MILLISECONDS) / Math.max(took, MILLISECONDS)));
      onProgress?.(log.iteration);
      pausing = true;
      await pause?.();
      pausing = false;
      began = now();
      since = 0;
    }
    return log.result(task.index, session.digest(), '');
  } catch (error) {
    if (pausing) throw error;
    return log.result(task.index, '', error instanceof Error ? error.message : String(error));
  } finally {
    session?.close();
  }
}
