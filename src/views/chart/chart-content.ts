import type { MarkShape } from '../../methods/story.ts';

/** One line of a chart. */
export interface ChartLine {
  readonly label: string;
  /** What it is called under the pointer, where no name stands at its end. */
  readonly reading?: string;
  readonly color: string;
  readonly dash: readonly number[];
  readonly mark: MarkShape;
  /** Number of points. */
  readonly length: number;
  readonly x: (position: number) => number;
  readonly y: (position: number) => number;
  /** Marks a point by shape: a constraint that was broken. */
  readonly broken?: ((position: number) => boolean) | undefined;
  readonly width?: number;
  /** What is filled behind it, faintly. */
  readonly band?:
    { readonly low: (position: number) => number; readonly high: (position: number) => number } | undefined;
}

/** A horizontal line of reference, with its name. */
export interface Reference {
  readonly value: number;
  readonly label: string;
  readonly color: string;
}

/** Everything that a chart shows. */
export interface ChartContent {
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logX: boolean;
  readonly logY: boolean;
  readonly lines: readonly ChartLine[];
  readonly references: readonly Reference[];
  /** Iteration shown, in units of x; null without one. */
  readonly playhead: number | null;
  /** Where live changes were made, in units of x. */
  readonly changes: readonly number[];
  readonly ink: string;
  readonly faint: string;
  readonly ground: string;
}
