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
      problem: 'The map ends in an empty row (was it cut off?); its last row needs as many cells as its first.',
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
  if (rows.length === 0) return `The map is empty; it needs 1 to ${MAX_MAP_SIDE} rows.`;
  if (rows.length > MAX_MAP_SIDE) return `The map has ${rows.length} rows; at most ${MAX_MAP_SIDE} are read.`;
  if (columns > MAX_MAP_SIDE) return `The map has ${columns} columns; at most ${MAX_MAP_SIDE} are read.`;
  const ragged = rows.findIndex((row) => row.length !== columns);
  if (ragged < 0) return undefined;
  return `Line ${ragged + 1} of the map has ${rows[ragged]!.length} cells; line 1 has ${columns}, and all need as many.`;
}

function cellProblem(rows: readonly (readonly string[])[]): string | undefined {
  for (const [row, marks] of rows.entries()) {
    const column = marks.findIndex((mark) => !Object.hasOwn(CELLS, mark));
    if (column < 0) continue;
    const where = `line ${row + 1}, character ${column + 1}`;
    return `The map has ${quote(marks[column]!)} at ${where}; only # . S G H and space are known.`;
  }
  return undefined;
}

/** A sentence about a map that has no start, or too many; undefined where it can be learned. */
export function startProblem(map: TextMap): string | undefined {
  const starts = map.cells.filter((cell) => cell === 'start').length;
  if (starts === 0) return 'The map has no S; it needs at least one start.';
  if (starts > MAX_STARTS) return `The map has ${starts} starts (S); at most ${MAX_STARTS} are read.`;
  return undefined;
}

/** What a reader should know of a map in which no goal can be reached, in a sentence; undefined where one can. */
export function mapNote(map: TextMap): string | undefined {
  const met = cellsMet(map);
  if (met.has('goal')) return undefined;
  const goal = map.cells.includes('goal') ? 'No goal can be reached from a start' : 'The map has no goal';
  return met.has('hazard')
    ? `${goal}: what is left to learn is when to meet a hazard, or never.`
    : `${goal}, and no hazard: every policy has the same return, so there is nothing to learn.`;
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
