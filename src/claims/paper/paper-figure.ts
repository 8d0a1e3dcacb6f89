import type { MethodKind } from '../../methods/registry.ts';
import type { SeriesName } from '../evidence.ts';
import type { Picture } from '../pictures/picture.ts';

/** One of our curves, and which of the authors' logs it is compared with. */
export interface PaperRow {
  readonly name: string;
  readonly method: MethodKind;
  readonly series: SeriesName;
  readonly labels: readonly string[];
  /** Name of their log; null where there is none. */
  readonly theirs: string | null;
  /** Why ours may differ. */
  readonly why: string;
}

/** The rows of one world. */
export interface PaperPanel {
  readonly title: string;
  /** As the authors' file calls it. */
  readonly world: string;
  /** The update at which they are compared: where the authors' runs end, or ours. */
  readonly until: number;
  /** How returns are drawn where some are a thousand times others; linear without it. */
  readonly scale?: 'signed';
  readonly rows: readonly PaperRow[];
}

/** A figure that the authors' code makes of tables, and the sweep that makes it here. */
export interface PaperFigure {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly about: string;
  readonly panels: readonly PaperPanel[];
}

export type PaperWord = 'inside their spread' | 'outside their spread' | 'their file is in doubt' | 'no log of theirs';

/** How one of our numbers stands to theirs. */
export interface Compared {
  readonly panel: string;
  readonly name: string;
  readonly method: MethodKind;
  /** Interquartile mean of our seeds with the ends of its 95 % interval; NaN where no run has one. */
  readonly ours: readonly [middle: number, low: number, high: number];
  readonly theirs: {
    readonly name: string;
    readonly runs: number;
    readonly mean: number;
    readonly sd: number | null;
  } | null;
  readonly word: PaperWord;
  readonly why: string;
}

/** A figure as it is drawn, with a word for each of its numbers. */
export interface DrawnFigure {
  readonly picture: Picture;
  readonly compared: readonly Compared[];
}
