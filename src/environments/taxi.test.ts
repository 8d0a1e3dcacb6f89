import { describe, expect, it } from 'vitest';
import { makeWorld } from './registry.ts';

const { model, lattice, describe: say, absorbing } = makeWorld('taxi', {});
const [SOUTH, NORTH, EAST, WEST, PICK_UP, DROP_OFF] = [0, 1, 2, 3, 4, 5];

/** Gymnasium's `TaxiEnv.encode`. */
const encode = (row: number, column: number, passenger: number, destination: number): number =>
  ((row * 5 + column) * 5 + passenger) * 4 + destination;

/** The only outcome of a pair as [next, reward, terminated]. */
function outcome(state: number, action: number): number[] {
  const o = model.offsets[state * 6 + action]!;
  expect(model.offsets[state * 6 + action + 1]).toBe(o + 1);
  return [model.next[o]!, model.reward[o]!, model.terminated[o]!];
}

describe('taxi', () => {
  it('has the moves of Gymnasium’s table, state 314 of Taxi-v3', () => {
    // row 3, column 0, passenger at Blue, destination Yellow: Gymnasium's P[314]
    expect(say(314)).toBe('taxi at row 3, column 0, passenger at Blue, destination Yellow');
    expect([SOUTH, NORTH, EAST, WEST, PICK_UP, DROP_OFF].map((action) => outcome(314, action))).toEqual([
      [414, -1, 0],
      [214, -1, 0],
      [314, -1, 0],
      [314, -1, 0],
      [314, -10, 0],
      [314, -10, 0],
    ]);
  });

  it('stops at the six thin walls from both sides, and at no other place inside', () => {
    const stopped: string[] = [];
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 4; column += 1) {
        const [left, right] = [encode(row, column, 0, 1), encode(row, column + 1, 0, 1)];
        const east = outcome(left, EAST)[0] === left;
        expect(outcome(right, WEST)[0] === right).toBe(east);
        if (east) stopped.push(`${row},${column}`);
      }
    }
    expect(stopped).toEqual(['0,1', '1,1', '3,0', '3,2', '4,0', '4,2']);
    expect(lattice.fences.map(String)).toEqual(stopped);
  });

  it('picks up only where the passenger waits', () => {
    expect(outcome(encode(0, 4, 1, 0), PICK_UP)).toEqual([encode(0, 4, 4, 0), -1, 0]);
    expect(outcome(encode(0, 4, 0, 1), PICK_UP)).toEqual([encode(0, 4, 0, 1), -10, 0]);
    expect(outcome(encode(0, 4, 4, 0), PICK_UP)).toEqual([encode(0, 4, 4, 0), -10, 0]);
  });

  it('drops off at any landmark, and is done at the destination', () => {
    expect(outcome(encode(4, 3, 4, 3), DROP_OFF)).toEqual([encode(4, 3, 3, 3), 20, 1]);
    expect(outcome(encode(4, 3, 4, 0), DROP_OFF)).toEqual([encode(4, 3, 3, 0), -1, 0]);
    expect(outcome(encode(2, 2, 4, 0), DROP_OFF)).toEqual([encode(2, 2, 4, 0), -10, 0]);
    expect(outcome(encode(4, 3, 3, 0), DROP_OFF)).toEqual([encode(4, 3, 3, 0), -10, 0]);
  });

  it('starts in 300 states and ends in 100', () => {
    expect(model.start.filter((mass) => mass > 0).length).toBe(300);
    expect(absorbing.reduce((sum, flag) => sum + flag)).toBe(100);
  });

  it('reaches 7.93 on average when driven best, as Gymnasium’s does', () => {
    const value = new Float64Array(500);
    for (let sweep = 0; sweep < 60; sweep += 1) {
      for (let s = 0; s < 500; s += 1) {
        let best = -Infinity;
        for (let a = 0; a < 6; a += 1) {
          const o = model.offsets[s * 6 + a]!;
          best = Math.max(best, model.reward[o]! + (model.terminated[o] === 1 ? 0 : value[model.next[o]!]!));
        }
        value[s] = best;
      }
    }
    expect(value.reduce((sum, v, s) => sum + v * model.start[s]!, 0)).toBeCloseTo(7.93, 2);
  });

  it('says where the passenger is and wants to go in each layer', () => {
    const says = lattice.marksAt([3, 1]).map(({ text, kind, label }) => [text, kind, label]);
    expect(says).toEqual([
      ['R', 'landmark', 'Red'],
      ['G', 'goal', 'Green, destination: +20 for the drop off, ends the episode'],
      ['Y', 'landmark', 'Yellow'],
      ['B•', 'landmark', 'Blue, the passenger is here'],
    ]);
    expect(lattice.marksAt([4, 1]).map(({ text }) => text)).toEqual(['R', 'G', 'Y', 'B']);
    expect(say(lattice.statesAt([4, 2])[7]!)).toBe(
      'taxi at row 1, column 2, passenger in the taxi, destination Yellow',
    );
  });
});
