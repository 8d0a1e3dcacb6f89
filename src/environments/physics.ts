import type { Fields, FieldValues } from '../field.ts';
import type { Action } from './environment.ts';

/** One component of a continuous action. */
export interface ActionComponent {
  /** "torque at the hip" */
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** What an agent can do in a physics task: one of a few actions, or a point in a box. */
type ActionSpace =
  | { readonly kind: 'discrete'; readonly actions: readonly Action[] }
  | { readonly kind: 'box'; readonly components: readonly ActionComponent[] };

/** One entry of the state, with the range over which it is drawn. */
export interface StateVariable {
  readonly label: string;
  readonly symbol: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** A two-dimensional slice of the state space: the heatmap of a physics task. The other variables are at rest, or where the reader puts them. */
export interface Slice {
  /** "angle × angular velocity" */
  readonly label: string;
  /** Index of the state variable along the columns, and along the rows (upwards). */
  readonly x: number;
  readonly y: number;
}

type Tone = 'body' | 'limb' | 'other' | 'target' | 'ground';

/** A shape of a scene, in metres, the second coordinate upwards. */
export type Shape =
  | {
      readonly kind: 'capsule';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly radius: number;
      readonly tone: Tone;
    }
  | { readonly kind: 'circle'; readonly at: readonly [number, number]; readonly radius: number; readonly tone: Tone }
  | { readonly kind: 'path'; readonly points: readonly (readonly [number, number])[]; readonly tone: Tone };

/** A part of a plane: shapes, back to front, and what is seen of it. */
export interface PlaneView {
  readonly shapes: readonly Shape[];
  /** Middle of what is seen. */
  readonly center: readonly [number, number];
  /** Metres that must be visible across and up. */
  readonly width: number;
  readonly height: number;
}

/** What a state looks like. */
export interface Scene extends PlaneView {
  /** Height of the ground on which distances are marked every metre, or null without ground. */
  readonly ground: number | null;
  /** The same from above, of what moves in all three dimensions: x to the right, y upwards. */
  readonly above?: PlaneView;
}

/** What a physics task is, without the engine that moves it. Pure data and pure functions: it is drawn on the main thread. */
export interface PhysicsWorld {
  readonly actions: ActionSpace;
  /** Every entry of the state, in order. */
  readonly variables: readonly StateVariable[];
  /** [variables] the state in which a slice leaves the variables that it does not show. */
  readonly rest: readonly number[];
  /** The first is shown at first. */
  readonly slices: readonly Slice[];
  readonly observationSize: number;
  /** Steps after which an episode is cut off (truncated, not terminated). */
  readonly horizon: number;
  /** Seconds of the task's time per step: what "real time" means. */
  readonly timestep: number;
  /** Writes the observation of a state from `offset` on. */
  readonly observe: (state: ArrayLike<number>, out: Float32Array | Float64Array, offset: number) => void;
  readonly sceneOf: (state: ArrayLike<number>) => Scene;
}

/**
 * What moves a physics task. Pure in what it is given: the next state and the reward depend on state and action alone,
 * whatever was stepped before.
 */
export interface Dynamics {
  /** Writes a first state. @param uniform draws in [0, 1) */
  readonly reset: (uniform: () => number, state: Float64Array) => void;
  /**
   * Writes the state after an action and gives the reward.
   *
   * @param action index of a discrete action as its only entry, or a point of the box; what lies outside the box is clipped
   * @param next may not alias `state`
   */
  readonly step: (state: Float64Array, action: ArrayLike<number>, next: Float64Array) => number;
  /** Whether an episode ends by itself in this state (not by the horizon). A state that is no number ends it. */
  readonly terminated: (state: Float64Array) => boolean;
  /** Gives back what garbage collection does not. */
  readonly dispose: () => void;
}

/** A kind of physics task: what the registry, the picker and the link know of it. */
export interface PhysicsEnvironment<F extends Fields = Fields> {
  readonly label: string;
  /** One sentence for the picker. */
  readonly summary: string;
  readonly fields: F;
  /** The discount at which its defaults were measured. */
  readonly gamma: number;
  /** Return of an episode at which the task counts as solved, or as well done. */
  readonly solved: number;
  readonly make: (parameters: FieldValues<F>) => PhysicsWorld;
  /** Loads the engine if there is one. */
  readonly load: (parameters: FieldValues<F>) => Promise<Dynamics>;
}
