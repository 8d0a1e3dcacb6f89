import type { MethodKind } from '../../methods/registry.ts';
import type { Evidence } from '../evidence.ts';

/** Where a line passes, and the ends of the 95 % interval there. */
export type Point = readonly [x: number, middle: number, low: number, high: number];

/** An axis: `signed` is logarithmic away from 0 on both sides, and straight near it. */
export interface PictureAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log' | 'signed';
  /** The only places that have a number, where others mean nothing. */
  readonly ticks?: readonly number[];
}

/** A place on an axis with a name: 0, or what counts as solved. */
export interface Level {
  readonly value: number;
  readonly label: string;
  /** At which end of the line its name stands, where lines come to it at the other; the right one where nothing is said. */
  readonly named?: 'left';
}

/** What somebody else measured of the same: a mark with its spread. */
export interface Reference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn open and crossed out: what it is of is not certain. */
  readonly doubt: boolean;
}

/** Points of one method in one setting; of several lines of a method the later ones have other dashes. */
export interface PictureLine {
  readonly name: string;
  readonly method: MethodKind;
  readonly points: readonly Point[];
  /** What became of it where it ends: "solved after 12", "none reached"; "" where it ends with the axis. */
  readonly end: string;
  /** Drawn beside its end. */
  readonly reference?: Reference | null;
}

interface Panelled {
  /** What tells it from the other panels; it is the same for a smaller version of the experiment. */
  readonly key: string;
  readonly title: string;
  /** What a mark stands for, and of how many runs. */
  readonly note: string;
}

/** Lines, or dots where they are not joined. */
export interface PlotPanel extends Panelled {
  readonly kind: 'plot';
  readonly x: PictureAxis;
  readonly y: PictureAxis;
  readonly better: 'higher' | 'lower' | null;
  /** What the ends of a point are, where they are not those of its interval. */
  readonly ends?: readonly [low: string, high: string];
  readonly joined: boolean;
  /** A line across, as at 0. */
  readonly level: Level | null;
  /** What is at or below this is drawn on it: a log axis has no 0. */
  readonly floor: Level | null;
  readonly lines: readonly PictureLine[];
}

export interface PictureRow {
  readonly name: string;
  readonly method: MethodKind;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The single settings or runs behind it, as small marks. */
  readonly marks: readonly number[];
  /** The number as it is written at its end. */
  readonly text: string;
  readonly reference: Reference | null;
}

/** A number a row. */
export interface RowsPanel extends Panelled {
  readonly kind: 'rows';
  readonly x: PictureAxis;
  readonly better: 'higher' | 'lower' | null;
  /** Whether a bar stands from the left edge, or a mark alone. */
  readonly bars: boolean;
  readonly level: Level | null;
  readonly rows: readonly PictureRow[];
}

/** A table of dots, filled where something is so. */
export interface DotsPanel extends Panelled {
  readonly kind: 'dots';
  readonly columns: readonly { readonly name: string; readonly method: MethodKind }[];
  /** Null where there is no number to say it by. */
  readonly rows: readonly { readonly name: string; readonly filled: readonly (boolean | null)[] }[];
  /** What a filled one means. */
  readonly legend: string;
}

export type Panel = PlotPanel | RowsPanel | DotsPanel;

/** What carries a verdict, as data. */
export interface Picture {
  /** What there is to see, by the numbers. */
  readonly title: string;
  /** One line of numbers. */
  readonly line: string;
  /** The picture for whoever does not see it. */
  readonly words: string;
  /** Side by side on a card. */
  readonly panels: readonly Panel[];
  /** Added where there is room. */
  readonly more: readonly Panel[];
}

/** How a claim's picture is made of its records. */
export interface Drawing {
  /** The files whose records it reads. */
  readonly needs: readonly string[];
  /** Given the records in that order; of a smaller version of an experiment it draws what is there. @param resamples of intervals; 0 leaves them out */
  readonly draws: (evidence: readonly Evidence[], resamples: number) => Picture;
}
