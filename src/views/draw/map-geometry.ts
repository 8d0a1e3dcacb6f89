import type { Lattice } from '../../environments/environment.ts';
import type { CellBox } from './cell.ts';

/** Where the cells of a lattice lie on a canvas, in CSS pixels. */
export interface MapGeometry {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  readonly left: number;
  readonly top: number;
}

/** The largest map of whole-pixel cells in a box; a chain keeps room above and below for its arcs. */
export function mapGeometry(
  lattice: Pick<Lattice, 'rows' | 'columns' | 'shape'>,
  width: number,
  mostHeight: number,
): MapGeometry {
  const { rows, columns, shape } = lattice;
  const room = shape === 'chain' ? 2.6 : rows;
  const cell = Math.max(3, Math.floor(Math.min((width - 2) / columns, (mostHeight - 2) / room, 72)));
  const height = Math.ceil(cell * room) + 2;
  return {
    width,
    height,
    cell,
    left: Math.floor((width - cell * columns) / 2),
    top: shape === 'chain' ? Math.round((height - cell) / 2) : 1,
  };
}

export function boxOf(geometry: MapGeometry, columns: number, index: number): CellBox {
  const row = Math.floor(index / columns);
  const column = index % columns;
  return { x: geometry.left + column * geometry.cell, y: geometry.top + row * geometry.cell, size: geometry.cell };
}

/** Index of the cell under a point, −1 outside. */
export function cellAt(
  geometry: MapGeometry,
  lattice: Pick<Lattice, 'rows' | 'columns'>,
  x: number,
  y: number,
): number {
  const column = Math.floor((x - geometry.left) / geometry.cell);
  const row = Math.floor((y - geometry.top) / geometry.cell);
  if (column < 0 || column >= lattice.columns || row < 0 || row >= lattice.rows) return -1;
  return row * lattice.columns + column;
}
