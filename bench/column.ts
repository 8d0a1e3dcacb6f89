import { decodeLink } from '../src/config/link.ts';
import { openSession } from '../src/training/open-session.ts';
import { measureIndex } from '../src/training/measure.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { engineFiles } from '../cli/engine-files.ts';
import { median } from './timing.ts';

/** What a column did in its time. */
export interface Pace {
  /** environment steps per second, frames included */
  readonly speed: number;
  /** the same of the simulator, look-ahead included */
  readonly simulated: number;
  /** median of an iteration, and of the frame after it, in milliseconds */
  readonly iteration: number;
  readonly frame: number;
}

// one column in a process of its own: it is opened and warmed up, and then goes whenever it is told for how long
const [link = '', column = '0'] = process.argv.slice(2);
const { config } = decodeLink(link);
const session = await openSession(sessionConfig(config, Number(column)), () => performance.now(), engineFiles);

// past the random steps, and past a first iteration, in which the engine is slow
while (session.advance(1).point === null);

process.on('message', (milliseconds: number) => process.send!(pace(milliseconds)));
process.send!(null);

function pace(milliseconds: number): Pace {
  const began = performance.now();
  const iterations: number[] = [];
  const frames: number[] = [];
  const before = session.frame().row;
  let last = before;
  while (performance.now() - began < milliseconds) {
    const start = performance.now();
    const { row } = session.advance(1);
    const took = performance.now() - start;
    iterations.push(took);
    frames.push(took - row[measureIndex.milliseconds]!);
    last = row;
  }
  const seconds = (performance.now() - began) / 1000;
  const rate = (measure: 'steps' | 'simulated'): number =>
    (last[measureIndex[measure]]! - before[measureIndex[measure]]!) / seconds;
  return { speed: rate('steps'), simulated: rate('simulated'), iteration: median(iterations), frame: median(frames) };
}
