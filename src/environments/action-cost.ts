import { say, sayCount } from '../copy/say.ts';
import { formatNumber, isDecimal, quote } from '../field.ts';
import type { Action } from './environment.ts';

/** Ways to say what it costs to move probability from one action to another. */
export const costKinds = [
  { value: 'zero-one', label: '0/1', help: 'Every move costs 1: all actions are equally far from each other.' },
  {
    value: 'angle',
    label: 'angle',
    help: 'The angle between actions in right angles: 1 to turn aside, 2 to turn back, 1 between kinds of action.',
  },
  {
    value: 'root-index',
    label: '√|i − j|',
    help: 'The root of the distance in the list of actions: the authors’ code.',
  },
  { value: 'custom', label: 'own matrix', help: 'Numbers of your own, one row for each action that mass goes to.' },
] as const;

export type CostKind = (typeof costKinds)[number]['value'];
/** Costs that are one matrix for all states. */
export type SharedCostKind = CostKind | (typeof placesKind)['value'];

/** The one that a finite world has besides: it differs from state to state. */
export const behaviourKind = {
  value: 'behaviour',
  label: 'behaviour',
  help: 'How far apart two actions lead from each state, in steps: two moves into one wall cost nothing to exchange.',
} as const;

/** The one that a world has besides whose actions stand in the plane. */
export const placesKind = {
  value: 'places',
  label: 'distance between places',
  help: 'The distance in the plane between the places of two actions: drag them to change it.',
} as const;

/** Largest cost that can be written. */
const MAX_COST = 1000;

/**
 * M [N·N] row-major, `cost[i·N + j]` of moving mass from action j to action i; the diagonal is 0.
 *
 * @param custom the matrix as text, for `custom`
 * @throws RangeError where that text is not such a matrix
 */
export function actionCost(kind: SharedCostKind, actions: readonly Action[], custom = ''): Float64Array {
  switch (kind) {
    case 'zero-one':
      return costMatrix(actions.length, (to, from) => (to === from ? 0 : 1));
    case 'angle':
      return costMatrix(actions.length, (to, from) => rightAngles(actions[to]!.embedding, actions[from]!.embedding));
    case 'root-index':
      return costMatrix(actions.length, (to, from) => Math.sqrt(Math.abs(to - from)));
    case 'places':
      return costMatrix(actions.length, (to, from) => distance(placeOf(actions[to]!), placeOf(actions[from]!)));
    case 'custom': {
      const problem = customCostProblem(custom, actions.length);
      if (problem !== undefined) throw new RangeError(problem);
      const rows = splitMatrix(custom);
      return costMatrix(actions.length, (to, from) => Number(rows[to]![from]));
    }
  }
}

/** The matrix of a kind written as the text that `custom` reads. */
export function customCostText(kind: SharedCostKind, actions: readonly Action[], custom = ''): string {
  const cost = actionCost(kind, actions, custom);
  const rows = actions.map((_, to) =>
    actions.map((__, from) => formatNumber(cost[to * actions.length + from]!)).join(','),
  );
  return rows.join(';');
}

/**
 * The text of a matrix with rows and columns exchanged: links write rows for the action mass goes to, pictures have rows for the
 * one it leaves. A text that is no square matrix comes back as it is.
 */
export function transposedCost(text: string): string {
  const rows = splitMatrix(text);
  if (rows.some((row) => row.length !== rows.length)) return text;
  return rows.map((_, j) => rows.map((row) => row[j]).join(',')).join(';');
}

function costMatrix(n: number, costOf: (to: number, from: number) => number): Float64Array {
  const cost = new Float64Array(n * n);
  for (let to = 0; to < n; to += 1) for (let from = 0; from < n; from += 1) cost[to * n + from] = costOf(to, from);
  return cost;
}

/**
 * Angle between two unit vectors in right angles, for vectors that are equal, opposite or at a right angle (all that
 * ship): there it is 1 − cos, which every engine computes alike, as it would not an inverse cosine.
 */
function rightAngles(a: readonly number[], b: readonly number[]): number {
  return 1 - a.reduce((sum, x, axis) => sum + x * b[axis]!, 0);
}

function placeOf({ label, place }: Action): readonly [number, number] {
  if (place === undefined) throw new TypeError(`${label} has no place in the plane.`);
  return place;
}

/** By a root and not by `hypot`, whose last bit is the engine's. */
function distance(a: readonly [number, number], b: readonly [number, number]): number {
  const [x, y] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(x * x + y * y);
}

/**
 * A sentence about what is wrong with an n×n cost matrix written as "0,1;1,0", or undefined when it can be used.
 * Rows: the action mass goes to; columns: the action it leaves; both are counted from 1.
 */
export function customCostProblem(text: string, n: number): string | undefined {
  const rows = splitMatrix(text);
  if (text.trim() === '') return say('The cost matrix is empty; {n} rows of {n} numbers are wanted.', { n });
  if (rows.length !== n)
    return sayCount(
      rows.length,
      'The cost matrix has {count} row; {n} are wanted, one for each action.',
      'The cost matrix has {count} rows; {n} are wanted, one for each action.',
      { n },
    );
  for (const [i, row] of rows.entries()) {
    if (row.length !== n)
      return sayCount(
        row.length,
        'Row {row} of the cost matrix has {count} number; {n} are wanted.',
        'Row {row} of the cost matrix has {count} numbers; {n} are wanted.',
        { row: i + 1, n },
      );
    for (const [j, entry] of row.entries()) {
      const at = { seen: quote(entry), row: i + 1, column: j + 1 };
      if (!isDecimal(entry) || entry.startsWith('-') || Number(entry) > MAX_COST) {
        const most = formatNumber(MAX_COST);
        return say('The cost matrix has {seen} in row {row}, column {column}; a number from 0 to {most} is wanted.', {
          ...at,
          most,
        });
      }
      if (i === j && Number(entry) !== 0) {
        return say(
          'The cost matrix has {seen} in row {row}, column {column}; 0 is wanted there: staying costs nothing.',
          at,
        );
      }
    }
  }
  return undefined;
}

function splitMatrix(text: string): string[][] {
  return text.split(';').map((row) => row.split(',').map((entry) => entry.trim()));
}
