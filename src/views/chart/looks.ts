import { interpolateRgb } from 'd3';
import { methodOf, settingsOf, type MethodKind, type RunConfig } from '../../methods/registry.ts';
import type { MarkShape } from '../../methods/story.ts';
import { hues } from '../draw/palette.ts';

/** How a line is drawn, and a column's marks. */
export interface LineLook {
  readonly color: string;
  readonly dash: readonly number[];
  readonly mark: MarkShape;
}

/** Dashes and marks of the second, third … column of one method. */
const moreDashes: readonly (readonly number[])[] = [
  [9, 4],
  [3, 3],
  [12, 3, 3, 3],
  [1.5, 3],
  [6, 2, 1.5, 2, 1.5, 2],
];
const moreMarks: readonly MarkShape[] = ['triangle', 'cross', 'wye', 'circle', 'square', 'diamond'];

/** Whatever is drawn of a method: a column of the page, or one of a sweep, of which the settings may not be known. */
type Drawn = RunConfig | { readonly method: MethodKind };

/** The colour of a method; where a setting turns it from one thing into another, the colour goes along. */
export function colorOf(run: Drawn): string {
  const { hue, ramp } = methodOf(run.method).look;
  const value = ramp === undefined ? undefined : settingsOf(run as RunConfig)[ramp.key];
  if (ramp === undefined || typeof value !== 'number') return hues[hue];
  return interpolateRgb(hues[ramp.from], hues[ramp.to])(Math.min(1, Math.max(0, value)));
}

/** Colours are the methods'; columns of one method differ in dash, mark and name. */
export function looksOf(runs: readonly Drawn[]): LineLook[] {
  return runs.map((run, index) => {
    const before = runs.slice(0, index).filter((other) => other.method === run.method).length;
    const { dash, mark } = methodOf(run.method).look;
    const color = colorOf(run);
    if (before === 0) return { color, dash, mark };
    return {
      color,
      dash: moreDashes[(before - 1) % moreDashes.length]!,
      mark: moreMarks[(before - 1) % moreMarks.length]!,
    };
  });
}
