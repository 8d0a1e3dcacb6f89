import { isMethodKind, type MethodKind } from '../../methods/registry.ts';
import type { Series } from '../../sweeps/series-names.ts';
import type { Sweep } from '../../sweeps/sweep.ts';

/** The method of each series in a cell: an axis may set it. */
export function methodsIn(sweep: Sweep, cell: readonly number[], series: readonly Series[]): Series[] {
  const set = Object.assign({}, ...cell.map((value, axis) => sweep.vary[axis]?.values[value]?.set)) as object;
  const method: unknown = 'method' in set ? set.method : undefined;
  const own: MethodKind | null = typeof method === 'string' && isMethodKind(method) ? method : null;
  return series.map((one) => (own === null ? one : { ...one, method: own }));
}
