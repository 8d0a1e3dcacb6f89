import { symbol } from 'd3';
import type { ChartContent, ChartLine } from './chart-content.ts';
import { chartScales, drawAxes, line, type Scales } from './chart-axes.ts';
import type { MarkShape } from '../../methods/story.ts';
import { symbols } from '../draw/symbols.ts';
import { apartLabels } from './labels.ts';

/** Draws the chart and gives the scales back, for the pointer. */
export function drawLineChart(context: CanvasRenderingContext2D, content: ChartContent): Scales {
  context.font = '12px system-ui, sans-serif';
  const scales = chartScales(content, (text) => context.measureText(text).width);
  context.fillStyle = content.ground;
  context.fillRect(0, 0, content.width, content.height);
  drawAxes(context, content, scales);
  drawReferences(context, content, scales);
  for (const line of content.lines) drawBand(context, content, line, scales);
  for (const line of content.lines) drawLine(context, content, line, scales);
  drawLabels(context, content, scales);
  drawPlayhead(context, content, scales);
  return scales;
}

function drawReferences(context: CanvasRenderingContext2D, content: ChartContent, { y, box }: Scales): void {
  for (const { value, label, color } of content.references) {
    const at = y(value);
    context.strokeStyle = color;
    context.setLineDash([1, 3]);
    context.lineWidth = 1.5;
    line(context, box.left, at, box.right, at);
    context.setLineDash([]);
    if (label === '') continue;
    context.fillStyle = content.ink;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.fillText(label, box.left + 4, at - 1);
  }
}

/** From the low to the high end of a line's band, wherever it has both. */
function drawBand(
  context: CanvasRenderingContext2D,
  content: ChartContent,
  { band, color, length, x: at }: ChartLine,
  { x, y }: Scales,
): void {
  if (band === undefined) return;
  const known = Array.from({ length }, (_, position) => position).filter(
    (position) =>
      Number.isFinite(band.low(position) + band.high(position)) &&
      !(content.logX && at(position) <= 0) &&
      !(content.logY && band.low(position) <= 0),
  );
  context.beginPath();
  for (const position of known) context.lineTo(x(at(position)), y(band.high(position)));
  for (const position of known.toReversed()) context.lineTo(x(at(position)), y(band.low(position)));
  context.fillStyle = color;
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
}

/** A line through its points, broken where a value is missing; ∞ and broken constraints are marked. */
function drawLine(
  context: CanvasRenderingContext2D,
  content: ChartContent,
  shape: ChartLine,
  { x, y, box }: Scales,
): void {
  const { top } = box;
  context.strokeStyle = shape.color;
  context.fillStyle = shape.color;
  context.lineWidth = shape.width ?? 1.75;
  context.setLineDash([...shape.dash]);
  context.beginPath();
  let pen = false;
  for (let position = 0; position < shape.length; position += 1) {
    const value = shape.y(position);
    const at = shape.x(position);
    if (!Number.isFinite(value) || (content.logX && at <= 0) || (content.logY && value <= 0)) {
      pen = false;
      continue;
    }
    if (pen) context.lineTo(x(at), y(value));
    else context.moveTo(x(at), y(value));
    pen = true;
  }
  context.stroke();
  context.setLineDash([]);
  let lastMark = -20;
  for (let position = 0; position < shape.length; position += 1) {
    const value = shape.y(position);
    const broken = shape.broken?.(position) === true;
    if (value !== Infinity && !broken) continue;
    const px = x(shape.x(position));
    if (px - lastMark < 7) continue;
    lastMark = px;
    if (value === Infinity) infinityMark(context, px, top);
    else crossMark(context, px, y(value));
  }
}

function infinityMark(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y - 4);
  context.lineTo(x + 4, y + 3);
  context.lineTo(x - 4, y + 3);
  context.closePath();
  context.fill();
}

function crossMark(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.lineWidth = 2;
  line(context, x - 4, y - 4, x + 4, y + 4);
  line(context, x - 4, y + 4, x + 4, y - 4);
}

/** The lines' names at their right ends, moved apart where they would overlap, each with its mark. */
function drawLabels(context: CanvasRenderingContext2D, content: ChartContent, { x, y, box }: Scales): void {
  const labels = content.lines.flatMap((shape) => {
    if (shape.label === '' && shape.reading === undefined) return [];
    for (let position = shape.length - 1; position >= 0; position -= 1) {
      const value = shape.y(position);
      if (Number.isNaN(value)) continue;
      const at = value === Infinity ? box.top : y(Math.max(value, content.logY ? Number.MIN_VALUE : -Infinity));
      return [{ shape, px: x(shape.x(position)), py: at }];
    }
    return [];
  });
  // what has no name there has its mark all the same
  for (const { shape, px, py } of labels) {
    context.fillStyle = shape.color;
    pointMark(context, shape.mark, px, py, 3.2);
  }
  const named = labels.filter(({ shape }) => shape.label !== '');
  const moved = apartLabels(
    named.map(({ py }) => py),
    12,
    box.top,
    box.bottom,
  );
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  named.forEach(({ shape }, n) => {
    const at = moved[n]!;
    const right = box.right + 6;
    context.fillStyle = shape.color;
    pointMark(context, shape.mark, right + 3, at, 3.2);
    context.fillStyle = content.ink;
    context.fillText(shape.label, right + 10, at);
  });
}

/** A mark as large as a circle of radius r. */
function pointMark(context: CanvasRenderingContext2D, mark: MarkShape, x: number, y: number, r: number): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  symbol(symbols[mark], Math.PI * r * r).context(context)();
  context.fill();
  context.restore();
}

function drawPlayhead(context: CanvasRenderingContext2D, content: ChartContent, { x, box }: Scales): void {
  if (content.playhead === null || (content.logX && content.playhead <= 0)) return;
  context.strokeStyle = content.ink;
  context.lineWidth = 1;
  const at = Math.round(x(content.playhead)) + 0.5;
  context.globalAlpha = 0.5;
  line(context, at, box.top, at, box.bottom);
  context.globalAlpha = 1;
}
