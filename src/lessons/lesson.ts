import type { PlaygroundConfig } from '../config/playground-config.ts';
import type { Watched } from './facts.ts';

/** What stands on the page, as far as a lesson looks at it. */
export interface Seen {
  readonly config: PlaygroundConfig;
  /** The iteration that is shown, or the earlier one that the columns are on their way to. */
  readonly iteration: number;
  /** The reader's own state, pinned; null without one. */
  readonly pinned: number | null;
  readonly panel: string;
  readonly heat: string;
  /** Settings of the columns at this iteration. */
  readonly settings: readonly Readonly<Record<string, number | string>>[];
  readonly columns: readonly Watched[];
}

/** Numbers of a scene's sentences. */
export type Values = Readonly<Record<string, number | string>>;

/** What a reader does in a scene before it is done. */
type Goal =
  /** Reads and looks. */
  | { readonly kind: 'look' }
  /** Does something on the page. */
  | { readonly kind: 'do'; readonly until: (seen: Seen) => boolean }
  /** Says beforehand what will come: one of a few, computed when the run has come to iteration `at`. */
  | {
      readonly kind: 'choose';
      readonly options: readonly string[];
      readonly at: number;
      /** What is opened for the answer, where it is not this run that is asked about. */
      readonly opens?: string;
      /** The option that is right, by what the engine made. @param before the columns when it was asked */
      readonly answer: (columns: readonly Watched[], before: readonly Watched[]) => string;
      /** What the sentences of the scene take for granted, which a test compares with the engine; null where it hangs on the reader's own world. */
      readonly taught: string | null;
    }
  /** Puts a point where the new policy of three actions will be. */
  | { readonly kind: 'place'; readonly column: number };

/** Parts of the page that a scene shows beside the maps. */
type Shown = 'maps' | 'update' | 'charts' | 'settings' | 'bench' | 'step';

/** One step of a lesson: a config of the page, what is asked there, and what the reader does. */
export interface LessonScene {
  /** The fragment of its link; null where it goes on with the run of the scene before. */
  readonly link: string | null;
  readonly goal: Goal;
  readonly shows: readonly Shown[];
  /** Whether it asks the lesson's question before or after it was taught. */
  readonly tests?: 'before' | 'after';
  /** Numbers of its sentences, from the columns; NaN while there are none. */
  readonly values?: (columns: readonly Watched[]) => Values;
}

export interface Lesson {
  /** A word, as it stands in links. */
  readonly id: string;
  readonly scenes: readonly LessonScene[];
}

/** A place in a lesson, as links write it: `kl.2` is the second scene. */
export interface Place {
  readonly lesson: string;
  /** From 0 on. */
  readonly scene: number;
}

/** Reads a place; null where it is none. */
export function readPlace(text: string): Place | null {
  const match = /^([a-z]{1,20})\.([1-9]\d?)$/.exec(text);
  return match === null ? null : { lesson: match[1]!, scene: Number(match[2]) - 1 };
}
