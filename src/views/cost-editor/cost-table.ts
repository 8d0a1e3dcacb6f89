/** The table of M as the pictures have it: `table[from][to]`, a row for each action that probability leaves. Pure steps of its editor. */
import { say } from '../../copy/say.ts';
import { transposedCost } from '../../environments/action-cost.ts';
import type { Action } from '../../environments/environment.ts';
import { formatNumber, type NumberField } from '../../field.ts';

export type CostTable = readonly (readonly number[])[];

/** What one move may cost. */
export const priceField: NumberField = {
  kind: 'number',
  label: 'cost',
  default: 1,
  min: 0,
  max: 1000,
  step: 0.05,
  scale: 'linear',
  help: 'What it costs to move probability from one action to another.',
};

/** How much dearer than others a move is that a preset makes dear. */
const DEAR = 3;

/** The table of a matrix [N·N] whose rows are the actions that mass goes to. */
export function tableOf(matrix: Float64Array, n: number): CostTable {
  return Array.from({ length: n }, (_, from) => Array.from({ length: n }, (__, to) => matrix[to * n + from]!));
}

/** The text of a table as settings and links have it: a row for each action that mass goes to. */
export function textOf(table: CostTable): string {
  return transposedCost(table.map((row) => row.map(formatNumber).join(',')).join(';'));
}

/** A table in which one move costs something else; `both` ways where a lock holds them together. Staying stays free. */
export function withCost(table: CostTable, from: number, to: number, price: number, both: boolean): CostTable {
  if (from === to) return table;
  return table.map((row, i) =>
    row.map((old, j) => ((i === from && j === to) || (both && i === to && j === from) ? price : old)),
  );
}

export function isSymmetric(table: CostTable): boolean {
  return table.every((row, i) => row.every((price, j) => price === table[j]![i]));
}

/** Both ways cost the mean of what they cost. */
export function symmetrised(table: CostTable): CostTable {
  return table.map((row, i) => row.map((price, j) => Number(((price + table[j]![i]!) / 2).toPrecision(12))));
}

/** A way in two moves that is cheaper than the move itself. */
export interface Detour {
  readonly from: number;
  readonly by: number;
  readonly to: number;
  readonly direct: number;
  readonly hops: number;
}

/** Rounding that two sums of costs may differ by. */
const ROUNDING = 1e-9;

/** The detour that spares most; null where the triangle inequality holds. */
export function worstDetour(table: CostTable): Detour | null {
  let worst: Detour | null = null;
  for (const [from, row] of table.entries()) {
    for (const [to, direct] of row.entries()) {
      for (const [by, first] of row.entries()) {
        const hops = first + table[by]![to]!;
        if (direct - hops > Math.max(ROUNDING, worst === null ? 0 : worst.direct - worst.hops))
          worst = { from, by, to, direct, hops };
      }
    }
  }
  return worst;
}

/** A cost that a world's actions offer by where they lead. */
export interface Preset {
  readonly label: string;
  readonly help: string;
  readonly table: CostTable;
}

/** Tables for actions that have directions. */
export function presetsOf(actions: readonly Action[]): readonly Preset[] {
  const tableBy = (price: (from: Action, to: Action) => number): CostTable =>
    actions.map((from) => actions.map((to) => (from === to ? 0 : price(from, to))));
  const up = actions.find(({ direction }) => direction?.[1] === -1);
  const opposite = (a: Action, b: Action): boolean =>
    a.direction !== null &&
    b.direction !== null &&
    a.direction[0] === -b.direction[0] &&
    a.direction[1] === -b.direction[1];
  const presets: Preset[] = [];
  if (up !== undefined) {
    presets.push({
      label: 'up is dear',
      help: say('To take up {action} costs {cost}, every other move 1: it is not the same there and back.', {
        action: say(up.label),
        cost: DEAR,
      }),
      table: tableBy((_, to) => (to === up ? DEAR : 1)),
    });
  }
  if (actions.length > 2 && actions.some((a) => actions.some((b) => opposite(a, b)))) {
    presets.push({
      label: 'turning back is dear',
      help: say('To go over to the opposite costs {cost}, every other move 1.', { cost: DEAR }),
      table: tableBy((a, b) => (opposite(a, b) ? DEAR : 1)),
    });
  }
  return presets;
}
