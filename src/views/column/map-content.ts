import type { TablePicture } from '../../environments/picture.ts';
import { spentAt } from '../../playground/plan.ts';
import type { Run } from '../../playground/run.ts';
import type { TableFrame } from '../../training/frame.ts';
import { measureIndex } from '../../training/measure.ts';
import type { MapContent } from '../draw/map-painter.ts';

/** The policy that every run begins with, [S·N]. */
export function uniformPolicy({ states, actions }: TablePicture): Float64Array {
  return new Float64Array(states * actions.length).fill(1 / actions.length);
}

/** What a run shows of this very world; null before its first frame. */
export function tableFrame({ frame }: Run, { states, actions }: TablePicture): TableFrame | null {
  return frame?.kind === 'table' && frame.policy.length === states * actions.length ? frame : null;
}

/** What is drawn of a column's table now. @param uniform what is drawn before the first frame */
export function mapContent(
  run: Run,
  uniform: Float64Array,
  seen: Pick<MapContent, 'picture' | 'layer' | 'heat' | 'geometry' | 'colors'>,
): MapContent {
  const frame = tableFrame(run, seen.picture);
  const next = seen.heat === 'change' && frame !== null ? run.preview : null;
  return {
    ...seen,
    // while a setting is turned, what the next update would change
    policy: next?.policy ?? frame?.policy ?? uniform,
    previous: next === null ? (frame?.previous ?? uniform) : frame!.policy,
    value: frame?.value ?? null,
    valueDomain: run.valueDomain,
    gauge: frame === null ? null : gaugeOf(run, frame, seen.picture),
  };
}

/** Share of the radius that a state used, where the last step had a radius. */
function gaugeOf(run: Run, frame: TableFrame, picture: TablePicture): ((state: number) => number) | null {
  const radius = frame.row[measureIndex.radius] ?? NaN;
  if (!(radius > 0)) return null;
  return (state) => spentAt(run.config.run.method, frame, picture, state) / radius;
}
