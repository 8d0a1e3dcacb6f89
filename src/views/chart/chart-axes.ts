import { apart, scaleOver, ticksOf, type Scale, type Tick } from './scales.ts';
import type { ChartContent } from './chart-content.ts';

/** Where the plot begins and ends, in CSS pixels from the canvas' left and top edges. */
interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The two scales of a chart with their ticks, and the box that they span. */
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly box: PlotBox;
}

/** Room around the plot, beside what labels need: for the axes' names, and on the right for the lines' labels. */
const MARGIN = { top: 14, right: 56, bottom: 30 };
/** From the left edge: the name of the y axis stands here, turned. */
const NAME = 8;
/** Between that name, the labels and the plot. */
const GAP = 5;
const TICKS = { x: 5, y: 4 };

/**
 * The scales of a chart; ∞ is drawn at the top edge, what a log axis cannot show at the bottom edge.
 *
 * @param widthOf of a text in the font of the labels: the left margin is as wide as they need
 */
export function chartScales(content: ChartContent, widthOf: (text: string) => number): Scales {
  const { lines, references, width, height, logX, logY } = content;
  const bottom = height - MARGIN.bottom;
  const y = scaleOver(yValues(content), [bottom, MARGIN.top], logY);
  // room for the name of a reference above its line
  if (references.length > 0 && !logY) {
    const [low = 0, high = 1] = y.domain();
    y.domain([low, high + 0.12 * (high - low)]);
  }
  const yTicks = ticksOf(y, TICKS.y, logY);
  const left = Math.ceil(NAME + 6 + GAP + Math.max(0, ...yTicks.map(({ label }) => widthOf(label))) + GAP);
  const right = Math.max(left + 1, width - MARGIN.right);
  const x = scaleOver(xValues(lines, logX), [left, right], logX);
  return { x, y, xTicks: legible(x, logX, widthOf), yTicks, box: { left, right, top: MARGIN.top, bottom } };
}

/** As many ticks along x as have room for their numbers. */
function legible(x: Scale, log: boolean, widthOf: (text: string) => number): readonly Tick[] {
  for (let { x: count } = TICKS; ; count -= 1) {
    const ticks = ticksOf(x, count, log);
    const kept = apart(ticks, x, Math.max(...ticks.map(({ label }) => widthOf(label))) + GAP);
    // a number is left out only where no rounder ones help
    if (kept.length === ticks.length || count === 2) return kept;
  }
}

function* yValues({ lines, references }: ChartContent): Generator<number> {
  for (const { length, y, band } of lines) {
    for (let position = 0; position < length; position += 1) {
      yield y(position);
      if (band !== undefined) yield* [band.low(position), band.high(position)];
    }
  }
  for (const { value } of references) yield value;
}

/** At least ten iterations, or a decade, so that the first ones do not jump about. */
function* xValues(lines: ChartContent['lines'], log: boolean): Generator<number> {
  let low = Infinity;
  for (const line of lines) {
    for (let position = 0; position < line.length; position += 1) {
      const at = line.x(position);
      if (!log || at > 0) low = Math.min(low, at);
      yield at;
    }
  }
  if (low === Infinity) low = log ? 1 : 0;
  yield low;
  yield log ? 10 * low : low + 10;
}

/** Ticks, names and the marks of live changes. */
export function drawAxes(context: CanvasRenderingContext2D, content: ChartContent, scales: Scales): void {
  const { height, ink, faint } = content;
  const { x, y, xTicks, yTicks, box } = scales;
  context.strokeStyle = faint;
  context.fillStyle = ink;
  context.lineWidth = 1;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { value, label } of yTicks) {
    const at = Math.round(y(value)) + 0.5;
    line(context, box.left, at, box.right, at);
    context.fillText(label, box.left - GAP, at);
  }
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { value, label } of xTicks) {
    const at = Math.round(x(value)) + 0.5;
    line(context, at, box.bottom, at, box.bottom + 4);
    context.fillText(label, at, box.bottom + 5);
  }
  context.fillText(content.xLabel, (box.left + box.right) / 2, height - 12);
  context.save();
  context.translate(NAME, (box.top + box.bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textBaseline = 'middle';
  // narrowed where it would not fit
  context.fillText(content.yLabel, 0, 0, box.bottom - box.top + 12);
  context.restore();
  for (const change of content.changes) {
    const at = x(change);
    context.beginPath();
    context.moveTo(at, box.bottom);
    context.lineTo(at - 4, box.bottom + 6);
    context.lineTo(at + 4, box.bottom + 6);
    context.closePath();
    context.fill();
  }
}

/** A straight line. */
export function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
