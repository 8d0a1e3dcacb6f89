import { expose, transfer } from 'comlink';
import type { Change } from '../config/playground-config.ts';
import { transferables, type Frame } from '../training/frame.ts';
import { RewindableSession } from '../training/rewind.ts';
import type { SessionConfig } from '../training/session.ts';

let rewindable: RewindableSession | undefined;

function open(): RewindableSession {
  if (rewindable === undefined) throw new Error('This worker has no run; open one first.');
  return rewindable;
}

const sent = (frame: Frame): Frame => transfer(frame, transferables(frame));

/** What the page may ask of a column's worker. */
const training = {
  open(config: SessionConfig) {
    rewindable = new RewindableSession(config, () => performance.now());
    const { session } = rewindable;
    return { frame: sent(session.frame()), optimum: session.optimum, valueDomain: session.valueDomain };
  },
  advance: (count: number) => sent(open().advance(count)),
  seek: (iteration: number) => sent(open().seek(iteration)),
  setChanges: (changes: readonly Change[]) => open().setChanges(changes),
  digest: () => open().session.digest(),
};

export type TrainingApi = typeof training;

expose(training);
