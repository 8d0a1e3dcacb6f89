import { decodeLink } from '../config/link.ts';
import type { PlaygroundConfig } from '../config/playground-config.ts';
import type { RunConfig } from '../methods/registry.ts';
import type { Sweep } from './sweep.ts';

/** Links that were read before: a summary asks for them often. */
const known = new WeakMap<Sweep, PlaygroundConfig>();

/** What a sweep's link says. */
export function baseConfig(sweep: Sweep): PlaygroundConfig {
  const found = known.get(sweep);
  if (found !== undefined) return found;
  const { config } = decodeLink(sweep.link);
  known.set(sweep, config);
  return config;
}

/** The columns of a sweep's link. */
export function columnsOf(sweep: Sweep): readonly RunConfig[] {
  return baseConfig(sweep).runs;
}

/** Every combination of values, as an index on each axis; the first axis changes slowest. Without axes one cell, []. */
export function cellsOf({ vary }: Pick<Sweep, 'vary'>): number[][] {
  let cells: number[][] = [[]];
  for (const { values } of vary) cells = cells.flatMap((cell) => values.map((_, n) => [...cell, n]));
  return cells;
}

/** How many cells there are. */
export function cellCount({ vary }: Pick<Sweep, 'vary'>): number {
  return vary.reduce((product, { values }) => product * values.length, 1);
}

/** How many runs a sweep has. */
export function taskCount(sweep: Sweep): number {
  return cellCount(sweep) * columnsOf(sweep).length * sweep.seeds.count;
}

/** Index of the first run of a cell and column; its other seeds follow. */
export function firstIndex(sweep: Sweep, cell: readonly number[], series: number): number {
  const place = cell.reduce((index, value, axis) => index * sweep.vary[axis]!.values.length + value, 0);
  return (place * columnsOf(sweep).length + series) * sweep.seeds.count;
}

/** The iterations of a run that are kept: evenly spaced, the first and the last included. */
export function keptIterations({ iterations, points }: Pick<Sweep, 'iterations' | 'points'>): number[] {
  const count = Math.min(points, iterations + 1);
  return Array.from({ length: count }, (_, n) => Math.round((n * iterations) / (count - 1)));
}
