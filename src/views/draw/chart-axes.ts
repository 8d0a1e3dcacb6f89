import { extent, scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import type { ChartContent } from './line-chart.ts';

type ChartScale = ScaleContinuousNumeric<number, number>;

/** Margins in CSS pixels: room for the axes' names, and on the right for the lines' labels. */
export const MARGIN = { top: 10, right: 56, bottom: 30, left: 54 };

/** The two scales of a chart; ∞ is drawn at the top edge, what a log axis cannot show at the bottom edge. */
export function chartScales(content: ChartContent): { readonly x: ChartScale; readonly y: ChartScale } {
  const { lines, references, width, height, logX, logY } = content;
  let lowX = Infinity;
  let highX = -Infinity;
  let lowY = Infinity;
  let highY = -Infinity;
  const seeY = (value: number): void => {
    if (!Number.isFinite(value) || (logY && value <= 0)) return;
    lowY = Math.min(lowY, value);
    highY = Math.max(highY, value);
  };
  for (const line of lines) {
    for (let position = 0; position < line.length; position += 1) {
      const at = line.x(position);
      if (!logX || at > 0) {
        lowX = Math.min(lowX, at);
        highX = Math.max(highX, at);
      }
      seeY(line.y(position));
    }
  }
  for (const { value } of references) seeY(value);
  if (lowX > highX) [lowX, highX] = logX ? [1, 10] : [0, 10];
  if (highX - lowX < 10 && !logX) highX = lowX + 10;
  if (logX && highX < lowX * 10) highX = lowX * 10;
  if (lowY > highY) [lowY, highY] = logY ? [0.1, 1] : [0, 1];
  if (lowY === highY)
    [lowY, highY] = logY
      ? [lowY / 3, highY * 3]
      : [lowY - 0.5 * (Math.abs(lowY) || 1), highY + 0.5 * (Math.abs(lowY) || 1)];
  // values that differ by rounding alone are no story
  if (!logY && highY - lowY < 1e-3 * Math.max(Math.abs(lowY), Math.abs(highY))) {
    const middle = (lowY + highY) / 2;
    [lowY, highY] = [middle - 0.1 * Math.abs(middle), middle + 0.1 * Math.abs(middle)];
  }
  // room for the name of a reference above its line
  if (references.length > 0 && !logY) highY += 0.12 * (highY - lowY);
  // at most twelve decades: a β of 1e−300 is no reason to hide the others
  if (logY) lowY = Math.max(lowY, highY * 1e-12);
  const rangeX = [MARGIN.left, width - MARGIN.right];
  const rangeY = [height - MARGIN.bottom, MARGIN.top + 4];
  const x = logX ? scaleLog([lowX, highX], rangeX) : scaleLinear([lowX, highX], rangeX);
  const y = logY ? scaleLog([lowY, highY], rangeY) : scaleLinear([lowY, highY], rangeY);
  return { x: x.clamp(true), y: y.clamp(true) };
}

export type Scales = ReturnType<typeof chartScales>;

/** Ticks, names and the marks of live changes. */
export function drawAxes(context: CanvasRenderingContext2D, content: ChartContent, { x, y }: Scales): void {
  const { width, height, ink, faint } = content;
  const bottom = height - MARGIN.bottom;
  context.strokeStyle = faint;
  context.fillStyle = ink;
  context.lineWidth = 1;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { value, label } of ticksOf(y, 4, content.logY)) {
    const at = Math.round(y(value)) + 0.5;
    line(context, MARGIN.left, at, width - MARGIN.right, at);
    context.fillText(label, MARGIN.left - 5, at);
  }
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { value, label } of ticksOf(x, 5, content.logX)) {
    const at = Math.round(x(value)) + 0.5;
    line(context, at, bottom, at, bottom + 4);
    context.fillText(label, at, bottom + 5);
  }
  context.fillText(content.xLabel, (MARGIN.left + width - MARGIN.right) / 2, height - 12);
  context.save();
  context.translate(8, (MARGIN.top + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textBaseline = 'middle';
  context.fillText(content.yLabel, 0, 0);
  context.restore();
  for (const change of content.changes) {
    const at = x(change);
    context.beginPath();
    context.moveTo(at, bottom);
    context.lineTo(at - 4, bottom + 6);
    context.lineTo(at + 4, bottom + 6);
    context.closePath();
    context.fill();
  }
}

/** Ticks of a scale: on a log axis the powers of ten, or every few of them. */
function ticksOf(scale: ChartScale, count: number, log: boolean): { readonly value: number; readonly label: string }[] {
  const [low, high] = extent(scale.domain()) as [number, number];
  if (!log) {
    const format = scale.tickFormat(count, Math.max(Math.abs(low), Math.abs(high)) >= 1e4 ? '~s' : undefined);
    return scale.ticks(count).map((value) => ({ value, label: format(value) }));
  }
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from) / count));
  const powers = Array.from({ length: Math.max(0, Math.floor((to - from) / every) + 1) }, (_, n) => from + n * every);
  if (powers.length >= 2) return powers.map((power) => ({ value: 10 ** power, label: powerLabel(power) }));
  const format = scale.tickFormat(count, '~g');
  return scale
    .ticks(count)
    .filter((_, n, all) => all.length <= 5 || n % Math.ceil(all.length / 5) === 0)
    .map((value) => ({ value, label: format(value) }));
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function powerLabel(power: number): string {
  if (power >= -2 && power <= 3) return String(Number((10 ** power).toPrecision(1)));
  return `10${power < 0 ? '⁻' : ''}${[...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join('')}`;
}

/** A straight line. */
export function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
