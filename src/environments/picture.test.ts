import { describe, expect, it } from 'vitest';
import { pictureOfPhysics, SLICE_SIDE, sliceState } from './picture.ts';
import { makePicture, taskOf, makeTask, physicsTasks, worlds, type PhysicsKind, type WorldKind } from './registry.ts';

const kinds = Object.keys(physicsTasks) as PhysicsKind[];

describe.each(kinds)('the picture of %s', (kind) => {
  const world = makeTask(kind, {});
  const picture = pictureOfPhysics(world);
  const middle = (SLICE_SIDE * SLICE_SIDE - 1) / 2;

  it('has a cell for each state of a slice, and begins in its middle', () => {
    const cells = picture.lattice.statesAt([0]);
    expect(cells).toHaveLength(picture.states);
    expect(new Set(cells).size).toBe(picture.states);
    expect([...cells].filter(picture.begins)).toEqual([middle]);
  });

  it('spans each slice’s ranges, its second variable upwards, and leaves the others at rest', () => {
    const state = new Float64Array(world.variables.length);
    for (const slice of world.slices) {
      const [x, y] = [world.variables[slice.x]!, world.variables[slice.y]!];
      sliceState(world, slice, middle, state);
      expect(state[slice.x]).toBeCloseTo((x.low + x.high) / 2, 12);
      expect(state[slice.y]).toBeCloseTo((y.low + y.high) / 2, 12);
      sliceState(world, slice, 0, state);
      expect(state[slice.x]).toBeCloseTo(x.low + (x.high - x.low) / (2 * SLICE_SIDE), 12);
      expect(state[slice.y]).toBeCloseTo(y.high - (y.high - y.low) / (2 * SLICE_SIDE), 12);
      state.forEach((value, variable) => {
        if (variable !== slice.x && variable !== slice.y) expect(value).toBe(world.rest[variable]);
      });
    }
  });

  it('says which state a cell is, in the words of the slice that is shown', () => {
    world.slices.forEach((slice, index) => {
      const said = picture.describe(0, index);
      for (const variable of [slice.x, slice.y]) expect(said).toContain(world.variables[variable]!.label);
    });
  });

  it('has actions with names, or components, as its task does', () => {
    if (picture.kind === 'discrete') expect(picture.actions.length).toBeGreaterThan(1);
    else expect(picture.components.length).toBeGreaterThan(0);
    expect(picture.kind === 'discrete').toBe(world.actions.kind === 'discrete');
    expect(picture.lattice.layers).toEqual([]);
  });
});

it('every kind of world has a picture, finite or physical', () => {
  for (const kind of Object.keys(worlds) as WorldKind[]) {
    const picture = makePicture(kind, {});
    expect(picture.kind, kind).toBe(taskOf(kind));
    expect(picture.states).toBeGreaterThan(0);
  }
});
