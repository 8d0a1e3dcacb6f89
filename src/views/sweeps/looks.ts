import { isMethodKind, type MethodKind } from '../../config/methods.ts';
import type { Series } from '../../sweeps/series-names.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import { methodColor, methodDash, methodMark, type MarkShape } from '../draw/palette.ts';

/** How a series is drawn. */
export interface Look {
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

/** Colours are the methods'; columns of one method differ in dash, mark and name. */
export function looksOf(series: readonly Series[]): Look[] {
  return series.map(({ method }, index) => {
    const before = series.slice(0, index).filter((other) => other.method === method).length;
    const color = methodColor[method];
    if (before === 0) return { color, dash: methodDash[method], mark: methodMark[method] };
    return {
      color,
      dash: moreDashes[(before - 1) % moreDashes.length]!,
      mark: moreMarks[(before - 1) % moreMarks.length]!,
    };
  });
}

/** The method of each series in a cell: an axis may set it. */
export function methodsIn(sweep: Sweep, cell: readonly number[], series: readonly Series[]): Series[] {
  const set = Object.assign({}, ...cell.map((value, axis) => sweep.vary[axis]?.values[value]?.set)) as object;
  const method: unknown = 'method' in set ? set.method : undefined;
  const own: MethodKind | null = typeof method === 'string' && isMethodKind(method) ? method : null;
  return series.map((one) => (own === null ? one : { ...one, method: own }));
}
