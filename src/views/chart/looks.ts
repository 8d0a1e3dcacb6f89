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

/** Dashes and marks of the second, third … column of one method, in the order in which they are given. */
const moreDashes: readonly (readonly number[])[] = [
  [9, 4],
  [3, 3],
  [12, 3, 3, 3],
  [1.5, 3],
  [6, 2, 1.5, 2, 1.5, 2],
  [16, 4],
  [16, 3, 1.5, 3],
];
const moreMarks: readonly MarkShape[] = ['triangle', 'cross', 'wye', 'circle', 'square', 'diamond', 'star', 'wedge'];

/** Whatever is drawn of a method: a column of the page, or one of a sweep, of which the settings may not be known. */
type Drawn = RunConfig | { readonly method: MethodKind };

/** The colour of a method; where a setting turns it from one thing into another, the colour goes along. */
export function colorOf(run: Drawn): string {
  const { hue, ramp } = methodOf(run.method).look;
  const value = ramp === undefined ? undefined : settingsOf(run as RunConfig)[ramp.key];
  if (ramp === undefined || typeof value !== 'number') return hues[hue];
  return interpolateRgb(hues[ramp.from], hues[ramp.to])(Math.min(1, Math.max(0, value)));
}

/**
 * Colours are the methods'; columns of one method differ in dash, mark and name. The first column of a method has the
 * method's own look, and the others take what no column has, so that marks stay apart for whoever sees no colours.
 */
export function looksOf(runs: readonly Drawn[]): LineLook[] {
  const first = runs.map((run, index) => runs.findIndex((other) => other.method === run.method) === index);
  const own = runs.filter((_, index) => first[index]).map((run) => methodOf(run.method).look);
  const taken = new Set<unknown>(own.flatMap(({ dash, mark }) => [dash.join(' '), mark]));
  const free = {
    dashes: moreDashes.filter((dash) => !taken.has(dash.join(' '))),
    marks: moreMarks.filter((mark) => !taken.has(mark)),
  };
  let more = 0;
  return runs.map((run, index) => {
    const { dash, mark } = methodOf(run.method).look;
    const color = colorOf(run);
    if (first[index]) return { color, dash, mark };
    const look = { color, dash: free.dashes[more % free.dashes.length]!, mark: free.marks[more % free.marks.length]! };
    more++;
    return look;
  });
}
