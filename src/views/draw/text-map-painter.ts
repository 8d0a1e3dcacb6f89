import { MARKS, type Cell, type TextMap } from '../../environments/text-map.ts';
import type { CellBox } from './cell.ts';
import { boxOf, type MapGeometry } from './map-geometry.ts';
import { drawMark, drawWall, markPath } from './marks.ts';
import type { CanvasColors } from './palette.ts';

/** Pixels of a cell below which a mark has no letter, and fills it. */
const SMALL = 9;

/** Draws a map without a policy, as maps of policies are drawn: hatched walls, and icons in the middle of their cells. */
export function drawTextMap(
  context: CanvasRenderingContext2D,
  map: TextMap,
  geometry: MapGeometry,
  colors: CanvasColors,
): void {
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, geometry.width, geometry.height);
  for (const [index, kind] of map.cells.entries()) drawCell(context, kind, boxOf(geometry, map.columns, index), colors);
}

function drawCell(context: CanvasRenderingContext2D, kind: Cell, box: CellBox, colors: CanvasColors): void {
  if (kind === 'wall') {
    drawWall(context, box, colors);
    return;
  }
  const { x, y, size } = box;
  const gap = size >= SMALL ? 0.5 : 0.25;
  context.fillStyle = colors.faint;
  context.fillRect(x, y, size, size);
  context.fillStyle = kind === 'free' || kind === 'start' ? colors.ground : colors.wall;
  context.fillRect(x + gap, y + gap, size - 2 * gap, size - 2 * gap);
  if (kind === 'free') return;
  if (size < SMALL) {
    markPath(context, kind, x + size / 2, y + size / 2, size * 0.42);
    context.fillStyle = colors.ink;
    context.fill();
  } else drawMark(context, { kind, text: MARKS[kind] }, box, colors, true);
}
