/** Pure steps of drawing a map. Each gives a map, the same one where nothing changes. */
import { MAX_MAP_SIDE, type Cell, type TextMap } from '../../environments/text-map.ts';

/** Fewest rows and columns that a map is made smaller to. */
export const FEWEST_SIDE = 2;
export const MOST_SIDE = MAX_MAP_SIDE;

/** The cells of a straight line from one cell to another, both among them: a fast pointer leaves no gaps. */
export function lineBetween(columns: number, from: number, to: number): number[] {
  const [x0, y0] = [from % columns, Math.floor(from / columns)];
  const [dx, dy] = [(to % columns) - x0, Math.floor(to / columns) - y0];
  const steps = Math.max(Math.abs(dx), Math.abs(dy));
  return Array.from({ length: steps + 1 }, (_, n) => {
    const share = steps === 0 ? 0 : n / steps;
    return Math.round(y0 + dy * share) * columns + Math.round(x0 + dx * share);
  });
}

/** A map in which some cells are of a kind. */
export function painted(map: TextMap, cells: readonly number[], kind: Cell): TextMap {
  if (cells.every((cell) => map.cells[cell] === kind)) return map;
  const next = [...map.cells];
  for (const cell of cells) next[cell] = kind;
  return { ...map, cells: next };
}

/** The cells of one kind that hang together with a cell, side by side. */
export function areaAround({ rows, columns, cells }: TextMap, cell: number): number[] {
  const kind = cells[cell];
  const seen = new Set([cell]);
  // a set is walked in the order of what is added meanwhile
  for (const at of seen) {
    const column = at % columns;
    const around = [
      at >= columns ? at - columns : -1,
      at < (rows - 1) * columns ? at + columns : -1,
      column > 0 ? at - 1 : -1,
      column < columns - 1 ? at + 1 : -1,
    ];
    for (const other of around) if (other >= 0 && cells[other] === kind) seen.add(other);
  }
  return [...seen];
}

/** A map with so many rows and columns: free cells come, and cells go, at the right and at the bottom. */
export function resized(map: TextMap, rows: number, columns: number): TextMap {
  if (rows === map.rows && columns === map.columns) return map;
  const cells = Array.from({ length: rows * columns }, (_, cell): Cell => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    return row < map.rows && column < map.columns ? map.cells[row * map.columns + column]! : 'free';
  });
  return { rows, columns, cells };
}

/** The cell beside a cell, the cell itself at the border. */
export function neighbour({ rows, columns }: TextMap, cell: number, [dx, dy]: readonly [number, number]): number {
  const column = Math.min(columns - 1, Math.max(0, (cell % columns) + dx));
  const row = Math.min(rows - 1, Math.max(0, Math.floor(cell / columns) + dy));
  return row * columns + column;
}
