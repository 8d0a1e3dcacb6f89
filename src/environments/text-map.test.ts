import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapNote, MAX_MAP_LENGTH, readTextMap, textMap, textMapProblem, writeTextMap } from './text-map.ts';

describe('readTextMap', () => {
  it('reads every mark, row-major', () => {
    expect(readTextMap('S.#/ HG')).toEqual({
      map: { rows: 2, columns: 3, cells: ['start', 'free', 'wall', 'free', 'hazard', 'goal'] },
    });
  });

  it('takes slashes and all kinds of new lines alike, and empty lines around', () => {
    const read = readTextMap('S./.G');
    for (const text of ['S.\n.G', 'S.\r\n.G', 'S.\r.G', '\nS.\n.G\n\n', '/S./.G\n'])
      expect(readTextMap(text)).toEqual(read);
  });

  it('tells of an empty row at its end, which is what is left of a row that was cut off', () => {
    const problem = 'The map ends in an empty row (was it cut off?); its last row needs as many cells as its first.';
    expect(readTextMap('S./.G/')).toEqual({ problem });
  });

  it('reads the largest map that a field may hold', () => {
    const row = '.'.repeat(64);
    const text = Array.from({ length: 64 }, (_, n) => (n === 0 ? `SG${row.slice(2)}` : row)).join('/');
    expect(textMap(text)).toMatchObject({ rows: 64, columns: 64 });
    expect(text.length).toBeLessThanOrEqual(MAX_MAP_LENGTH);
  });

  it.each([
    ['', 'The map is empty; it needs 1 to 64 rows.'],
    ['///', 'The map is empty; it needs 1 to 64 rows.'],
    ['S.G/..', 'Line 2 of the map has 2 cells; line 1 has 3, and all need as many.'],
    ['S.G//...', 'Line 2 of the map has 0 cells; line 1 has 3, and all need as many.'],
    [`SG${'/..'.repeat(64)}`, 'The map has 65 rows; at most 64 are read.'],
    [`SG${'.'.repeat(63)}`, 'The map has 65 columns; at most 64 are read.'],
    ['S..\n.xG', 'The map has "x" at line 2, character 2; only # . S G H and space are known.'],
    ['SG.😀', 'The map has "😀" at line 1, character 4; only # . S G H and space are known.'],
    ['sG', 'The map has "s" at line 1, character 1; only # . S G H and space are known.'],
    ['..G', 'The map has no S; it needs at least one start.'],
    [Array.from({ length: 5 }, () => `${'S'.repeat(13)}G`).join('/'), 'The map has 65 starts (S); at most 8 are read.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(textMapProblem(text)).toBe(problem);
    expect(() => textMap(text)).toThrow(new RangeError(problem));
  });

  it('needs no goal that can be reached', () => {
    for (const text of ['S', 'S..', 'S.#G', 'S.H', 'S#/#G']) expect(textMapProblem(text)).toBeUndefined();
  });

  it('is written as it was read', () => {
    for (const text of ['S', 'S.#/HG.', '#S/../HH']) expect(writeTextMap(textMap(text))).toBe(text);
    expect(writeTextMap(textMap('S #\n..G'))).toBe('S.#/..G');
  });

  it('never throws, and reads a map of the size it says or says a sentence', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('#', '.', ' ', 'S', 'G', 'H', '/', '\n'), maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    let maps = 0;
    fc.assert(
      fc.property(text, (given) => {
        const reading = readTextMap(given);
        if (reading.problem !== undefined) {
          expect(reading.problem).toMatch(/^[A-Z].*\.$/);
          return;
        }
        maps += 1;
        const { rows, columns, cells } = reading.map;
        expect(cells.length).toBe(rows * columns);
        expect(cells).toContain('start');
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(maps).toBeGreaterThan(20);
  });
});

describe('mapNote', () => {
  it.each([
    ['S..', 'The map has no goal, and no hazard: every policy has the same return, so there is nothing to learn.'],
    [
      'S.#G',
      'No goal can be reached from a start, and no hazard: every policy has the same return, so there is nothing to learn.',
    ],
    ['S.H', 'The map has no goal: what is left to learn is when to meet a hazard, or never.'],
    ['S.HG', 'No goal can be reached from a start: what is left to learn is when to meet a hazard, or never.'],
  ])('says of %j what follows', (text, note) => expect(mapNote(textMap(text))).toBe(note));

  it('finds a goal behind a corner, and from any of the starts', () => {
    for (const text of ['S#G/...', 'GS#H', '#S/#./G.', 'S#S/##G']) expect(mapNote(textMap(text))).toBeUndefined();
  });
});
