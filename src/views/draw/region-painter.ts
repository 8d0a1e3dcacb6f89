import type { Place } from '../../trust-regions/face.ts';
import type { LineLook } from '../chart/looks.ts';
import type { CanvasColors } from './palette.ts';
import { pixelsOf, type RegionGeometry } from './region-geometry.ts';
import { symbols } from './symbols.ts';

/** A corner of the face: an action. */
interface Corner {
  readonly sign: string;
  /** What it gains, as it is written. */
  readonly gain: string;
}

/** What is drawn of one state's simplex. Places and points are those of the face's plane; null is what there is not. */
export interface RegionContent {
  readonly geometry: RegionGeometry;
  readonly colors: Pick<CanvasColors, 'ground' | 'ink' | 'faint' | 'hatch'>;
  readonly look: Pick<LineLook, 'color' | 'mark'>;
  readonly corners: readonly Corner[];
  /** Level lines of the gain, x, y to x, y. */
  readonly gains: readonly (readonly number[])[];
  /** The border of the region, x, y, … round it. */
  readonly border: Float64Array | null;
  /** Whether the border's level is what the step itself spent, and not a radius that was given. */
  readonly derived: boolean;
  /** The path of updates from β = ∞ to 0, x, y, … */
  readonly path: Float64Array | null;
  /** Where earlier policies were, oldest first, x, y, … */
  readonly trail: Float64Array;
  readonly before: Place | null;
  readonly after: Place | null;
  /** Where the next update would lead. */
  readonly ghost: Place | null;
  /** Where β under the pointer leads. */
  readonly cursor: Place | null;
}

/** Sides, in heights of letters, from which there is room for what the corners gain. */
const ROOMY = 10;
/** Half the height of what is drawn of a region in a segment. */
const BAND = 9;

/** Draws the simplex of one state: the region, the path of updates through it, and where policies are and were. */
export function drawRegion(context: CanvasRenderingContext2D, content: RegionContent): void {
  const { geometry, colors, look } = content;
  context.clearRect(0, 0, geometry.width, geometry.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawGains(context, content);
  if (content.border !== null) drawArea(context, content, content.border);
  drawFrame(context, content);
  drawTrail(context, content);
  if (content.path !== null) {
    context.strokeStyle = look.color;
    context.lineWidth = 1.75;
    trace(context, geometry, content.path);
    context.stroke();
  }
  if (content.cursor !== null) {
    dot(context, geometry, content.cursor, 5);
    context.fillStyle = colors.ground;
    context.fill();
    context.strokeStyle = look.color;
    context.lineWidth = 2;
    context.stroke();
  }
  if (content.before !== null) drawOld(context, content, content.before, 4);
  if (content.ghost !== null) {
    dot(context, geometry, content.ghost, 6);
    context.strokeStyle = colors.ink;
    context.lineWidth = 1.5;
    context.setLineDash([3, 2.5]);
    context.stroke();
    context.setLineDash([]);
  }
  if (content.after === null) return;
  drawMark(context, content, content.after);
  // where nothing moved, the old row is still to be seen
  if (content.before !== null && isNear(geometry, content.before, content.after))
    drawOld(context, content, content.before, 2);
}

function drawOld(
  context: CanvasRenderingContext2D,
  { geometry, colors }: RegionContent,
  place: Place,
  radius: number,
): void {
  dot(context, geometry, place, radius);
  context.fillStyle = colors.ink;
  context.fill();
}

/** Whether two places are less than four pixels apart. */
function isNear({ side }: RegionGeometry, a: Place, b: Place): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) * side < 4;
}

/** Lines along which the expected advantage is the same. */
function drawGains(context: CanvasRenderingContext2D, { geometry, gains, colors }: RegionContent): void {
  context.strokeStyle = colors.faint;
  context.lineWidth = 1;
  context.beginPath();
  for (const [ax, ay, bx, by] of gains) {
    context.moveTo(...pixelsOf(geometry, { x: ax!, y: ay! }));
    context.lineTo(...pixelsOf(geometry, { x: bx!, y: by! }));
  }
  context.stroke();
}

function drawArea(
  context: CanvasRenderingContext2D,
  { geometry, look, derived }: RegionContent,
  border: Float64Array,
): void {
  if (geometry.corners < 3) {
    const [from, to] = [border[0]!, border[2]!].sort((a, b) => a - b) as [number, number];
    const [left, middle] = pixelsOf(geometry, { x: from, y: 0 });
    context.beginPath();
    context.rect(left, middle - BAND, Math.max(1, (to - from) * geometry.side), 2 * BAND);
  } else {
    trace(context, geometry, border);
    context.closePath();
  }
  context.fillStyle = look.color;
  context.globalAlpha = 0.2;
  context.fill();
  context.globalAlpha = 0.75;
  context.strokeStyle = look.color;
  context.lineWidth = 1;
  if (derived) context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The triangle or the segment, and its corners' labels. */
function drawFrame(context: CanvasRenderingContext2D, { geometry, colors, corners }: RegionContent): void {
  const { font } = geometry;
  const roomy = geometry.side >= ROOMY * font;
  const places = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0.5, y: Math.sqrt(3) / 2 },
  ].slice(0, geometry.corners);
  context.strokeStyle = colors.hatch;
  context.lineWidth = 1;
  trace(
    context,
    geometry,
    places.flatMap(({ x, y }) => [x, y]),
  );
  context.closePath();
  context.stroke();
  context.fillStyle = colors.ink;
  context.textBaseline = 'middle';
  places.forEach((place, n) => {
    const corner = corners[n];
    if (corner === undefined) return;
    const [x, y] = pixelsOf(geometry, place);
    const small = `${Math.round(font * 0.9)}px system-ui, sans-serif`;
    const large = `600 ${font + 1}px system-ui, sans-serif`;
    const line = (text: string, face: string, align: CanvasTextAlign, left: number, middle: number): void => {
      context.font = face;
      context.textAlign = align;
      context.fillText(text, left, middle);
    };
    if (geometry.corners < 3) {
      const [align, out] = n === 0 ? (['right', -6] as const) : (['left', 6] as const);
      line(corner.sign, large, align, x + out, y);
      if (roomy) line(corner.gain, small, n === 0 ? 'left' : 'right', x, y + BAND + font);
    } else if (n === 2) {
      line(corner.sign, large, roomy ? 'right' : 'center', roomy ? x - 3 : x, y - 0.85 * font);
      if (roomy) line(corner.gain, small, 'left', x + 3, y - 0.85 * font);
    } else if (n === 0) {
      // the sign stands under its corner, what it gains towards the middle
      line(corner.sign, large, 'center', x, y + 0.95 * font);
      if (roomy) line(corner.gain, small, 'left', x + 0.75 * font, y + 0.95 * font);
    } else {
      line(corner.sign, large, 'center', x, y + 0.95 * font);
      if (roomy) line(corner.gain, small, 'right', x - 0.75 * font, y + 0.95 * font);
    }
  });
}

/** Earlier policies: the older, the fainter. */
function drawTrail(context: CanvasRenderingContext2D, { geometry, trail, colors }: RegionContent): void {
  const count = trail.length / 2;
  context.fillStyle = colors.ink;
  for (let n = 0; n < count; n += 1) {
    context.globalAlpha = 0.12 + (0.48 * (n + 1)) / count;
    dot(context, geometry, { x: trail[2 * n]!, y: trail[2 * n + 1]! }, 1.6);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** The new row: the method's mark in its colour, ringed by the ground. */
function drawMark(context: CanvasRenderingContext2D, { geometry, look, colors }: RegionContent, place: Place): void {
  const [x, y] = pixelsOf(geometry, place);
  context.save();
  context.translate(x, y);
  context.beginPath();
  symbols[look.mark].draw(context, 58);
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = colors.ground;
  context.stroke();
  context.fillStyle = look.color;
  context.fill();
  context.restore();
}

function dot(context: CanvasRenderingContext2D, geometry: RegionGeometry, place: Place, radius: number): void {
  const [x, y] = pixelsOf(geometry, place);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** A line through places; one that is no number breaks it. */
function trace(context: CanvasRenderingContext2D, geometry: RegionGeometry, points: ArrayLike<number>): void {
  let drawing = false;
  context.beginPath();
  for (let n = 0; n + 1 < points.length; n += 2) {
    const [x, y] = pixelsOf(geometry, { x: points[n]!, y: points[n + 1]! });
    if (Number.isNaN(x)) drawing = false;
    else if (drawing) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      drawing = true;
    }
  }
}
