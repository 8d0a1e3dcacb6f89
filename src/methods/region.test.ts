import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaPath } from '../trust-regions/beta-path.ts';
import { dualCurve } from '../trust-regions/dual-curve.ts';
import { massOn, placeOf, writeRow, type Face, type Place, type Shares } from '../trust-regions/face.ts';
import { regionBorder, type RegionBorder } from '../trust-regions/region.ts';
import { betas, improved, pointAt, problems, radii, shares } from '../trust-regions/testing-problems.ts';
import { regions } from './testing-regions.ts';

/** One state of at least so many actions, with a weight of 1. */
const oneState = (least: number) =>
  problems({ maxStates: 1, maxActions: 6 })
    .filter(({ actions }) => actions >= least)
    .map((problem) => ({ ...problem, weight: Float64Array.of(1) }));

/** Whether a place is in a polygon, and how far it is from its sides. */
function standing({ points }: RegionBorder, { x, y }: Place): { inside: boolean; away: number } {
  let inside = false;
  let away = Infinity;
  const count = points.length / 2;
  for (let n = 0; n < count; n += 1) {
    const m = (n + 1) % count;
    const [ax, ay, bx, by] = [points[2 * n]!, points[2 * n + 1]!, points[2 * m]!, points[2 * m + 1]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = square > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square)) : 0;
    away = Math.min(away, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return { inside, away };
}

/** A lattice over a face's triangle, or its segment. */
function lattice(face: Face, side: number): Shares[] {
  const all: Shares[] = [];
  for (let i = 0; i <= side; i += 1) {
    for (let j = 0; j <= (face.length > 2 ? side - i : 0); j += 1)
      all.push([(side - i - j) / side, i / side, j / side]);
  }
  return all;
}

describe.each(regions)('%s', (_, region, shapes) => {
  test('the distance of the rows that a step writes is what it spends', () => {
    fc.assert(
      fc.property(problems(), betas, shares, shapes, (problem, beta, share, shape) => {
        const spent = region.spent(problem, pointAt(beta, shape, share));
        const distance = region.distance(problem, improved(region, problem, beta, shape, share), shape);
        if (spent === Infinity) expect(distance).toBe(Infinity);
        else expect(Math.abs(distance - spent)).toBeLessThanOrEqual(1e-9 * Math.abs(spent) + 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  test('a cost of its own at each state gives the same distance', () => {
    fc.assert(
      fc.property(problems(), betas, shapes, (problem, beta, shape) => {
        const { states, actions, cost } = problem;
        const matrices = new Float64Array(states * actions * actions);
        for (let s = 0; s < states; s += 1) matrices.set(cost.matrix, s * actions * actions);
        const next = improved(region, problem, beta, shape);
        const shared = region.distance(problem, next, shape);
        const own = region.distance({ ...problem, cost: { kind: 'own', matrices } }, next, shape);
        if (shared === Infinity) expect(own).toBe(Infinity);
        else expect(own).toBeCloseTo(shared, 11);
      }),
    );
  });

  test('what the border goes round is what is inside the radius', () => {
    const level = fc.oneof(radii, fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(oneState(2), level, shapes, fc.nat(), (problem, radius, shape, seed) => {
        const n = problem.actions;
        const face = n === 2 ? [0, 1] : [seed % n, (seed + 1) % n, (seed + 2) % n].sort((a, b) => a - b);
        const border = regionBorder(region, problem, shape, radius, face);
        const row = new Float64Array(n);
        if (massOn(face, problem.policy) === 0) {
          expect(border).toBeNull();
          return;
        }
        for (const shares of lattice(face, 16)) {
          writeRow(face, problem.policy, shares, row);
          const distance = region.distance(problem, row, shape);
          // a lattice point at the very border may be on either side
          if (Math.abs(distance - radius) < 1e-9) continue;
          if (border === null) expect(distance).toBeGreaterThan(radius);
          else {
            const { inside, away } = standing(border, placeOf(shares));
            if (away > 2e-3) expect(inside).toBe(distance <= radius);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  test('the path begins and ends as the update does, and leaves out nothing between', () => {
    fc.assert(
      fc.property(oneState(2), shapes, betas, shares, (problem, shape, beta, share) => {
        const n = problem.actions;
        const path = betaPath(region, problem, shape);
        const row = (k: number): Float64Array => path.rows.slice(k * n, (k + 1) * n);
        const count = path.betas.length;
        expect(path.betas[0]).toBe(Infinity);
        expect(path.betas[count - 1]).toBe(0);
        expect(row(0)).toEqual(improved(region, problem, Infinity, shape));
        expect(row(count - 1)).toEqual(improved(region, problem, 0, shape));
        const between = improved(region, problem, beta, shape, share);
        let least = Infinity;
        for (let k = 1; k < count; k += 1) least = Math.min(least, distanceTo(between, row(k - 1), row(k)));
        expect(least).toBeLessThan(0.01);
      }),
      { numRuns: 200 },
    );
  });

  test('the cost falls through the level where the dual is least', () => {
    fc.assert(
      fc.property(oneState(2), shapes, betas, (problem, shape, beta) => {
        const level = region.spent(problem, pointAt(beta, shape));
        if (!(level < Infinity)) return;
        const { betas: grid, dual, cost, optimum } = dualCurve(region, problem, shape, level, [0.01, 100]);
        const scale = 10 + Math.abs(level);
        const least = region.dual(problem, level, pointAt(optimum.beta, shape));
        for (let k = 0; k < grid.length; k += 1) {
          expect(dual[k]!).toBeGreaterThan(least - 1e-9 * scale);
          if (grid[k]! > optimum.beta * (1 + 1e-6)) expect(cost[k]!).toBeLessThanOrEqual(level + 1e-9 * scale);
          else if (grid[k]! < optimum.beta * (1 - 1e-6)) expect(cost[k]!).toBeGreaterThanOrEqual(level - 1e-9 * scale);
        }
      }),
    );
  });
});

/** How far a row is from the line between two others, in its largest entry. */
function distanceTo(row: Float64Array, from: Float64Array, to: Float64Array): number {
  let square = 0;
  let along = 0;
  row.forEach((p, a) => {
    square += (to[a]! - from[a]!) ** 2;
    along += (p - from[a]!) * (to[a]! - from[a]!);
  });
  const t = square > 0 ? Math.min(1, Math.max(0, along / square)) : 0;
  return row.reduce((most, p, a) => Math.max(most, Math.abs(p - from[a]! - t * (to[a]! - from[a]!))), 0);
}
