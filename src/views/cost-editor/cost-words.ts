import { listed } from '../../copy/listed.ts';
import { say, sayCount } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { methods, seesCost, type MethodKind } from '../../methods/registry.ts';
import { readable } from '../format.ts';
import { worstDetour, type CostTable } from './cost-table.ts';

/** What a table is not that a distance would be, in sentences, each with a move that shows it. */
export function costWords(table: CostTable, actions: readonly Action[]): readonly string[] {
  const name = (action: number): string => say(actions[action]!.label);
  const words: string[] = [];
  const detour = worstDetour(table);
  if (detour !== null) {
    const { from, by, to, direct, hops } = detour;
    words.push(
      say(
        '{from} to {to} costs {direct}, by way of {by} it would be {hops}: the triangle inequality does not hold. Nothing breaks, for an update moves each piece of probability once; but two updates may come cheaper than one, and the distance that Wasserstein measures is no metric.',
        { from: name(from), to: name(to), direct: readable(direct), by: name(by), hops: readable(hops) },
      ),
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
      say(
        '{from} to {to} costs {price}, back it costs {back}: how far two policies are apart depends on which is the old one.',
        { from: name(from), to: name(to), price: readable(price), back: readable(back) },
      ),
    );
  }
  const free = moves.find(({ from, to, price }) => from !== to && price === 0);
  if (free !== undefined) {
    words.push(
      say(
        '{from} to {to} costs nothing: Wasserstein does not tell these two apart, and exchanges them at any price β.',
        { from: name(free.from), to: name(free.to) },
      ),
    );
  }
  return words;
}

/** Which columns do not see M, in a sentence; "" where all do. */
export function blindWords(columns: readonly MethodKind[]): string {
  const blind = [...new Set(columns.filter((method) => !seesCost(method)))].map((method) => methods[method].short);
  if (blind.length === 0) return '';
  return sayCount(
    blind.length,
    '{methods} does not see M: its updates stay as they are.',
    '{methods} do not see M: their updates stay as they are.',
    { methods: listed(blind, 'conjunction') },
  );
}
