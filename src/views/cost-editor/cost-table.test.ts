import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionCost, customCostProblem } from '../../environments/action-cost.ts';
import { compass } from '../../environments/compass.ts';
import { isSymmetric, presetsOf, symmetrised, tableOf, textOf, withCost, worstDetour } from './cost-table.ts';

const equal = tableOf(actionCost('zero-one', compass), 4);

describe('a table of M', () => {
  it('has a row for each old action, and its text a row for each new one', () => {
    const table = tableOf(actionCost('custom', compass.slice(0, 2), '0,1;5,0'), 2);
    expect(table).toEqual([
      [0, 5],
      [1, 0],
    ]);
    expect(textOf(table)).toBe('0,1;5,0');
  });

  it('is read back from its text, whatever it holds', () => {
    const price = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(fc.array(price, { minLength: 16, maxLength: 16 }), (prices) => {
        const table = equal.map((row, i) => row.map((_, j) => (i === j ? 0 : prices[4 * i + j]!)));
        expect(customCostProblem(textOf(table), 4)).toBeUndefined();
        expect(tableOf(actionCost('custom', compass, textOf(table)), 4)).toEqual(table);
      }),
      { seed: 1 },
    );
  });
});

describe('a lock', () => {
  it('changes both ways, or one', () => {
    const [both, one] = [withCost(equal, 0, 2, 3, true), withCost(equal, 0, 2, 3, false)];
    expect([both[0]![2], both[2]![0], isSymmetric(both)]).toEqual([3, 3, true]);
    expect([one[0]![2], one[2]![0], isSymmetric(one)]).toEqual([3, 1, false]);
    expect(symmetrised(one)[0]![2]).toBe(2);
    expect(isSymmetric(symmetrised(one))).toBe(true);
  });

  it('leaves staying free', () => expect(withCost(equal, 1, 1, 3, true)).toBe(equal));
});

describe('worstDetour', () => {
  it('finds none in a metric', () => {
    for (const kind of ['zero-one', 'angle', 'root-index'] as const)
      expect(worstDetour(tableOf(actionCost(kind, compass), 4))).toBeNull();
  });

  it('names the detour that spares most', () => {
    const table = withCost(withCost(equal, 0, 3, 2.5, false), 1, 2, 7, false);
    expect(worstDetour(table)).toEqual({ from: 1, by: 0, to: 2, direct: 7, hops: 2 });
  });
});

describe('presetsOf', () => {
  it('are tables that can be used, by where actions lead', () => {
    const presets = presetsOf(compass);
    expect(presets.map(({ label }) => label)).toEqual(['up is dear', 'turning back is dear']);
    for (const { table } of presets) expect(customCostProblem(textOf(table), 4)).toBeUndefined();
    const [up, back] = presets;
    expect([up!.table[1]![0], up!.table[0]![1], up!.table[2]![1]]).toEqual([3, 1, 1]);
    expect([back!.table[0]![2], back!.table[3]![1], back!.table[0]![1]]).toEqual([3, 3, 1]);
  });

  it('are none of actions that do not move', () => {
    expect(presetsOf(compass.map((action) => ({ ...action, direction: null })))).toEqual([]);
  });
});
