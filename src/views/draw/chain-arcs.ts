import type { FiniteWorld } from '../../environments/environment.ts';
import type { MapGeometry } from './map-geometry.ts';
import type { CanvasColors } from './palette.ts';

/** A chain's moves: above, forward to the next state; below, back to the start. Width is the policy's probability. */
export function drawChainArcs(
  context: CanvasRenderingContext2D,
  world: FiniteWorld,
  policy: Float64Array,
  geometry: MapGeometry,
  colors: CanvasColors,
): void {
  const { cell, left, top, width, height } = geometry;
  const actions = world.actions.length;
  const length = world.lattice.columns;
  const center = (state: number): number => left + (state + 0.5) * cell;
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, top);
  context.fillRect(0, top + cell, width, height - top - cell);
  context.strokeStyle = colors.ink;
  context.fillStyle = colors.ink;
  for (let state = 0; state < length; state += 1) {
    const forward = policy[state * actions]!;
    const back = policy[state * actions + 1]!;
    const last = state === length - 1;
    const to = last ? center(state) + cell * 0.25 : center(state + 1) - cell * 0.12;
    arc(context, last ? center(state) - cell * 0.25 : center(state) + cell * 0.12, to, top - 2, -cell * 0.42, forward);
    const depth = cell * (0.2 + (0.5 * (state + 1)) / length);
    arc(context, center(state) - cell * 0.06, center(0) - cell * (0.2 - 0.03 * state), top + cell + 2, depth, back);
  }
}

function arc(
  context: CanvasRenderingContext2D,
  from: number,
  to: number,
  base: number,
  bow: number,
  share: number,
): void {
  const weight = 0.5 + 3 * share;
  context.globalAlpha = 0.25 + 0.75 * share;
  context.lineWidth = weight;
  context.beginPath();
  context.moveTo(from, base);
  context.bezierCurveTo(from, base + bow, to, base + bow, to, base + Math.sign(bow) * 4);
  context.stroke();
  const head = 2.5 + weight;
  context.beginPath();
  context.moveTo(to, base);
  context.lineTo(to - head, base + Math.sign(bow) * head * 1.6);
  context.lineTo(to + head, base + Math.sign(bow) * head * 1.6);
  context.closePath();
  context.fill();
  context.globalAlpha = 1;
}
