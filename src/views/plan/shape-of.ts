import { say } from '../../copy/say.ts';
import type { Fields } from '../../field.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import type { Point } from '../../trust-regions/trust-region.ts';

/** The numbers that a method's metric itself had in a step, as its fields call them. */
export function shapeOf(method: MethodKind, point: Point) {
  const fields: Fields = methods[method].fields;
  return Object.entries(fields).flatMap(([key, { symbol, label }]) => {
    const value = key === 'beta' ? undefined : point[key];
    return value === undefined ? [] : [{ key, symbol: symbol ?? say(label), value }];
  });
}
