import type { Change, WorldConfig } from '../config/playground-config.ts';
import type { TrainingSettings } from '../config/training-fields.ts';
import type { RunConfig } from '../methods/registry.ts';
import type { Frame } from './frame.ts';
import type { OptimalValue } from './optimal-value.ts';

/** One column, as a worker or Node is asked to run it. */
export interface SessionConfig {
  readonly seed: number;
  readonly world: WorldConfig;
  readonly training: TrainingSettings;
  readonly run: RunConfig;
  /** Live changes of this column (as column 0) and of all. */
  readonly changes: readonly Change[];
}

/** J* and V* of a finite world, and what value maps span: the lowest value of the uniform policy to the highest of the best one. */
export interface Reference extends OptimalValue {
  readonly valueDomain: readonly [number, number];
}

/** Which slice of a physics task, which of its cells, and where the other variables are; empty for the task's own rest. */
export interface SliceView {
  readonly slice: number;
  readonly state: number;
  readonly rest: readonly number[];
}

/** A run that a worker or Node drives. */
export interface Session {
  readonly iteration: number;
  /** Takes `count` iterations and gives the frame after them, with a row of measures for each. */
  readonly advance: (count: number) => Frame;
  /** The frame at this iteration; without `rows`, with the row of this iteration alone. */
  readonly frame: (rows?: Float64Array) => Frame;
  readonly digest: () => string;
  /** Replaces the record of live changes; those before this iteration must be what they were. */
  readonly setChanges: (changes: readonly Change[]) => void;
  /** Everything that the next iteration depends on, as a copy that `restore` takes. */
  readonly snapshot: () => unknown;
  /** Whether everything that a snapshot rests on is still there. */
  readonly keeps: (snapshot: unknown) => boolean;
  /** Goes back to a snapshot of this session that it keeps. */
  readonly restore: (snapshot: unknown) => void;
  /** What is known of the best policy; null in a physics task, where nobody knows. */
  readonly reference: Reference | null;
  /** What frames of a physics task are to show; a frame of a finite world shows all states. */
  readonly showSlice: (view: SliceView) => void;
  /** Gives back what garbage collection does not. */
  readonly close: () => void;
}
