import type { RowsFrame, RowsPicture } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import { shownFace } from '../../playground/shown-face.ts';
import { stateRegion, type StateRegion } from '../../playground/state-region.ts';

/** A state's region, and the frame it is of. */
export interface KnownRegion {
  readonly frame: RowsFrame;
  readonly state: number;
  readonly region: StateRegion;
}

/** Where a column's region is asked for. */
interface Asked {
  readonly run: Run;
  /** All columns, which share a face. */
  readonly runs: readonly Run[];
  readonly picture: RowsPicture;
  readonly state: number;
  readonly chosen: readonly number[] | null;
}

/** The region of what a column shows now, computed once for a frame, a state and a face; null while there is none. */
export function regionKeeper(): (asked: Asked) => KnownRegion | null {
  let known: KnownRegion | null = null;
  return ({ run, runs, picture, state, chosen }) => {
    const frame = shownFrame(run, picture);
    if (frame === null || picture.actions.length < 2) return null;
    const frames = runs.map((other) => other.preview ?? other.frame);
    const face = shownFace(picture, state, frames, chosen);
    const same = known?.frame === frame && known.state === state && known.region.face.join() === face.join();
    if (!same) known = { frame, state, region: stateRegion(run.config.run.method, frame, picture, state, face) };
    return known;
  };
}

/** The update that would be next where a setting was turned, else the one that was; null while there is none of this world. */
function shownFrame(run: Run, picture: RowsPicture): RowsFrame | null {
  const frame = run.preview ?? run.frame;
  if (frame === null || frame.kind === 'continuous' || frame.kind !== picture.kind) return null;
  return frame.policy.length === picture.states * picture.actions.length ? frame : null;
}
