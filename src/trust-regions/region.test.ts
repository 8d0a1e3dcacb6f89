import { describe, expect, it } from 'vitest';
import { betaPath, betaRange } from './beta-path.ts';
import { bridge } from './bridge.ts';
import { sharedCost } from './cost.ts';
import { dualCurve } from './dual-curve.ts';
import { placeOf, sharesOf } from './face.ts';
import { kl } from './kl.ts';
import { regionBorder } from './region.ts';
import { sinkhorn } from './sinkhorn.ts';
import type { SharedProblem } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** Three actions in a line, of which the last gains most. */
function problemOf(policy: readonly number[], advantage: readonly number[], line = false): SharedProblem {
  const n = policy.length;
  const cost = Float64Array.from({ length: n * n }, (_, cell) => {
    const apart = Math.abs(Math.floor(cell / n) - (cell % n));
    return line ? apart / (n - 1) : Math.min(1, apart);
  });
  return {
    states: 1,
    actions: n,
    policy: Float64Array.from(policy),
    advantage: Float64Array.from(advantage),
    weight: Float64Array.of(1),
    cost: sharedCost(n, cost),
  };
}

const FACE = [0, 1, 2];
const three = problemOf([0.5, 0.3, 0.2], [-0.6, 0.1, 1.35]);

/** Corners of a border: points at which it turns, once each. */
function turns(points: Float64Array): number {
  const count = points.length / 2;
  const at = (n: number): [number, number] => [points[2 * (n % count)]!, points[2 * (n % count) + 1]!];
  const angles: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const [[ax, ay], [bx, by]] = [at(n), at(n + 1)];
    if (Math.hypot(bx - ax, by - ay) > 5e-3) angles.push(Math.atan2(by - ay, bx - ax));
  }
  return angles.filter((angle, n) => {
    const turn = Math.abs(angle - angles[(n + 1) % angles.length]!);
    return Math.min(turn, 2 * Math.PI - turn) > 0.05;
  }).length;
}

describe('the border of a region', () => {
  it('is a hexagon for total variation, of the length that the radius says', () => {
    const { points } = regionBorder(wasserstein, three, {}, 0.1, FACE)!;
    const old = placeOf(sharesOf(FACE, three.policy)!);
    for (let n = 0; n < points.length; n += 2) {
      const length = Math.hypot(points[n]! - old.x, points[n + 1]! - old.y);
      expect(length).toBeLessThan(0.1 + 1e-6);
      expect(length).toBeGreaterThan(0.1 * (Math.sqrt(3) / 2) - 1e-6);
    }
    expect(turns(points)).toBeGreaterThanOrEqual(6);
    expect(turns(points)).toBeLessThanOrEqual(12);
  });

  it('does not see the cost for KL, and does for Wasserstein', () => {
    const line = problemOf([0.5, 0.3, 0.2], [-0.6, 0.1, 1.35], true);
    expect(regionBorder(kl, line, {}, 0.08, FACE)).toEqual(regionBorder(kl, three, {}, 0.08, FACE));
    expect(regionBorder(wasserstein, line, {}, 0.08, FACE)).not.toEqual(
      regionBorder(wasserstein, three, {}, 0.08, FACE),
    );
  });

  it('is where the path leaves the region', () => {
    const { beta, share } = kl.optimum(three, 0.08, {});
    const next = new Float64Array(3);
    kl.improve(three, { beta, share }, next);
    const { x, y } = placeOf(sharesOf(FACE, next)!);
    const { points } = regionBorder(kl, three, {}, 0.08, FACE)!;
    let nearest = Infinity;
    for (let n = 0; n < points.length; n += 2)
      nearest = Math.min(nearest, Math.hypot(points[n]! - x, points[n + 1]! - y));
    expect(nearest).toBeLessThan(0.01);
  });

  it('begins at the end of the path where the old row is outside', () => {
    const shape = { lambda: 2 };
    const corner = problemOf([1, 0, 0], [0, 0.1, 1], true);
    const least = sinkhorn.spent(corner, { ...shape, beta: Infinity, share: 0 });
    const border = regionBorder(sinkhorn, corner, shape, least + 0.01, FACE)!;
    const still = new Float64Array(3);
    sinkhorn.improve(corner, { ...shape, beta: Infinity, share: 0 }, still);
    expect(sinkhorn.distance(corner, corner.policy, shape)).toBeGreaterThan(least + 0.01);
    expect(border.center).toEqual(placeOf(sharesOf(FACE, still)!));
  });

  it('is none where no policy is inside', () => {
    const least = bridge.spent(three, { dial: 0.7, beta: Infinity, share: 0 });
    expect(regionBorder(bridge, three, { dial: 0.7 }, least * 0.9, FACE)).toBeNull();
    expect(regionBorder(bridge, three, { dial: 0.7 }, least * 1.1, FACE)).not.toBeNull();
    expect(regionBorder(kl, three, {}, -0.1, FACE)).toBeNull();
    // nor where the face has no mass
    expect(regionBorder(kl, problemOf([0, 0, 0, 1], [0, 0, 1, 0]), {}, 0.1, FACE)).toBeNull();
  });

  it('has two ends where there are two actions', () => {
    const two = problemOf([0.6, 0.4], [0, 1]);
    const { points } = regionBorder(wasserstein, two, {}, 0.1, [0, 1])!;
    expect(points).toHaveLength(4);
    expect(points[0]).toBeCloseTo(0.3, 6);
    expect(points[2]).toBeCloseTo(0.5, 6);
  });

  it('is the old row alone at a radius of 0', () => {
    const { points, center } = regionBorder(kl, three, {}, 0, FACE)!;
    for (let n = 0; n < points.length; n += 2) {
      // KL is flat at its least
      expect(Math.hypot(points[n]! - center.x, points[n + 1]! - center.y)).toBeLessThan(5e-6);
    }
  });
});

describe('a path of updates', () => {
  it('has the jumps of transport, at the rates at which mass ties', () => {
    // from 0 at (1.35 + 0.6)/1, from 1 at (1.35 − 0.1)/1
    const { jumps } = betaPath(wasserstein, three, {});
    expect(jumps).toHaveLength(2);
    expect(jumps[0]).toBeCloseTo(1.95, 6);
    expect(jumps[1]).toBeCloseTo(1.25, 6);
    expect(betaPath(kl, three, {}).jumps).toEqual([]);
  });

  it('is smooth to the eye for KL', () => {
    const { rows } = betaPath(kl, three, {});
    for (let k = 3; k < rows.length; k += 3) {
      let moved = 0;
      for (let a = 0; a < 3; a += 1) moved += Math.abs(rows[k + a]! - rows[k - 3 + a]!) / 2;
      expect(moved).toBeLessThan(0.1);
    }
  });

  it('goes nowhere where nothing pulls', () => {
    const flat = problemOf([0.5, 0.3, 0.2], [1, 1, 1]);
    const path = betaPath(kl, flat, {});
    expect([...path.betas]).toEqual([Infinity, 0]);
    expect(betaRange(path)).toBeNull();
  });

  it('spans the β at which it moves', () => {
    const [low, high] = betaRange(betaPath(wasserstein, three, {}))!;
    expect(low).toBeLessThanOrEqual(1.25);
    expect(high).toBeGreaterThanOrEqual(1.95);
    expect(high / low).toBeLessThan(20);
  });
});

describe('a dual over β', () => {
  it('has both sides of every jump, and its least where the radius is spent', () => {
    const jumps = betaPath(wasserstein, three, {}).jumps;
    const { betas, cost, optimum } = dualCurve(wasserstein, three, {}, 0.2, [0.5, 4], 20, jumps);
    expect(betas).toHaveLength(24);
    expect([...betas]).toEqual([...betas].sort((a, b) => a - b));
    expect(optimum.beta).toBeCloseTo(1.95, 12);
    const first = betas.findIndex((beta) => beta > 1.95);
    expect(cost[first - 1]).toBeCloseTo(0.5, 9);
    expect(cost[first]).toBe(0);
  });
});
