import type { Action, FiniteWorld, Lattice } from './environment.ts';
import type { ActionComponent, PhysicsWorld, Slice } from './physics.ts';

/** What is drawn of a world, whatever its states are: cells of a lattice, each with a state and what can be done there. */
export interface Picture {
  readonly states: number;
  /** Empty where actions are continuous. */
  readonly actions: readonly Action[];
  /** Components of a continuous action; empty where actions are discrete. */
  readonly components: readonly ActionComponent[];
  readonly lattice: Lattice;
  /** [S] 1 for states in which nothing can happen any more. */
  readonly absorbing: Uint8Array;
  /** A state in words, as the layer shows it. */
  readonly describe: (state: number, layer: readonly number[]) => string;
  /** Whether a state is one to look at first. */
  readonly begins: (state: number) => boolean;
  /** The whole finite world, or the whole physics task. */
  readonly finite: FiniteWorld | null;
  readonly physics: PhysicsWorld | null;
}

export function pictureOfFinite(world: FiniteWorld): Picture {
  const { model, actions, lattice, absorbing, describe } = world;
  return {
    states: model.states,
    actions,
    components: [],
    lattice,
    absorbing,
    describe: (state) => describe(state),
    begins: (state) => model.start[state]! > 0,
    finite: world,
    physics: null,
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

/** A physics task is drawn as slices of its state space; with several components of an action, one of them at a time. */
export function pictureOfPhysics(world: PhysicsWorld): Picture {
  const states = SLICE_SIDE * SLICE_SIDE;
  const cells = Int32Array.from({ length: states }, (_, cell) => cell);
  const components = world.actions.kind === 'box' ? world.actions.components : [];
  const slices = { label: 'slice', options: world.slices.map(({ label }) => label) };
  const parts = { label: 'action', options: components.map(({ label }) => label) };
  const point = new Float64Array(world.variables.length);
  return {
    states,
    actions: world.actions.kind === 'discrete' ? world.actions.actions : [],
    components,
    lattice: {
      shape: 'grid',
      rows: SLICE_SIDE,
      columns: SLICE_SIDE,
      rowLabel: '',
      columnLabel: '',
      layers: components.length > 1 ? [slices, parts] : [slices],
      statesAt: () => cells,
      marksAt: () => [],
      fences: [],
    },
    absorbing: new Uint8Array(states),
    describe: (state, layer) => {
      const slice = world.slices[layer[0] ?? 0] ?? world.slices[0]!;
      sliceState(world, slice, state, point);
      const said = [slice.x, slice.y].map((variable) => {
        const { label, unit } = world.variables[variable]!;
        return `${label} ${point[variable]!.toFixed(2).replace('-', '−')} ${unit}`.trim();
      });
      return said.join(', ');
    },
    // the middle of the slice
    begins: (state) => state === (states - 1) / 2,
    finite: null,
    physics: world,
  };
}
