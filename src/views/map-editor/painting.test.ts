import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textMap, writeTextMap } from '../../environments/text-map.ts';
import { areaAround, lineBetween, neighbour, painted, resized } from './painting.ts';

const map = textMap('S..#/.#.#/..HG');

describe('lineBetween', () => {
  it('goes straight, and steps aside by one cell at most', () => {
    expect(lineBetween(4, 0, 3)).toEqual([0, 1, 2, 3]);
    expect(lineBetween(4, 8, 0)).toEqual([8, 4, 0]);
    expect(lineBetween(4, 0, 10)).toEqual([0, 5, 10]);
    expect(lineBetween(4, 6, 6)).toEqual([6]);
  });

  it('leaves no gap between any two cells', () => {
    const cell = fc.integer({ min: 0, max: 11 * 7 - 1 });
    fc.assert(
      fc.property(cell, cell, (from, to) => {
        const line = lineBetween(11, from, to);
        expect([line[0], line.at(-1)]).toEqual([from, to]);
        for (let n = 1; n < line.length; n += 1) {
          const [a, b] = [line[n - 1]!, line[n]!];
          expect(Math.abs((a % 11) - (b % 11))).toBeLessThanOrEqual(1);
          expect(Math.abs(Math.floor(a / 11) - Math.floor(b / 11))).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('painted', () => {
  it('changes the cells that are named, in another map', () => {
    expect(writeTextMap(painted(map, [1, 2], 'wall'))).toBe('S###/.#.#/..HG');
    expect(writeTextMap(map)).toBe('S..#/.#.#/..HG');
  });

  it('is the same map where nothing changes', () => expect(painted(map, [3, 5], 'wall')).toBe(map));
});

describe('areaAround', () => {
  it('is what hangs together side by side, of one kind', () => {
    expect(areaAround(map, 1).toSorted((a, b) => a - b)).toEqual([1, 2, 6]);
    expect(areaAround(map, 3).toSorted((a, b) => a - b)).toEqual([3, 7]);
    expect(areaAround(map, 0)).toEqual([0]);
  });

  it('holds the whole of the largest map', () => {
    const open = resized(textMap('S'), 64, 64);
    expect(areaAround(open, 64)).toHaveLength(64 * 64 - 1);
  });
});

describe('resized', () => {
  it('adds free cells, and takes cells away, at the right and at the bottom', () => {
    expect(writeTextMap(resized(map, 4, 5))).toBe('S..#./.#.#./..HG./.....');
    expect(writeTextMap(resized(map, 2, 2))).toBe('S./.#');
    expect(resized(map, 3, 4)).toBe(map);
  });
});

it('the cursor stays inside, and goes to the borders', () => {
  expect([neighbour(map, 0, [-1, 0]), neighbour(map, 0, [1, 0]), neighbour(map, 0, [0, 1])]).toEqual([0, 1, 4]);
  expect([neighbour(map, 5, [Infinity, 0]), neighbour(map, 5, [0, Infinity])]).toEqual([7, 9]);
});
