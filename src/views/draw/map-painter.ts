import type { Mark } from '../../environments/environment.ts';
import type { TablePicture } from '../../environments/picture.ts';
import type { Heat } from '../../config/moment.ts';
import {
  detailFor,
  drawActions,
  drawArrow,
  drawGauge,
  drawGreedyTicks,
  drawResultant,
  drawValue,
  strokeArrows,
  type Arrows,
  type CellBox,
} from './cell.ts';
import { drawChainArcs } from './chain-arcs.ts';
import { boxOf, type MapGeometry } from './map-geometry.ts';
import { drawMark, drawWall } from './marks.ts';
import { changePosition, stepOf, type CanvasColors } from './palette.ts';

/** What a map shows at one moment. */
export interface MapContent {
  readonly picture: TablePicture;
  readonly layer: readonly number[];
  readonly heat: Heat;
  readonly geometry: MapGeometry;
  /** π_k [S·N] */
  readonly policy: Float64Array;
  /** π_{k−1} [S·N] */
  readonly previous: Float64Array;
  /** V [S]; null while it is not known */
  readonly value: Float64Array | null;
  readonly valueDomain: readonly [number, number];
  /** Share of the radius that a state used; null where there is no radius. */
  readonly gauge: ((state: number) => number) | null;
  readonly colors: CanvasColors;
}

/** Keys of what determines the whole picture: when one differs, all cells are drawn again. */
const WHOLE = ['picture', 'heat', 'geometry', 'valueDomain', 'colors'] as const;

/**
 * Draws a map on a canvas, and of the next one only the cells whose colours differ. 256-step colour tables make "differs"
 * cheap to know: each number of a cell is compared by the step of the table that it falls on.
 */
export class MapPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #given: number | null;
  #shown: MapContent | null = null;
  #steps = new Uint8Array(0);
  #ratio = 0;

  /** @param ratio pixels of the canvas in one of the page; the screen's where it is not given */
  constructor(context: CanvasRenderingContext2D, ratio: number | null = null) {
    this.#context = context;
    this.#given = ratio;
  }

  draw(content: MapContent): void {
    const { picture, geometry } = content;
    const { lattice, actions } = picture;
    const whole = this.#begin(content);
    const cells = lattice.statesAt(content.layer);
    const marks = new Map(
      lattice.marksAt(content.layer).map((mark) => [mark.row * lattice.columns + mark.column, mark]),
    );
    const width = actions.length + 1;
    if (whole) this.#steps = new Uint8Array(cells.length * width);
    const row = new Float64Array(actions.length);
    let changed = false;
    const arrows: Arrows = { dark: [], light: [] };
    for (let index = 0; index < cells.length; index += 1) {
      const state = cells[index]!;
      if (state < 0) {
        if (whole) drawWall(this.#context, boxOf(geometry, lattice.columns, index), content.colors);
        continue;
      }
      if (!this.#quantise(content, state, index * width, row) && !whole) continue;
      changed = true;
      this.#cell(content, state, row, boxOf(geometry, lattice.columns, index), marks.get(index), arrows);
    }
    if (changed) strokeArrows(this.#context, arrows);
    if (whole || changed) this.#over(content);
    this.#shown = content;
  }

  /** Sizes the canvas; true when everything has to be drawn. */
  #begin(content: MapContent): boolean {
    const context = this.#context;
    const { canvas } = context;
    const { width, height } = content.geometry;
    const ratio = this.#given ?? Math.min(3, window.devicePixelRatio || 1);
    const shown = this.#shown;
    const whole =
      shown === null ||
      ratio !== this.#ratio ||
      WHOLE.some((key) => shown[key] !== content[key]) ||
      (shown.gauge === null) !== (content.gauge === null) ||
      shown.layer.join() !== content.layer.join();
    if (!whole) return false;
    this.#ratio = ratio;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = content.colors.ground;
    context.fillRect(0, 0, width, height);
    return true;
  }

  /** Writes a cell's row and its steps; true when a step differs from what is shown. */
  #quantise(content: MapContent, state: number, at: number, row: Float64Array): boolean {
    const { policy, previous, value, valueDomain, heat, gauge } = content;
    const actions = row.length;
    const steps = this.#steps;
    let differs = false;
    const put = (place: number, step: number): void => {
      if (steps[place] === step) return;
      steps[place] = step;
      differs = true;
    };
    for (let a = 0; a < actions; a += 1) {
      const now = policy[state * actions + a]!;
      row[a] = heat === 'change' ? now - previous[state * actions + a]! : now;
      put(at + a, stepOf(heat === 'change' ? changePosition(row[a]!) : now));
    }
    if (heat === 'value') {
      const [low, high] = valueDomain;
      put(at + actions, stepOf(((value?.[state] ?? low) - low) / (high - low || 1)));
    } else if (heat === 'change' && gauge !== null && content.geometry.cell >= 18) {
      put(at + actions, stepOf(gauge(state) / 1.02));
    }
    return differs;
  }

  #cell(
    content: MapContent,
    state: number,
    row: Float64Array,
    box: CellBox,
    mark: Mark | undefined,
    arrows: Arrows,
  ): void {
    const context = this.#context;
    const { picture, heat, colors, value, valueDomain } = content;
    const ink = { ink: colors.ink, gap: colors.ground, change: colors.change };
    const detail = detailFor(box.size);
    const gap = box.size >= 18 ? 1.25 : 0.5;
    const inner = { x: box.x + gap, y: box.y + gap, size: box.size - 2 * gap };
    context.fillStyle = colors.ground;
    context.fillRect(box.x, box.y, box.size, box.size);
    if (picture.absorbing[state] === 1) {
      context.fillStyle = colors.wall;
      context.fillRect(inner.x, inner.y, inner.size, inner.size);
    } else if (heat === 'value') {
      drawValue(context, value?.[state] ?? valueDomain[0], valueDomain, inner);
    } else if (detail === 'triangles') {
      context.fillStyle = colors.wall;
      context.fillRect(inner.x, inner.y, inner.size, inner.size);
      drawActions(context, picture.actions, row, inner, heat, ink);
      if (heat === 'policy') drawGreedyTicks(context, picture.actions, row, inner);
      else if (content.gauge !== null) drawGauge(context, content.gauge(state), inner, ink);
    } else if (heat === 'change') {
      drawActions(context, picture.actions, row, inner, heat, ink);
    } else if (detail === 'resultant') {
      drawResultant(context, picture.actions, row, inner, ink);
    } else {
      drawArrow(context, picture.actions, row, inner, arrows);
    }
    if (mark !== undefined) drawMark(context, mark, box, colors, picture.absorbing[state] === 1);
  }

  /** What lies between cells: thin walls, and a chain's arcs. */
  #over(content: MapContent): void {
    const context = this.#context;
    const { picture, geometry, colors } = content;
    context.strokeStyle = colors.ink;
    context.lineWidth = Math.max(2, geometry.cell * 0.09);
    context.lineCap = 'round';
    for (const [row, column] of picture.lattice.fences) {
      const x = geometry.left + (column + 1) * geometry.cell;
      const y = geometry.top + row * geometry.cell;
      context.beginPath();
      context.moveTo(x, y + 2);
      context.lineTo(x, y + geometry.cell - 2);
      context.stroke();
    }
    context.lineCap = 'butt';
    if (picture.lattice.shape === 'chain') drawChainArcs(context, picture.world, content.policy, geometry, colors);
  }
}
