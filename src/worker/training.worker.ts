import { expose, transfer } from 'comlink';
import type { Change } from '../config/playground-config.ts';
import { transferables, type Frame } from '../training/frame.ts';
import { openSession } from '../training/open-session.ts';
import { RewindableSession } from '../training/rewind.ts';
import type { SessionConfig, SliceView } from '../training/session.ts';
import { loadPart } from './part.ts';

let rewindable: RewindableSession | undefined;
/** Counts openings: one that takes long may be overtaken by the next. */
let openings = 0;

function opened(): RewindableSession {
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
    return { frame: sent(session.frame()), reference: session.reference };
  },
  advance: (count: number) => sent(opened().advance(count)),
  nearest: (iteration: number) => opened().nearest(iteration),
  place: (iteration: number) => sent(opened().place(iteration)),
  setChanges: (changes: readonly Change[]) => opened().setChanges(changes),
  /** What the frames of a physics task show; gives the frame as it is then. */
  showSlice: (view: SliceView) => sent(opened().showSlice(view)),
  /** The frame of a table's next step, which is not taken; null in a physics task, whose steps take seconds. */
  preview: () => (opened().session.reference === null ? null : sent(opened().preview())),
  /** The last iteration of a table at which mass moves, where that is found in a fraction of a second. */
  foresee() {
    if (opened().session.reference === null) return null;
    const until = performance.now() + 150;
    return opened().foresee(opened().session.iteration + 400, () => performance.now() > until);
  },
  digest: () => opened().session.digest(),
};

export type TrainingApi = typeof training;

expose(training);
