import type { Mark } from '../../environments/environment.ts';
import type { CellBox } from './cell.ts';
import type { CanvasColors } from './palette.ts';

/**
 * An icon with its letter on a cell.
 * @param whole whether nothing else is drawn in the cell: then it stands in its middle
 */
export function drawMark(
  context: CanvasRenderingContext2D,
  mark: Pick<Mark, 'kind' | 'text'>,
  { x, y, size }: CellBox,
  colors: CanvasColors,
  whole: boolean,
): void {
  // a small cell is its arrow: a mark would cover it
  if (size < (whole ? 7 : 18)) return;
  const radius = whole ? Math.min(size * 0.36, 12) : Math.min(size * 0.17, 9);
  // in a decided cell the mark sits on the corner, clear of the ticks in the middle of the sides
  const cx = whole ? x + size / 2 : x + 0.8 * radius;
  const cy = whole ? y + size / 2 : y + 0.8 * radius;
  markPath(context, mark.kind, cx, cy, radius);
  context.fillStyle = colors.ground;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colors.ink;
  context.stroke();
  if (radius < 4) return;
  context.fillStyle = colors.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${Math.max(8, Math.round(radius * (mark.text.length > 1 ? 0.95 : 1.2)))}px system-ui, sans-serif`;
  const low = mark.kind === 'hazard' || mark.kind === 'pit' ? radius * 0.28 : 0.5;
  context.fillText(mark.text, cx, cy + low);
}

/** The outline of an icon: a square goal, a hazard that points up, all else round. */
export function markPath(
  context: CanvasRenderingContext2D,
  kind: Mark['kind'],
  cx: number,
  cy: number,
  radius: number,
): void {
  context.beginPath();
  if (kind === 'goal') context.rect(cx - radius, cy - radius, 2 * radius, 2 * radius);
  else if (kind === 'hazard' || kind === 'pit') {
    context.moveTo(cx, cy - radius);
    context.lineTo(cx + radius, cy + radius);
    context.lineTo(cx - radius, cy + radius);
    context.closePath();
  } else context.arc(cx, cy, radius, 0, 2 * Math.PI);
}

/** A cell that is a wall, hatched. */
export function drawWall(context: CanvasRenderingContext2D, { x, y, size }: CellBox, colors: CanvasColors): void {
  context.save();
  context.beginPath();
  context.rect(x, y, size, size);
  context.clip();
  context.fillStyle = colors.wall;
  context.fillRect(x, y, size, size);
  context.strokeStyle = colors.hatch;
  context.lineWidth = 1;
  context.beginPath();
  for (let offset = -size; offset < size; offset += 5) {
    context.moveTo(x + offset, y + size);
    context.lineTo(x + offset + size, y);
  }
  context.stroke();
  context.restore();
}
