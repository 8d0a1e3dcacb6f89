import { describe, expect, it } from 'vitest';
import { actionCost, costKinds, customCostProblem, type CostKind, transposedCost } from './action-cost.ts';
import { environments, makeWorld, type EnvironmentKind } from './registry.ts';

const kinds = Object.keys(environments) as EnvironmentKind[];
const compass = makeWorld('four-rooms', {}).actions;
const cab = makeWorld('taxi', {}).actions;

function rowsOf(kind: CostKind, actions: typeof compass, custom?: string): number[][] {
  const cost = [...actionCost(kind, actions, custom)];
  return actions.map((_, i) => cost.slice(i * actions.length, (i + 1) * actions.length));
}

describe('actionCost', () => {
  it('is 1 between all actions for 0/1', () => {
    expect(rowsOf('zero-one', compass)).toEqual([
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 0, 1],
      [1, 1, 1, 0],
    ]);
  });

  it('counts right angles between moves, and one between kinds of action', () => {
    expect(rowsOf('angle', compass)).toEqual([
      [0, 1, 2, 1],
      [1, 0, 1, 2],
      [2, 1, 0, 1],
      [1, 2, 1, 0],
    ]);
    expect(rowsOf('angle', cab)).toEqual([
      [0, 2, 1, 1, 1, 1],
      [2, 0, 1, 1, 1, 1],
      [1, 1, 0, 2, 1, 1],
      [1, 1, 2, 0, 1, 1],
      [1, 1, 1, 1, 0, 1],
      [1, 1, 1, 1, 1, 0],
    ]);
    expect(rowsOf('angle', makeWorld('chain', {}).actions)).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  it('takes the root of the distance in the list', () => {
    expect(rowsOf('root-index', compass)[3]).toEqual([Math.sqrt(3), Math.SQRT2, 1, 0]);
  });

  it('reads rows as where mass goes to, columns as where it comes from', () => {
    const chain = makeWorld('chain', {}).actions;
    expect(rowsOf('custom', chain, ' 0, .5 ;\n1e2,0.0 ')).toEqual([
      [0, 0.5],
      [100, 0],
    ]);
  });

  it('throws the sentence for a matrix that is none', () => {
    expect(() => actionCost('custom', compass)).toThrow('The cost matrix is empty; 4 rows of 4 numbers are wanted.');
  });

  it.each(kinds)('is finite, symmetric and positive but for its diagonal in %s', (kind) => {
    const { actions } = makeWorld(kind, {});
    for (const { value } of costKinds) {
      if (value === 'custom') continue;
      const rows = rowsOf(value, actions);
      for (const [i, row] of rows.entries()) {
        for (const [j, cost] of row.entries()) {
          expect(cost).toBe(rows[j]![i]);
          if (i === j) expect(cost).toBe(0);
          else expect(cost).toBeGreaterThan(0);
          expect(cost).toBeLessThan(Infinity);
        }
      }
    }
  });
});

describe('customCostProblem', () => {
  it('accepts matrices', () => {
    for (const text of ['0,1,2;1,0,1;2,1,0', '0,1000,0;0,0,0;1e-3,.5,0', '0, 1, 2;\n1, 0, 1;\n2, 1, 0']) {
      expect(customCostProblem(text, 3)).toBeUndefined();
    }
  });

  it.each([
    ['', 2, 'The cost matrix is empty; 2 rows of 2 numbers are wanted.'],
    ['0,1', 2, 'The cost matrix has 1 row; 2 are wanted, one for each action.'],
    ['0,1;1,0;', 2, 'The cost matrix has 3 rows; 2 are wanted, one for each action.'],
    ['0,1;1', 2, 'Row 2 of the cost matrix has 1 number; 2 are wanted.'],
    ['0,x;1,0', 2, 'The cost matrix has "x" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,;1,0', 2, 'The cost matrix has "" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,1;-1,0', 2, 'The cost matrix has "-1" in row 2, column 1; a number from 0 to 1000 is wanted.'],
    ['0,1001;1,0', 2, 'The cost matrix has "1001" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,1e999;1,0', 2, 'The cost matrix has "1e999" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,NaN;1,0', 2, 'The cost matrix has "NaN" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,0x10;1,0', 2, 'The cost matrix has "0x10" in row 1, column 2; a number from 0 to 1000 is wanted.'],
    ['0,1;1,.5', 2, 'The cost matrix has ".5" in row 2, column 2; 0 is wanted there: staying costs nothing.'],
  ])('says what is wrong with %j', (text, n, problem) => {
    expect(customCostProblem(text, n)).toBe(problem);
  });
});

it('exchanges rows and columns of a text, and leaves alone what is no square', () => {
  expect(transposedCost('0,1,2;3,0,4;5,6,0')).toBe('0,3,5;1,0,6;2,4,0');
  for (const text of ['', '0,1', '0,1;2', 'x']) expect(transposedCost(text)).toBe(text);
});
