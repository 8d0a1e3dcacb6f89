/** Where points stand in the plane so that their distances are as near to a table's as they come: metric scaling by majorisation. */
import type { Place } from '../../environments/one-state-text.ts';
import type { CostTable } from './cost-table.ts';

const MOST_ROUNDS = 500;
/** Relative gain of a round below which the points stand. */
const STANDS = 1e-10;

/** The sum of the squares by which the distances of points differ from what is wanted, both ways as their mean. */
export function stress(table: CostTable, places: readonly Place[]): number {
  let sum = 0;
  eachPair(table, (i, j, wanted) => (sum += (apart(places[i]!, places[j]!) - wanted) ** 2));
  return sum;
}

/** The largest share by which a drawn distance differs from the one wanted. */
export function misfit(table: CostTable, places: readonly Place[]): number {
  let most = 0;
  eachPair(table, (i, j, wanted) => {
    if (wanted > 0) most = Math.max(most, Math.abs(apart(places[i]!, places[j]!) - wanted) / wanted);
  });
  return most;
}

/**
 * Places for a table, from where points stand: each round is the least of a parabola above the stress (Guttman's transform, de Leeuw 1977), so that the stress never
 * grows, and points that fit stay where they are.
 */
export function placedBy(table: CostTable, start: readonly Place[]): readonly Place[] {
  const n = start.length;
  let places = start;
  let before = stress(table, places);
  for (let round = 0; round < MOST_ROUNDS && before > 1e-24; round += 1) {
    const next = places.map((): [number, number] => [0, 0]);
    eachPair(table, (i, j, wanted) => {
      const [a, b] = [places[i]!, places[j]!];
      const far = apart(a, b);
      const weight = far > 0 ? wanted / far / n : 0;
      for (const axis of [0, 1] as const) {
        next[i]![axis] += weight * (a[axis] - b[axis]);
        next[j]![axis] += weight * (b[axis] - a[axis]);
      }
    });
    // the transform puts the middle at the origin; where it was is where it stays
    const middle = ([0, 1] as const).map((axis) => start.reduce((sum, place) => sum + place[axis], 0) / n);
    places = next.map(([x, y]): Place => [x + middle[0]!, y + middle[1]!]);
    const after = stress(table, places);
    if (before - after <= STANDS * before) break;
    before = after;
  }
  return places;
}

/** Points on a circle, the first one at the top and on by the clock: where north, east, south and west are. */
export function aroundCircle(n: number): Place[] {
  return Array.from({ length: n }, (_, k) => {
    const angle = Math.PI / 2 - (2 * Math.PI * k) / n;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

/** A table in which the distances from one point are those in the plane. */
export function costsFrom(table: CostTable, places: readonly Place[], point: number, digits: number): CostTable {
  return table.map((row, i) =>
    row.map((price, j) =>
      i === j || (i !== point && j !== point) ? price : Number(apart(places[i]!, places[j]!).toFixed(digits)),
    ),
  );
}

export function apart([x0, y0]: Place, [x1, y1]: Place): number {
  return Math.hypot(x0 - x1, y0 - y1);
}

function eachPair(table: CostTable, visit: (i: number, j: number, wanted: number) => void): void {
  for (let i = 0; i < table.length; i += 1)
    for (let j = i + 1; j < table.length; j += 1) visit(i, j, (table[i]![j]! + table[j]![i]!) / 2);
}
