/** Maps to begin with. */
import { gridOf } from '../../environments/registry.ts';
import { textMap, type Cell, type TextMap } from '../../environments/text-map.ts';
import { gridworld } from '../../environments/gridworld.ts';
import { StreamDealer } from '../../math/random.ts';
import { painted } from './painting.ts';

/** What a template may go by. */
interface Wish {
  readonly rows: number;
  readonly columns: number;
  /** Of what is made by chance. */
  readonly seed: number;
}

interface Template {
  readonly label: string;
  readonly help: string;
  readonly make: (wish: Wish) => TextMap;
}

/** In the order of the picker. */
export const mapTemplates = {
  room: {
    label: 'empty room',
    help: 'As large as the map is now: the start in one corner, the goal in the other.',
    make: ({ rows, columns }) => room(rows, columns),
  },
  rooms: {
    label: 'four rooms',
    help: 'As large as the map is now, from 7 by 7 on: two walls, each with two doors.',
    make: ({ rows, columns }) => rooms(Math.max(7, rows), Math.max(7, columns)),
  },
  cliff: {
    label: 'cliff',
    help: 'The shortest way runs along the hazards.',
    make: () => gridOf('cliff-walking', {})!.map,
  },
  bridge: {
    label: 'bridge',
    help: 'Over a narrow bridge between hazards, or the long way round: the map that Gridworld opens with.',
    make: () => textMap(gridworld.fields.map.default),
  },
  maze: {
    label: 'maze',
    help: 'As large as the map is now, from 5 by 5 on: one way from each cell to every other. The seed says which maze.',
    make: ({ rows, columns, seed }) => maze(Math.max(5, rows), Math.max(5, columns), seed),
  },
  goals: {
    label: 'two goals',
    help: 'As large as the map is now: a goal near by behind hazards, and one far off.',
    make: ({ rows, columns }) => goals(Math.max(5, rows), Math.max(5, columns)),
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof mapTemplates;

function filled(rows: number, columns: number, kindAt: (row: number, column: number) => Cell): TextMap {
  const cells = Array.from({ length: rows * columns }, (_, n) => kindAt(Math.floor(n / columns), n % columns));
  return { rows, columns, cells };
}

/** With one start and one goal. */
function between(map: TextMap, start: number, goal: number): TextMap {
  return painted(painted(map, [start], 'start'), [goal], 'goal');
}

function room(rows: number, columns: number): TextMap {
  const empty = filled(rows, columns, () => 'free');
  return between(empty, 0, rows * columns - 1);
}

function rooms(rows: number, columns: number): TextMap {
  const [row, column] = [Math.floor(rows / 2), Math.floor(columns / 2)];
  const doors = new Set([
    row * columns + Math.floor(column / 2),
    row * columns + Math.floor((column + columns) / 2),
    Math.floor(row / 2) * columns + column,
    Math.floor((row + rows) / 2) * columns + column,
  ]);
  const walls = filled(rows, columns, (y, x) =>
    (y === row || x === column) && !doors.has(y * columns + x) ? 'wall' : 'free',
  );
  return between(walls, 0, rows * columns - 1);
}

function goals(rows: number, columns: number): TextMap {
  const middle = Math.floor(columns / 2);
  const hazards = filled(rows, columns, (y, x) => (x === middle && y >= 1 && y < rows - 1 ? 'hazard' : 'free'));
  const near = Math.floor(rows / 2) * columns + Math.min(columns - 1, middle + 1);
  return between(painted(hazards, [near], 'goal'), Math.floor(rows / 2) * columns, rows * columns - 1);
}

/**
 * A maze by a walk that goes on from its newest cell as long as it can (depth-first search). Rooms stand on even rows and columns; where the map ends on an
 * odd one, that row or column is wall.
 */
function maze(rows: number, columns: number, seed: number): TextMap {
  const { uniform } = new StreamDealer(seed).next();
  const open = new Uint8Array(rows * columns);
  const trail = [0];
  open[0] = 1;
  for (let at = trail.at(-1); at !== undefined; at = trail.at(-1)) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const ways = [
      [0, 2],
      [2, 0],
      [0, -2],
      [-2, 0],
    ].flatMap(([dy, dx]) => {
      const [y, x] = [row + dy!, column + dx!];
      const inside = y >= 0 && y < rows && x >= 0 && x < columns;
      return inside && open[y * columns + x] === 0 ? [[y * columns + x, (at + y * columns + x) / 2] as const] : [];
    });
    if (ways.length === 0) trail.pop();
    else {
      const [next, door] = ways[Math.floor(uniform() * ways.length)]!;
      open[next] = 1;
      open[door] = 1;
      trail.push(next);
    }
  }
  const walls = filled(rows, columns, (y, x) => (open[y * columns + x] === 1 ? 'free' : 'wall'));
  return between(walls, 0, 2 * Math.floor((rows - 1) / 2) * columns + 2 * Math.floor((columns - 1) / 2));
}
