import type { MarkShape } from '../../methods/story.ts';
import type { Table } from '../draw/palette.ts';

/** A picture as SVG, without its root: nothing in it hangs on a style sheet or on another file. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** One entry of a legend. */
export type LegendEntry =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly color: string;
      readonly dash: readonly number[];
      readonly mark?: MarkShape | undefined;
    }
  | { readonly kind: 'mark'; readonly text: string; readonly color: string; readonly mark: MarkShape }
  | { readonly kind: 'area'; readonly text: string; readonly color: string; readonly opacity: number }
  | {
      readonly kind: 'bar';
      readonly text: string;
      readonly table: Table;
      /** From 0 to 1, with its label. */
      readonly ticks: readonly (readonly [number, string])[];
    }
  | { readonly kind: 'words'; readonly text: string };

/** Numbers as a program reads them. Names of columns have their unit; what is no number is an empty cell. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One cell of a table as it is read by people. */
export interface PrintCell {
  readonly text: string;
  /** Colour of its ground. */
  readonly fill?: string;
  readonly bold?: boolean;
  /** Written under the text, smaller. */
  readonly note?: string;
}

/** A table as it is read by people. */
export interface PrintTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly PrintCell[])[];
  /** Columns on the left that name the row. */
  readonly names: number;
}

/** Where a figure comes from: what a caption says of it, and how it is had again. */
export interface Origin {
  /** World, method and settings, in whole sentences. */
  readonly about: readonly string[];
  /** The address that shows it again. */
  readonly link: string;
}

/** Something of the page that can be saved: as a picture, as numbers, or as both. */
export interface Figure {
  /** Unlike that of any other figure of the page. */
  readonly key: string;
  readonly title: string;
  /** The picture for those who do not see it. */
  readonly words: string;
  readonly origin: Origin;
  readonly legend: readonly LegendEntry[];
  /** Null where there are only numbers. */
  readonly draw: (() => Drawn) | null;
  readonly data: () => DataTable;
  /** Of what is a table on the page too. */
  readonly print: (() => PrintTable) | null;
}
