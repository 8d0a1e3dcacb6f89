import { say } from '../copy/say.ts';
import type { Action, FiniteWorld, Lattice } from './environment.ts';
import type { ActionComponent, PhysicsWorld, Slice } from './physics.ts';

/** What is drawn of a world, whatever its states are: cells of a lattice, each with a state. */
interface AnyPicture {
  readonly states: number;
  readonly lattice: Lattice;
  /** [S] 1 for states in which nothing can happen any more. */
  readonly absorbing: Uint8Array;
  /** A state in words of the page's language; of a physics task, the cell of a slice. */
  readonly describe: (state: number, slice: number) => string;
  /** Whether a state is one to look at first. */
  readonly begins: (state: number) => boolean;
}

/** A finite world, of which all states are drawn. */
export interface TablePicture extends AnyPicture {
  readonly kind: 'table';
  readonly actions: readonly Action[];
  readonly world: FiniteWorld;
}

/** A physics task with a few actions: slices of its state space. */
export interface DiscretePicture extends AnyPicture {
  readonly kind: 'discrete';
  readonly actions: readonly Action[];
  readonly world: PhysicsWorld;
}

/** A physics task whose actions are points of a box, drawn one component at a time. */
export interface ContinuousPicture extends AnyPicture {
  readonly kind: 'continuous';
  readonly components: readonly ActionComponent[];
  readonly world: PhysicsWorld;
}

export type SlicePicture = DiscretePicture | ContinuousPicture;
export type Picture = TablePicture | SlicePicture;

export function pictureOfFinite(world: FiniteWorld): TablePicture {
  const { model, actions, lattice, absorbing, describe } = world;
  return {
    kind: 'table',
    states: model.states,
    actions,
    lattice,
    absorbing,
    describe: (state) => describe(state),
    begins: (state) => model.start[state]! > 0,
    world,
  };
}

/** Cells of a slice along each side: odd, so that one stands at its middle. */
export const SLICE_SIDE = 21;

/**
 * Writes the state [variables] at a cell of a slice: the cell's middle in the two variables shown.
 * @param rest [variables] where the others are; the world's own rest where it does not fit
 */
export function sliceState(
  world: PhysicsWorld,
  { x, y }: Slice,
  cell: number,
  out: Float64Array,
  rest: readonly number[] = world.rest,
): void {
  const fits = rest.length === out.length && rest.every((value) => Number.isFinite(value));
  out.set(fits ? rest : world.rest);
  const at = (variable: number, place: number): number => {
    const { low, high } = world.variables[variable]!;
    return low + ((high - low) * (place + 0.5)) / SLICE_SIDE;
  };
  out[x] = at(x, cell % SLICE_SIDE);
  out[y] = at(y, SLICE_SIDE - 1 - Math.floor(cell / SLICE_SIDE));
}

/** A physics task is drawn as slices of its state space. */
export function pictureOfPhysics(world: PhysicsWorld): SlicePicture {
  const states = SLICE_SIDE * SLICE_SIDE;
  const cells = Int32Array.from({ length: states }, (_, cell) => cell);
  const point = new Float64Array(world.variables.length);
  const drawn: AnyPicture = {
    states,
    lattice: {
      shape: 'grid',
      rows: SLICE_SIDE,
      columns: SLICE_SIDE,
      layers: [],
      statesAt: () => cells,
      marksAt: () => [],
      fences: [],
    },
    absorbing: new Uint8Array(states),
    describe: (state, slice) => {
      const shown = world.slices[slice] ?? world.slices[0]!;
      sliceState(world, shown, state, point);
      const said = [shown.x, shown.y].map((variable) => {
        const { label, unit } = world.variables[variable]!;
        return `${say(label)} ${point[variable]!.toFixed(2).replace('-', '−')} ${say(unit)}`.trim();
      });
      return said.join(', ');
    },
    // the middle of the slice
    begins: (state) => state === (states - 1) / 2,
  };
  const { actions } = world;
  return actions.kind === 'discrete'
    ? { ...drawn, kind: 'discrete', actions: actions.actions, world }
    : { ...drawn, kind: 'continuous', components: actions.components, world };
}
