import { expose, transfer } from 'comlink';
import type { Change } from '../config/playground-config.ts';
import { transferables, type Frame } from '../training/frame.ts';
import { openSession } from '../training/open-session.ts';
import { RewindableSession } from '../training/rewind.ts';
import { TrainingSession, type SessionConfig } from '../training/session.ts';
import { loadPart } from './part.ts';

let rewindable: RewindableSession | undefined;
/** Counts openings: one that takes long may be overtaken by the next. */
let openings = 0;

function open(): RewindableSession {
  if (rewindable === undefined) throw new Error('This worker has no run; open one first.');
  return rewindable;
}

const sent = (frame: Frame): Frame => transfer(frame, transferables(frame));

/** What the page may ask of a column's worker. */
const training = {
  async open(config: SessionConfig, progress: (sentence: string) => void) {
    openings += 1;
    const opening = openings;
    rewindable?.session.close();
    rewindable = undefined;
    const session = await loadPart(() =>
      openSession(
        config,
        () => performance.now(),
        async () => (await import('./engine-files.ts')).engineFiles(progress),
      ),
    );
    if (opening !== openings) {
      session.close();
      throw new Error('This run was opened anew.');
    }
    rewindable = new RewindableSession(session);
    const table = session instanceof TrainingSession ? session : null;
    return {
      frame: sent(session.frame()),
      optimum: table?.optimum ?? null,
      valueDomain: table?.valueDomain ?? null,
    };
  },
  advance: (count: number) => sent(open().advance(count)),
  nearest: (iteration: number) => open().nearest(iteration),
  place: (iteration: number) => sent(open().place(iteration)),
  setChanges: (changes: readonly Change[]) => open().setChanges(changes),
  /** Which slice, which of its cells and where the rest is, the frames of a physics task show; gives the frame as it is then. */
  look: (slice: number, state: number, rest: readonly number[]) => sent(open().look(slice, state, rest)),
  digest: () => open().session.digest(),
};

export type TrainingApi = typeof training;

expose(training);
