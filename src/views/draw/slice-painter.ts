import { color, interpolateRgb } from 'd3';
import type { Heat } from '../../config/moment.ts';
import type { GaussianSlice } from '../../training/frame.ts';
import { drawValue, type CellBox } from './cell.ts';
import { boxOf, type MapGeometry } from './map-geometry.ts';
import { changePosition, stepOf, type CanvasColors } from './palette.ts';

const purpleToGrey = interpolateRgb('#6a2a80', '#d6d6d2');
const greyToGreen = interpolateRgb('#d6d6d2', '#1b7837');
/** Means of an action's component, symmetric about the middle of its range: purple is low, green is high. */
export const meanTable: readonly string[] = Array.from({ length: 256 }, (_, step) => {
  const t = step / 255;
  return color(t < 0.5 ? purpleToGrey(2 * t) : greyToGreen(2 * t - 1))!.formatHex();
});

/** Side of the square that shows a spread of 1 (half the range), as a share of the cell. */
const SQUARE = 0.8;
/** What the square hides of the mean. */
export const SQUARE_OPACITY = 0.78;

/** What a map of a Gaussian policy shows at one moment. */
export interface SliceContent {
  readonly columns: number;
  readonly rows: number;
  readonly geometry: MapGeometry;
  readonly heat: Heat;
  readonly gaussian: GaussianSlice;
  /** The component of the action that is shown, and how many there are. */
  readonly component: number;
  readonly components: number;
  /** V [S]; null while it is not known */
  readonly value: Float64Array | null;
  readonly valueDomain: readonly [number, number];
  readonly colors: CanvasColors;
  /** [x, y, x, y, …] in cells from the upper left corner: drawn over the map as a line; null without one. */
  readonly path: Float32Array | null;
}

/** Keys of what determines the whole picture: when one differs, all cells are drawn again. */
const WHOLE = ['columns', 'rows', 'heat', 'geometry', 'component', 'valueDomain', 'colors', 'path'] as const;

/** Steps kept of each cell: its colour, its spread, and on which of its sides the mean changes its sign. */
const KEPT = 3;

/**
 * Draws a slice on which each cell is a Gaussian over actions, and of the next one only the cells whose colours differ. The mean
 * colours the cell, the spread opens a square in it, and a line runs where the mean changes its sign, also in greyscale.
 */
export class SlicePainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #given: number | null;
  #shown: SliceContent | null = null;
  #steps = new Uint8Array(0);
  #ratio = 0;

  /** @param ratio pixels of the canvas in one of the page; the screen's where it is not given */
  constructor(context: CanvasRenderingContext2D, ratio: number | null = null) {
    this.#context = context;
    this.#given = ratio;
  }

  draw(content: SliceContent): void {
    const cells = content.columns * content.rows;
    let whole = this.#begin(content);
    if (whole) this.#steps = new Uint8Array(cells * KEPT);
    const changed: number[] = [];
    for (let cell = 0; cell < cells; cell += 1) if (this.#quantise(content, cell) || whole) changed.push(cell);
    // the line lies over the cells: it cannot be mended in parts
    if (content.path !== null && changed.length > 0 && !whole) {
      whole = true;
      changed.splice(0, changed.length, ...Array.from({ length: cells }, (_, cell) => cell));
    }
    for (const cell of changed) this.#cell(content, cell, boxOf(content.geometry, content.columns, cell));
    if (content.path !== null && whole) this.#path(content, content.path);
    this.#shown = content;
  }

  /** Sizes the canvas; true when everything has to be drawn. */
  #begin(content: SliceContent): boolean {
    const context = this.#context;
    const { width, height } = content.geometry;
    const ratio = this.#given ?? Math.min(3, window.devicePixelRatio || 1);
    const shown = this.#shown;
    if (shown !== null && ratio === this.#ratio && WHOLE.every((key) => shown[key] === content[key])) return false;
    this.#ratio = ratio;
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = content.colors.ground;
    context.fillRect(0, 0, width, height);
    return true;
  }

  /** Writes a cell's steps; true when one differs from what is shown. */
  #quantise(content: SliceContent, cell: number): boolean {
    const { heat, gaussian, component, components, value, valueDomain } = content;
    const at = cell * components + component;
    const mean = gaussian.mean[at]!;
    if (heat === 'value') {
      const [low, high] = valueDomain;
      return this.#put(cell, stepOf(((value?.[cell] ?? low) - low) / (high - low || 1)), 0, 0);
    }
    if (heat === 'change') {
      return this.#put(cell, stepOf(changePosition((mean - gaussian.previousMean[at]!) / 2)), 0, 0);
    }
    return this.#put(cell, stepOf((mean + 1) / 2), stepOf(gaussian.std[at]!), this.#turns(content, cell, mean));
  }

  #put(cell: number, ...steps: readonly [number, number, number]): boolean {
    const kept = this.#steps;
    let differs = false;
    for (let n = 0; n < KEPT; n += 1) {
      if (kept[cell * KEPT + n] === steps[n]) continue;
      kept[cell * KEPT + n] = steps[n]!;
      differs = true;
    }
    return differs;
  }

  /** 1 when the mean has the other sign to the right, 2 below, 3 both; hardly any mean has none. */
  #turns({ columns, rows, gaussian, component, components }: SliceContent, cell: number, mean: number): number {
    const turned = (other: number): boolean => {
      const there = gaussian.mean[other * components + component]!;
      return mean > 0 !== there > 0 && Math.abs(mean - there) > 0.04;
    };
    const right = cell % columns < columns - 1 && turned(cell + 1);
    const below = cell < columns * (rows - 1) && turned(cell + columns);
    return (right ? 1 : 0) + (below ? 2 : 0);
  }

  #cell({ heat, colors, value, valueDomain }: SliceContent, cell: number, { x, y, size }: CellBox): void {
    const context = this.#context;
    const step = this.#steps[cell * KEPT]!;
    const spread = this.#steps[cell * KEPT + 1]!;
    const turns = this.#steps[cell * KEPT + 2]!;
    const gap = size >= 18 ? 1.25 : 0.5;
    const inner = { x: x + gap, y: y + gap, size: size - 2 * gap };
    context.fillStyle = colors.ground;
    context.fillRect(x, y, size, size);
    if (heat === 'value') {
      drawValue(context, value?.[cell] ?? valueDomain[0], valueDomain, inner);
      return;
    }
    context.fillStyle = (heat === 'change' ? colors.change : meanTable)[step]!;
    context.fillRect(inner.x, inner.y, inner.size, inner.size);
    if (heat === 'change') return;
    const side = (inner.size * SQUARE * spread) / 255;
    context.globalAlpha = SQUARE_OPACITY;
    context.fillStyle = colors.ground;
    context.fillRect(x + (size - side) / 2, y + (size - side) / 2, side, side);
    context.globalAlpha = 1;
    // cells on both sides of the line are light in every theme
    context.fillStyle = '#000000';
    if ((turns & 1) !== 0) context.fillRect(x + size - 1, y, 1, size);
    if ((turns & 2) !== 0) context.fillRect(x, y + size - 1, size, 1);
  }

  #path({ columns, rows, geometry, colors }: SliceContent, path: Float32Array): void {
    const context = this.#context;
    const { left, top, cell } = geometry;
    context.save();
    context.beginPath();
    context.rect(left, top, columns * cell, rows * cell);
    context.clip();
    context.beginPath();
    for (let n = 0; n + 1 < path.length; n += 2) {
      const [x, y] = [path[n]!, path[n + 1]!];
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      // an angle that came round begins anew on the other side
      const jumps = n === 0 || !(Math.abs(x - path[n - 2]!) < columns / 2 && Math.abs(y - path[n - 1]!) < rows / 2);
      if (jumps) context.moveTo(left + x * cell, top + y * cell);
      else context.lineTo(left + x * cell, top + y * cell);
    }
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.globalAlpha = 0.7;
    context.strokeStyle = colors.ground;
    context.stroke();
    context.lineWidth = 1.1;
    context.globalAlpha = 1;
    context.strokeStyle = colors.ink;
    context.stroke();
    context.beginPath();
    context.arc(left + path[0]! * cell, top + path[1]! * cell, 2.5, 0, 2 * Math.PI);
    context.fillStyle = colors.ground;
    context.fill();
    context.stroke();
    context.restore();
  }
}
