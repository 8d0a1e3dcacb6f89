import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionCost } from '../../environments/action-cost.ts';
import { compass } from '../../environments/compass.ts';
import type { Place } from '../../environments/one-state-text.ts';
import { tableOf } from './cost-table.ts';
import { apart, aroundCircle, costsFrom, misfit, placedBy, stress } from './placing.ts';

const distances = (places: readonly Place[]) => places.map((a) => places.map((b) => apart(a, b)));
const place = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));

describe('placedBy', () => {
  it('leaves points that fit where they are', () => {
    const places: Place[] = [
      [0, 0],
      [3, 1],
      [-1, 2],
      [0.5, -2],
    ];
    placedBy(distances(places), places).forEach(([x, y], n) => {
      expect(x).toBeCloseTo(places[n]![0], 9);
      expect(y).toBeCloseTo(places[n]![1], 9);
    });
  });

  it('never makes the stress larger', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 5, maxLength: 5 }),
        fc.array(place, { minLength: 5, maxLength: 5 }),
        (a, b) => {
          const table = distances(a);
          expect(stress(table, placedBy(table, b))).toBeLessThanOrEqual(stress(table, b) + 1e-9);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  it('any three distances that make a triangle fit into the plane', () => {
    const table = [
      [0, 3, 4],
      [3, 0, 5],
      [4, 5, 0],
    ];
    expect(misfit(table, placedBy(table, aroundCircle(3)))).toBeLessThan(0.01);
  });

  it('four that are equally far apart are a square, which is as near as the plane comes', () => {
    const table = tableOf(actionCost('zero-one', compass), 4);
    const places = placedBy(table, aroundCircle(4));
    const [side, diagonal] = [apart(places[0]!, places[1]!), apart(places[0]!, places[2]!)];
    expect(diagonal / side).toBeCloseTo(Math.SQRT2, 6);
    expect(misfit(table, places)).toBeGreaterThan(0.1);
    expect(misfit(table, places)).toBeLessThan(0.25);
    // north is up
    expect(places[0]![1]).toBeGreaterThan(places[2]![1]);
  });

  it('does without distances', () => {
    const none = [
      [0, 0],
      [0, 0],
    ];
    expect(misfit(none, placedBy(none, aroundCircle(2)))).toBe(0);
  });
});

it('a point that is dragged sets its own costs, both ways, and no others', () => {
  const table = tableOf(actionCost('zero-one', compass), 4);
  const moved = costsFrom(
    table,
    [
      [0, 2],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
    0,
    2,
  );
  expect([moved[0], moved.map((row) => row[0])]).toEqual([
    [0, 2.24, 3, 2.24],
    [0, 2.24, 3, 2.24],
  ]);
  expect(moved[1]!.slice(1)).toEqual([0, 1, 1]);
});
