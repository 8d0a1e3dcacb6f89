import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeAt, type FiniteModel } from './environment.ts';
import { buildModel, uniformStart } from './model.ts';
import { makeWorld } from './registry.ts';

/** One state, one action, as many outcomes as there are probabilities. */
function lottery(probabilities: readonly number[]): FiniteModel {
  return buildModel(1, 1, uniformStart(1, [0]), () =>
    probabilities.map((probability, reward) => ({ probability, next: 0, reward, terminated: false })),
  );
}

describe('outcomeAt', () => {
  it('cuts [0, 1) into pieces as long as the probabilities, in order', () => {
    const model = lottery([0.25, 0.5, 0.25]);
    const at = (u: number): number => outcomeAt(model, 0, 0, u);
    expect([0, 0.2499, 0.25, 0.7499, 0.75, 1 - 2 ** -53].map(at)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('never leaves the pair, even where probabilities sum to a little less than 1', () => {
    const model = lottery(Array.from({ length: 10 }, () => 0.1));
    expect([...model.probability].reduce((sum, p) => sum + p)).toBeLessThan(1);
    expect(outcomeAt(model, 0, 0, 1 - 2 ** -53)).toBe(9);
  });

  it('meets each outcome as often as its probability says, on an even grid of numbers', () => {
    const { model } = makeWorld('four-rooms', {});
    const draws = 4000;
    fc.assert(
      fc.property(fc.nat(model.states - 1), fc.nat(model.actions - 1), (state, action) => {
        const seen = new Map<number, number>();
        for (let n = 0; n < draws; n += 1) {
          const outcome = outcomeAt(model, state, action, (n + 0.5) / draws);
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        }
        const pair = state * model.actions + action;
        expect([...seen.keys()].every((o) => o >= model.offsets[pair]! && o < model.offsets[pair + 1]!)).toBe(true);
        for (let o = model.offsets[pair]!; o < model.offsets[pair + 1]!; o += 1) {
          expect(Math.abs((seen.get(o) ?? 0) - draws * model.probability[o]!)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});
