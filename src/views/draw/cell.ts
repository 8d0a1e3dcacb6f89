import type { Action } from '../../environments/environment.ts';
import { changePosition, probabilityTable, stepOf, valueTable, type Table } from './palette.ts';

/** How much of a cell can be seen: four triangles, a resultant with an entropy ring, or the greedy arrow. */
export type Detail = 'triangles' | 'resultant' | 'arrow';

export function detailFor(cell: number): Detail {
  return cell >= 18 ? 'triangles' : cell >= 9 ? 'resultant' : 'arrow';
}

/** Where a cell is drawn. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Ink of a theme for marks that lie on the heat colours. */
export interface CellInk {
  readonly ink: string;
  readonly gap: string;
  /** Colours of signed changes. */
  readonly change: Table;
}

type Context = CanvasRenderingContext2D;

/**
 * One action's part of a cell: a triangle towards its direction, or a square in the middle for actions that do not move.
 * @param still position among the actions that do not move, and how many there are
 */
function actionPath(context: Context, action: Action, { x, y, size }: CellBox, still: readonly [number, number]): void {
  const half = size / 2;
  const cx = x + half;
  const cy = y + half;
  context.beginPath();
  if (action.direction !== null) {
    const [dx, dy] = action.direction;
    // the two corners of the side that the action points at
    context.moveTo(cx, cy);
    context.lineTo(cx + half * (dx - dy), cy + half * (dy + dx));
    context.lineTo(cx + half * (dx + dy), cy + half * (dy - dx));
    context.closePath();
    return;
  }
  const [position, count] = still;
  const side = size * 0.44;
  const width = side / count;
  context.rect(cx - side / 2 + position * width, cy - side / 2, width, side);
}

/** Draws one cell's row of numbers: probabilities in [0, 1] or changes in [−1, 1]. */
export function drawActions(
  context: Context,
  actions: readonly Action[],
  row: Float64Array,
  box: CellBox,
  kind: 'policy' | 'change',
  ink: CellInk,
): void {
  const still = actions.filter((action) => action.direction === null);
  const color = (value: number): string =>
    kind === 'policy' ? probabilityTable[stepOf(value)]! : ink.change[stepOf(changePosition(value))]!;
  const order = [...actions.keys()].sort(
    (a, b) => Number(actions[a]!.direction === null) - Number(actions[b]!.direction === null),
  );
  context.lineWidth = 1;
  context.strokeStyle = ink.gap;
  for (const a of order) {
    actionPath(context, actions[a]!, box, [still.indexOf(actions[a]!), still.length]);
    context.fillStyle = color(row[a]!);
    context.fill();
    context.stroke();
  }
}

/** A tick at the side of each greedy action; it survives greyscale. */
export function drawGreedyTicks(
  context: Context,
  actions: readonly Action[],
  row: Float64Array,
  { x, y, size }: CellBox,
): void {
  const best = Math.max(...row);
  if (best - Math.min(...row) < 1e-9) return;
  const cx = x + size / 2;
  const cy = y + size / 2;
  actions.forEach(({ direction }, a) => {
    if (row[a]! < best - 1e-9) return;
    const [dx, dy] = direction ?? [0, 0];
    context.beginPath();
    if (direction === null) {
      context.arc(cx, cy, size * 0.07, 0, 2 * Math.PI);
    } else {
      // an arrowhead in the triangle
      const at = size * 0.42;
      const wing = size * 0.11;
      context.moveTo(cx + dx * at, cy + dy * at);
      context.lineTo(cx + dx * (at - wing) - dy * wing, cy + dy * (at - wing) + dx * wing);
      context.lineTo(cx + dx * (at - wing) + dy * wing, cy + dy * (at - wing) - dx * wing);
      context.closePath();
    }
    context.fillStyle = '#ffffff';
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = '#000000';
    context.stroke();
  });
}

/** For small cells: the mean direction as a line, and a ring that closes as the row's entropy grows. */
export function drawResultant(
  context: Context,
  actions: readonly Action[],
  row: Float64Array,
  box: CellBox,
  ink: CellInk,
): void {
  const { x, y, size } = box;
  let dx = 0;
  let dy = 0;
  let entropy = 0;
  actions.forEach((action, a) => {
    dx += (action.direction?.[0] ?? 0) * row[a]!;
    dy += (action.direction?.[1] ?? 0) * row[a]!;
    if (row[a]! > 0) entropy -= row[a]! * Math.log(row[a]!);
  });
  const share = entropy / Math.log(Math.max(2, actions.length));
  context.fillStyle = probabilityTable[stepOf(Math.max(...row))]!;
  context.fillRect(x, y, size, size);
  context.lineWidth = 1;
  context.strokeStyle = inkFor(row);
  context.beginPath();
  context.arc(x + size / 2, y + size / 2, size * 0.42, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
  context.stroke();
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x + size / 2, y + size / 2);
  context.lineTo(x + size / 2 + dx * size * 0.4, y + size / 2 + dy * size * 0.4);
  context.stroke();
  context.strokeStyle = ink.gap;
}

/** Arrows of many small cells, x, y to x, y, gathered by ink so that each ink is stroked once. */
export interface Arrows {
  readonly dark: number[];
  readonly light: number[];
}

/** For the smallest cells: the colour of the greedy action's probability, and its direction added to `arrows`. */
export function drawArrow(
  context: Context,
  actions: readonly Action[],
  row: Float64Array,
  box: CellBox,
  arrows: Arrows,
): void {
  const { x, y, size } = box;
  let best = 0;
  for (let a = 1; a < row.length; a += 1) if (row[a]! > row[best]!) best = a;
  const most = row[best]!;
  context.fillStyle = probabilityTable[stepOf(most)]!;
  context.fillRect(x, y, size, size);
  const direction = actions[best]!.direction;
  if (direction === null || size < 4 || most < 1 / row.length + 1e-9) return;
  const [dx, dy] = direction;
  const [cx, cy] = [x + size / 2, y + size / 2];
  const lines = most > LIGHT_FROM ? arrows.dark : arrows.light;
  lines.push(cx - dx * size * 0.3, cy - dy * size * 0.3, cx + dx * size * 0.35, cy + dy * size * 0.35);
}

export function strokeArrows(context: Context, { dark, light }: Arrows): void {
  context.lineWidth = 1;
  for (const [ink, lines] of [
    ['#000000', dark],
    ['#ffffff', light],
  ] as const) {
    if (lines.length === 0) continue;
    context.strokeStyle = ink;
    context.beginPath();
    for (let n = 0; n < lines.length; n += 4) {
      context.moveTo(lines[n]!, lines[n + 1]!);
      context.lineTo(lines[n + 2]!, lines[n + 3]!);
    }
    context.stroke();
  }
}

/** The upper half of cividis is light: ink on it is dark. */
const LIGHT_FROM = 0.55;

function inkFor(row: Float64Array): string {
  return Math.max(...row) > LIGHT_FROM ? '#000000' : '#ffffff';
}

/** One colour for a whole cell: the state's value on a fixed domain. */
export function drawValue(
  context: Context,
  value: number,
  domain: readonly [number, number],
  { x, y, size }: CellBox,
): void {
  const [low, high] = domain;
  context.fillStyle = valueTable[stepOf(high > low ? (value - low) / (high - low) : 1)]!;
  context.fillRect(x, y, size, size);
}

/** A bar at the foot of a cell: how much of the radius this state used, full at 1; a notch beyond. */
export function drawGauge(context: Context, share: number, { x, y, size }: CellBox, ink: CellInk): void {
  const height = Math.max(2, Math.round(size * 0.09));
  const bottom = y + size - height - 1;
  context.fillStyle = ink.gap;
  context.fillRect(x + 1, bottom, size - 2, height);
  context.fillStyle = ink.ink;
  context.fillRect(x + 1, bottom, (size - 2) * Math.min(1, Math.max(0, share)), height);
  if (share > 1) context.fillRect(x + size - 4, bottom - 3, 3, height + 3);
}
