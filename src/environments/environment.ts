import type { Fields, FieldValues } from '../field.ts';
import type { Grid } from './grid.ts';

/** One thing an agent can do, with the geometry from which costs between actions come. */
export interface Action {
  readonly label: string;
  /** One character for matrices and tight places. */
  readonly glyph: string;
  /** Unit vector on the lattice (x to the right, y down) for actions that move; null for those that do not. */
  readonly direction: readonly [number, number] | null;
  /** Point on the unit sphere; the angle between two embeddings is the geometric cost. All actions of a world have one length. */
  readonly embedding: readonly number[];
  /** Where it stands in the plane, y upwards, in worlds whose actions have places. */
  readonly place?: readonly [number, number];
}

/**
 * Exact transition probabilities of a finite world. Outcomes of (s, a) are `offsets[s·A+a] … offsets[s·A+a+1]−1`.
 * Probabilities of a pair sum to 1. After a `terminated` outcome nothing follows (its value is 0), whatever `next` says.
 */
export interface FiniteModel {
  readonly states: number;
  readonly actions: number;
  /** [S·A+1] */
  readonly offsets: Int32Array;
  /** [outcomes] */
  readonly probability: Float64Array;
  /** [outcomes] index of the next state */
  readonly next: Int32Array;
  /** [outcomes] reward on the way */
  readonly reward: Float64Array;
  /** [outcomes] 1 where the episode ends by itself (not by the horizon) */
  readonly terminated: Uint8Array;
  /** [S] distribution of the first state, sums to 1 */
  readonly start: Float64Array;
}

type MarkKind = 'start' | 'goal' | 'hazard' | 'pit' | 'landmark';

/** An icon with a label on a cell of the lattice. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly kind: MarkKind;
  /** One or two characters drawn in the cell. */
  readonly text: string;
  /** What a reader is told, in the language of the page: "goal: +1, ends the episode". */
  readonly label: string;
}

/** A choice between layers of states that share the same cells (Taxi: where the passenger is). */
interface LayerChoice {
  readonly label: string;
  readonly options: readonly string[];
}

/** The 2-D array of states that a picture shows. */
export interface Lattice {
  readonly shape: 'grid' | 'chain';
  readonly rows: number;
  readonly columns: number;
  /** Choices of what is drawn, outermost first; empty when the cells hold all states. */
  readonly layers: readonly LayerChoice[];
  /** State at each cell, row-major [rows·columns], for one option a layer; −1 where there is none (a wall). */
  readonly statesAt: (layer: readonly number[]) => Int32Array;
  /** Marks to draw for that layer. */
  readonly marksAt: (layer: readonly number[]) => readonly Mark[];
  /** Thin walls between horizontally neighbouring cells: [row, column] has one on its right side. */
  readonly fences: readonly (readonly [number, number])[];
}

/** A finite world, ready to be trained in, measured and drawn. Everything in it is pure data. */
export interface FiniteWorld {
  readonly model: FiniteModel;
  readonly actions: readonly Action[];
  /** [S·N] where learning starts, if not from the uniform policy; rows sum to 1. */
  readonly initialPolicy?: Float64Array;
  readonly lattice: Lattice;
  /** Steps after which a sampled episode is cut off (truncated, not terminated). */
  readonly horizon: number;
  /** [S] 1 for states in which nothing can happen any more (goals, pits): they are drawn, not decided in. */
  readonly absorbing: Uint8Array;
  /** In the language of the page: "row 3, column 0" or "taxi at (2, 1), passenger at R, destination G" */
  readonly describe: (state: number) => string;
  /** What a reader should know before learning in it, in a sentence. */
  readonly note?: string;
}

/** A parameter that does not fit the others, whatever it is by itself. */
export interface Misfit {
  readonly key: string;
  /** The value seen and the value wanted, without the period. @param key as it is called where it was given */
  readonly says: (key: string) => string;
}

/** A kind of world: what the registry, the picker and the link know of it. */
export interface Environment<F extends Fields = Fields> {
  readonly label: string;
  /** One sentence for the picker. */
  readonly summary: string;
  /** Parameters of this kind of world. */
  readonly fields: F;
  /** The discount at which its defaults were measured. */
  readonly gamma: number;
  /** Whether its actions have places in the plane, whose distances are a cost. */
  readonly hasPlaces?: true;
  /** Parameters that do not fit the others; where they come from outside, their defaults are used. */
  readonly misfits?: (parameters: FieldValues<F>) => readonly Misfit[];
  /** What can be done in it, known without making it. */
  readonly actions: (parameters: FieldValues<F>) => readonly Action[];
  readonly make: (parameters: FieldValues<F>) => FiniteWorld;
  /** Its map and what happens on it, where it is a map of cells. */
  readonly grid?: (parameters: FieldValues<F>) => Grid;
}

/**
 * Index of the outcome of (s, a) for a uniform number u in [0, 1): pure, so that one step can be looked at without taking it.
 */
export function outcomeAt(model: FiniteModel, state: number, action: number, u: number): number {
  const pair = state * model.actions + action;
  const last = model.offsets[pair + 1]! - 1;
  let outcome = model.offsets[pair]!;
  let below = model.probability[outcome]!;
  while (outcome < last && u >= below) {
    outcome += 1;
    below += model.probability[outcome]!;
  }
  return outcome;
}
