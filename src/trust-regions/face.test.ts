import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '../math/testing-rows.ts';
import { chooseFace, gainLines, lengthBetween, massOn, placeOf, sharesOf, toward, writeRow } from './face.ts';

/** A row of four to six actions, and three of them. */
const rows = fc.integer({ min: 4, max: 6 }).chain((n) =>
  fc.record({
    policy: row(n).map((shares) => Float64Array.from(shares)),
    face: fc.shuffledSubarray(
      Array.from({ length: n }, (_, action) => action),
      { minLength: 3, maxLength: 3 },
    ),
  }),
);

describe('a face of the simplex', () => {
  it('gives a row back from its shares, the others as they were', () => {
    fc.assert(
      fc.property(rows, ({ policy, face }) => {
        const shares = sharesOf(face, policy);
        if (shares === null) {
          expect(massOn(face, policy)).toBe(0);
          return;
        }
        const again = new Float64Array(policy.length);
        writeRow(face, policy, shares, again);
        again.forEach((mass, action) => {
          if (face.includes(action)) expect(mass).toBeCloseTo(policy[action]!, 14);
          else expect(mass).toBe(policy[action]!);
        });
      }),
    );
  });

  it('sees rows whose others differ by their shares alone', () => {
    const old = Float64Array.of(0.1, 0.2, 0.1, 0.6);
    const next = Float64Array.of(0.2, 0.4, 0.2, 0.2);
    expect(placeOf(sharesOf([0, 1, 2], old)!)).toEqual(placeOf(sharesOf([0, 1, 2], next)!));
    expect(sharesOf([0, 1, 2], Float64Array.of(0, 0, 0, 1))).toBeNull();
  });

  it('is a segment for two actions', () => {
    const shares = sharesOf([0, 1], Float64Array.of(0.25, 0.75))!;
    expect(placeOf(shares)).toEqual({ x: 0.75, y: 0 });
    const out = new Float64Array(2);
    writeRow([0, 1], Float64Array.of(0.25, 0.75), shares, out);
    expect([...out]).toEqual([0.25, 0.75]);
  });

  it('keeps at 0 what is 0 at both ends, and measures as its plane does', () => {
    const [from, to] = [[0.5, 0.5, 0] as const, [0.1, 0.9, 0] as const];
    expect(toward(from, to, 0.3)[2]).toBe(0);
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [first, second] = [sharesOf(a.face, a.policy), sharesOf(b.face, b.policy)];
        if (first === null || second === null) return;
        const [p, q] = [placeOf(first), placeOf(second)];
        expect(lengthBetween(first, second)).toBeCloseTo(Math.hypot(p.x - q.x, p.y - q.y), 12);
      }),
    );
  });

  it('is that on which most happens, in any of the steps', () => {
    const before = Float64Array.of(0.2, 0.2, 0.2, 0.2, 0.2);
    const first = { before, after: Float64Array.of(0.2, 0.1, 0.2, 0.3, 0.2) };
    const second = { before, after: Float64Array.of(0.23, 0.2, 0.19, 0.2, 0.18) };
    expect(chooseFace(5, [first])).toEqual([0, 1, 3]);
    expect(chooseFace(5, [first, second])).toEqual([0, 1, 3]);
    expect(chooseFace(5, [second])).toEqual([0, 2, 4]);
    expect(chooseFace(2, [])).toEqual([0, 1]);
  });

  it('has level lines along which the gain is the same', () => {
    const advantage = Float64Array.of(3, -1, 0.5, 7);
    const face = [0, 1, 2];
    const lines = gainLines(face, advantage, 5);
    const gainAt = (x: number, y: number): number => {
      const third = y / (Math.sqrt(3) / 2);
      const second = x - third / 2;
      return 3 * (1 - second - third) - second + 0.5 * third;
    };
    expect(lines).toHaveLength(5);
    for (const [ax, ay, bx, by] of lines) expect(gainAt(ax!, ay!)).toBeCloseTo(gainAt(bx!, by!), 12);
    expect(gainLines(face, Float64Array.of(1, 1, 1, 2), 5)).toEqual([]);
    expect(gainLines([0, 1], advantage, 5)).toEqual([]);
  });
});
