import { say } from '../copy/say.ts';
import { quote } from '../field.ts';

export type Cell = 'wall' | 'free' | 'start' | 'goal' | 'hazard';

/** A map of cells. */
export interface TextMap {
  readonly rows: number;
  readonly columns: number;
  /** [rows·columns] row-major */
  readonly cells: readonly Cell[];
}

/** Most rows and most columns. */
export const MAX_MAP_SIDE = 64;
/** Most starts: a hazard that sends back to the start leads to each of them. */
const MAX_STARTS = 8;
/** Longest text of a map: all rows and what separates them. */
export const MAX_MAP_LENGTH = MAX_MAP_SIDE * (MAX_MAP_SIDE + 1);

/** The letter of each kind of cell. */
export const MARKS = { wall: '#', free: '.', start: 'S', goal: 'G', hazard: 'H' } as const satisfies Record<
  Cell,
  string
>;

const CELLS: Readonly<Record<string, Cell>> = {
  '#': 'wall',
  '.': 'free',
  ' ': 'free',
  S: 'start',
  G: 'goal',
  H: 'hazard',
};

/**
 * Reads a map: `#` wall, `.` or space free, `S` start, `G` goal, `H` hazard; rows separated by `/` or new lines.
 * Empty lines before and after are ignored, but for an empty row after the last `/`. Never throws: what is wrong comes back as a sentence that names the value
 * seen and the value wanted, with lines and characters counted from 1.
 *
 * A map needs 1 to 8 starts. One in which no goal or hazard can be reached is a map too: `mapNote` says what follows.
 */
export function readTextMap(text: string): MapReading {
  const reading = readCells(text);
  const problem = reading.problem ?? startProblem(reading.map);
  return problem === undefined ? reading : { problem };
}

type MapReading = { readonly map: TextMap; readonly problem?: never } | { readonly problem: string };

/** Reads the cells of a map as `readTextMap` does, however many starts it has. */
export function readCells(text: string): MapReading {
  if (/\/\s*$/.test(text.slice(-MAX_MAP_SIDE)) && text.replaceAll(/[\s/]/g, '') !== '') {
    return {
      problem: say('The map ends in an empty row (was it cut off?); its last row needs as many cells as its first.'),
    };
  }
  const lines = text.split(/\r\n|[\n\r/]/);
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  const rows = lines.map((line) => [...line]);
  const columns = rows[0]?.length ?? 0;
  const map: TextMap = { rows: rows.length, columns, cells: rows.flat().map((mark) => CELLS[mark] ?? 'wall') };
  const problem = shapeProblem(rows, columns) ?? cellProblem(rows);
  return problem === undefined ? { map } : { problem };
}

/** A sentence about what is wrong with a map, or undefined when it can be used. */
export function textMapProblem(text: string): string | undefined {
  return readTextMap(text).problem;
}

/** The text of a map: rows separated by `/`. */
export function writeTextMap({ rows, columns, cells }: TextMap): string {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .slice(row * columns, (row + 1) * columns)
      .map((cell) => MARKS[cell])
      .join(''),
  ).join('/');
}

/** Reads a map that is known to be right. @throws RangeError where it is not */
export function textMap(text: string): TextMap {
  const reading = readTextMap(text);
  if (reading.problem !== undefined) throw new RangeError(reading.problem);
  return reading.map;
}

function shapeProblem(rows: readonly (readonly string[])[], columns: number): string | undefined {
  const most = MAX_MAP_SIDE;
  if (rows.length === 0) return say('The map is empty; it needs 1 to {most} rows.', { most });
  if (rows.length > most) return say('The map has {n} rows; at most {most} are read.', { n: rows.length, most });
  if (columns > most) return say('The map has {n} columns; at most {most} are read.', { n: columns, most });
  const ragged = rows.findIndex((row) => row.length !== columns);
  if (ragged < 0) return undefined;
  return say('Line {line} of the map has {n} cells; line 1 has {columns}, and all need as many.', {
    line: ragged + 1,
    n: rows[ragged]!.length,
    columns,
  });
}

function cellProblem(rows: readonly (readonly string[])[]): string | undefined {
  for (const [row, marks] of rows.entries()) {
    const column = marks.findIndex((mark) => !Object.hasOwn(CELLS, mark));
    if (column < 0) continue;
    return say('The map has {seen} at line {line}, character {character}; only # . S G H and space are known.', {
      seen: quote(marks[column]!),
      line: row + 1,
      character: column + 1,
    });
  }
  return undefined;
}

/** A sentence about a map that has no start, or too many; undefined where it can be learned. */
export function startProblem(map: TextMap): string | undefined {
  const starts = map.cells.filter((cell) => cell === 'start').length;
  if (starts === 0) return say('The map has no S; it needs at least one start.');
  if (starts > MAX_STARTS) {
    return say('The map has {n} starts (S); at most {most} are read.', { n: starts, most: MAX_STARTS });
  }
  return undefined;
}

/** What a reader should know of a map in which no goal can be reached, in an English sentence; undefined where one can. */
export function mapNote(map: TextMap): string | undefined {
  const met = cellsMet(map);
  if (met.has('goal')) return undefined;
  const [unreached, missing] = met.has('hazard')
    ? [
        'No goal can be reached from a start: what is left to learn is when to meet a hazard, or never.',
        'The map has no goal: what is left to learn is when to meet a hazard, or never.',
      ]
    : [
        'No goal can be reached from a start, and no hazard: every policy has the same return, so there is nothing to learn.',
        'The map has no goal, and no hazard: every policy has the same return, so there is nothing to learn.',
      ];
  return map.cells.includes('goal') ? unreached : missing;
}

/** What a walk from some start meets; it ends at a goal or a hazard. */
function cellsMet({ rows, columns, cells }: TextMap): ReadonlySet<Cell> {
  const met = new Set<Cell>();
  const seen = new Uint8Array(cells.length);
  const open: number[] = [];
  const visit = (cell: number): void => {
    const kind = cells[cell]!;
    if (seen[cell] === 1 || kind === 'wall') return;
    seen[cell] = 1;
    met.add(kind);
    if (kind !== 'goal' && kind !== 'hazard') open.push(cell);
  };
  for (const [cell, kind] of cells.entries()) if (kind === 'start') visit(cell);
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const column = cell % columns;
    if (cell >= columns) visit(cell - columns);
    if (cell < (rows - 1) * columns) visit(cell + columns);
    if (column > 0) visit(cell - 1);
    if (column < columns - 1) visit(cell + 1);
  }
  return met;
}
