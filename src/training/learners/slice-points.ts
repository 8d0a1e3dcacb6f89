import { SLICE_SIDE, sliceState } from '../../environments/picture.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { SliceView } from '../session.ts';

/** The cells of a slice as states and observations. */
export interface SlicePoints {
  /** S */
  readonly count: number;
  /** [S·variables] */
  readonly states: Float64Array;
  /** [S·observation] */
  readonly observations: Float64Array;
}

/** The cells of the slice that is looked at. */
export function slicePoints(world: PhysicsWorld, { slice, rest }: SliceView): SlicePoints {
  const shown = world.slices[slice] ?? world.slices[0]!;
  const count = SLICE_SIDE * SLICE_SIDE;
  const width = world.variables.length;
  const states = new Float64Array(count * width);
  const observations = new Float64Array(count * world.observationSize);
  for (let cell = 0; cell < count; cell += 1) {
    const state = states.subarray(cell * width, (cell + 1) * width);
    sliceState(world, shown, cell, state, rest);
    world.observe(state, observations, cell * world.observationSize);
  }
  return { count, states, observations };
}
