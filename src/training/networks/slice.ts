import { SLICE_SIDE, sliceState } from '../../environments/picture.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { GaussianSlice, ParticlePlan } from '../frame.ts';

/** The cells of a slice as states and observations. */
export interface SlicePoints {
  /** S */
  readonly count: number;
  /** [S·variables] */
  readonly states: Float64Array;
  /** [S·observation] */
  readonly observations: Float64Array;
}

/** @param rest [variables] where the variables are that the slice does not show */
export function slicePoints(world: PhysicsWorld, slice: number, rest: readonly number[]): SlicePoints {
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

/** What a frame shows of a slice. */
export interface SliceView {
  /** [S·N] rows with discrete actions, else empty */
  readonly policy: Float64Array;
  readonly previous: Float64Array;
  readonly advantage: Float64Array;
  readonly target: Float64Array | null;
  /** V [S] by the critic */
  readonly value: Float64Array;
  readonly gaussian: GaussianSlice | null;
  readonly particles: ParticlePlan | null;
}
