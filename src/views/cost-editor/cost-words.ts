import type { Action } from '../../environments/environment.ts';
import { methods, seesCost, type MethodKind } from '../../methods/registry.ts';
import { readable } from '../format.ts';
import { worstDetour, type CostTable } from './cost-table.ts';

/** What a table is not that a distance would be, in sentences, each with a move that shows it. */
export function costWords(table: CostTable, actions: readonly Action[]): readonly string[] {
  const name = (action: number): string => actions[action]!.label;
  const words: string[] = [];
  const detour = worstDetour(table);
  if (detour !== null) {
    const { from, by, to, direct, hops } = detour;
    words.push(
      `${name(from)} to ${name(to)} costs ${readable(direct)}, by way of ${name(by)} it would be ${readable(hops)}: the triangle inequality does not hold. Nothing breaks, for an update moves each piece of probability once; but two updates may come cheaper than one, and the distance that Wasserstein measures is no metric.`,
    );
  }
  const moves = table.flatMap((row, from) => row.map((price, to) => ({ from, to, price, back: table[to]![from]! })));
  const uneven = moves
    .filter(({ from, to }) => from < to)
    .reduce<(typeof moves)[number] | null>(
      (most, move) =>
        Math.abs(move.price - move.back) > (most === null ? 0 : Math.abs(most.price - most.back)) ? move : most,
      null,
    );
  if (uneven !== null) {
    const { from, to, price, back } = uneven;
    words.push(
      `${name(from)} to ${name(to)} costs ${readable(price)}, back it costs ${readable(back)}: how far two policies are apart depends on which is the old one.`,
    );
  }
  const free = moves.find(({ from, to, price }) => from !== to && price === 0);
  if (free !== undefined) {
    words.push(
      `${name(free.from)} to ${name(free.to)} costs nothing: Wasserstein does not tell these two apart, and exchanges them at any price β.`,
    );
  }
  return words;
}

/** Which columns do not see M, in a sentence; "" where all do. */
export function blindWords(columns: readonly MethodKind[]): string {
  const blind = [...new Set(columns.filter((method) => !seesCost(method)))].map((method) => methods[method].short);
  if (blind.length === 0) return '';
  const names = blind.length === 1 ? blind[0]! : `${blind.slice(0, -1).join(', ')} and ${blind.at(-1)!}`;
  return blind.length === 1
    ? `${names} does not see M: its updates stay as they are.`
    : `${names} do not see M: their updates stay as they are.`;
}
