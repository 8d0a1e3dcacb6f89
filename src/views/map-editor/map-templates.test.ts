import { describe, expect, it } from 'vitest';
import { mapNote, readTextMap, writeTextMap, type TextMap } from '../../environments/text-map.ts';
import { mapTemplates, type TemplateName } from './map-templates.ts';
import { areaAround } from './painting.ts';

const names = Object.keys(mapTemplates) as TemplateName[];
const sizes = [
  [2, 2],
  [3, 7],
  [9, 9],
  [12, 5],
  [64, 64],
] as const;

describe.each(names)('%s', (name) => {
  it.each(sizes)('is a map with a goal that can be reached, wished for %i by %i', (rows, columns) => {
    const map = mapTemplates[name].make({ rows, columns, seed: 3 });
    expect(readTextMap(writeTextMap(map))).toEqual({ map });
    expect(mapNote(map)).toBeUndefined();
    expect(map.cells.filter((cell) => cell === 'start')).toHaveLength(1);
  });
});

describe('maze', () => {
  const maze = (seed: number, rows = 21, columns = 15): TextMap => mapTemplates.maze.make({ rows, columns, seed });

  it('is one of its seed', () => {
    expect(maze(5)).toEqual(maze(5));
    expect(new Set([1, 2, 3, 4].map((seed) => writeTextMap(maze(seed)))).size).toBe(4);
  });

  it('has one way from each cell to every other: a tree', () => {
    const { rows, columns, cells } = maze(2);
    const walls = { rows, columns, cells: cells.map((cell) => (cell === 'wall' ? cell : 'free')) } as const;
    const open = [...walls.cells.keys()].filter((cell) => walls.cells[cell] === 'free');
    expect(areaAround(walls, 0)).toHaveLength(open.length);
    const doors = open.flatMap((cell) => [
      ...(cell % columns < columns - 1 && walls.cells[cell + 1] === 'free' ? [cell] : []),
      ...(walls.cells[cell + columns] === 'free' ? [cell] : []),
    ]);
    expect(doors).toHaveLength(open.length - 1);
  });
});

it('two goals are two', () => {
  const { cells } = mapTemplates.goals.make({ rows: 9, columns: 9, seed: 1 });
  expect(cells.filter((cell) => cell === 'goal')).toHaveLength(2);
});
