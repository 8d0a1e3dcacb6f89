import type { Frame } from './frame.ts';
import type { RewindableSession } from './rewind.ts';

/** Goes to an iteration as the page does: back to the nearest checkpoint, then ahead. */
export function seek(rewindable: RewindableSession, iteration: number): Frame {
  const frame = rewindable.place(iteration);
  const ahead = iteration - rewindable.session.iteration;
  return ahead > 0 ? rewindable.advance(ahead) : frame;
}
