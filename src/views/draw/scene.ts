import { interpolateRgb } from 'd3';
import { say } from '../../copy/say.ts';
import type { PlaneView, Scene, Shape } from '../../environments/physics.ts';
import type { CanvasColors } from './palette.ts';

type Context = CanvasRenderingContext2D;
type Tone = Shape['tone'];

/** Colours of a scene: the theme's, and of each tone the inside and the rim. */
export interface SceneColors extends CanvasColors {
  readonly label: string;
  readonly tones: Readonly<Record<Tone, { readonly fill: string; readonly rim: string }>>;
}

/** Gold: apart from every method's colour, for colour-blind readers too. */
const TARGET = '#e6a700';

/** What the body is made of has the column's colour; the far side and joints are grey. */
export function sceneColors(theme: CanvasColors, method: string): SceneColors {
  const { ink, ground, hatch, wall } = theme;
  const towards = (from: string, to: string, share: number): string => interpolateRgb(from, to)(share);
  const solid = (fill: string): { fill: string; rim: string } => ({ fill, rim: towards(fill, ink, 0.45) });
  return {
    ...theme,
    label: towards(ink, ground, 0.3),
    tones: {
      body: solid(method),
      limb: solid(towards(method, '#ffffff', 0.42)),
      other: solid(towards(ink, ground, 0.62)),
      target: { fill: towards(TARGET, ground, 0.55), rim: towards(TARGET, ink, 0.25) },
      ground: { fill: wall, rim: towards(hatch, ink, 0.25) },
    },
  };
}

/** Where metres lie on the canvas. */
interface View {
  readonly scale: number;
  readonly x: (metres: number) => number;
  readonly y: (metres: number) => number;
}

/** Room under the ground for the distances, in pixels. */
const FOOT = 15;

/** The largest view that shows the scene's part of the plane; a ground lies at its foot, over room for the distances. */
function viewOf({ center, width: across, height: up, ground }: Scene, width: number, height: number): View {
  let scale = Math.min(width / across, height / up);
  let bottom = height / 2 + center[1] * scale;
  if (ground !== null) {
    const above = center[1] + up / 2 - ground;
    if ((up - above) * scale < FOOT) scale = Math.min(width / across, (height - FOOT) / above);
    bottom = height - Math.max(FOOT, (up - above) * scale) + ground * scale;
  }
  return {
    scale,
    x: (metres) => width / 2 + (metres - center[0]) * scale,
    y: (metres) => bottom - metres * scale,
  };
}

/**
 * Paints a scene over the whole canvas (`width` by `height` CSS pixels), what is seen from above beside it. What is no number is
 * left out.
 */
export function drawScene(context: Context, scene: Scene, width: number, height: number, colors: SceneColors): void {
  const { above } = scene;
  if (above === undefined) {
    drawSide(context, scene, width, height, colors);
    return;
  }
  const side = Math.round((width * scene.width) / (scene.width + above.width));
  inPart(context, 0, side, height, () => {
    drawSide(context, scene, side, height, colors);
    drawCorner(context, say('from the side'), colors);
  });
  inPart(context, side, width - side, height, () => {
    drawAbove(context, above, width - side, height, colors);
    drawCorner(context, say('from above'), colors);
  });
}

function drawSide(context: Context, scene: Scene, width: number, height: number, colors: SceneColors): void {
  const view = viewOf(scene, width, height);
  drawBackground(context, scene, view, width, height, colors);
  for (const shape of scene.shapes) drawShape(context, shape, view, height, colors, 0);
}

/** The floor is chequered, a square for each metre, so that it is seen to pass. */
function drawAbove(context: Context, above: PlaneView, width: number, height: number, colors: SceneColors): void {
  const view = viewOf({ ...above, ground: null }, width, height);
  context.fillStyle = colors.wall;
  context.fillRect(0, 0, width, height);
  if (isPoint([view.x(0), view.y(0)])) {
    context.fillStyle = colors.faint;
    const first = [Math.floor(-view.x(0) / view.scale), Math.floor((view.y(0) - height) / view.scale)] as const;
    for (let x = first[0]; view.x(x) < width; x += 1) {
      for (let y = first[1]; view.y(y) > 0; y += 1) {
        if ((x + y) % 2 === 0) context.fillRect(view.x(x), view.y(y + 1), view.scale, view.scale);
      }
    }
  }
  for (const shape of above.shapes) drawShape(context, shape, view, height, colors, 0);
}

/** Paints with the origin at a column of the canvas from `left` on, and nothing beyond it. */
function inPart(context: Context, left: number, width: number, height: number, paint: () => void): void {
  context.save();
  context.translate(left, 0);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  paint();
  context.restore();
}

function drawCorner(context: Context, text: string, colors: SceneColors): void {
  context.fillStyle = colors.label;
  context.font = LABEL;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillText(text, 5, 4);
}

/**
 * Stills of one place in one picture: the earlier, the paler.
 * @param margin pixels at the sides that distances must keep clear of
 */
export function drawStrobe(
  context: Context,
  scenes: readonly Scene[],
  width: number,
  height: number,
  colors: SceneColors,
  margin = -Infinity,
): void {
  scenes.forEach((scene, n) => {
    const view = viewOf(scene, width, height);
    if (n === 0) drawBackground(context, scene, view, width, height, colors, margin);
    const last = n === scenes.length - 1;
    const fade = last ? 0 : 0.8 - (0.45 * n) / scenes.length;
    for (const shape of scene.shapes) {
      // what stands still is drawn once, unfaded
      if (n > 0 && shape.tone === 'ground') continue;
      drawShape(context, shape, view, height, colors, shape.tone === 'ground' ? 0 : fade);
    }
  });
}

/** Stills in one picture of a scene that the camera follows: it stays where it stood at the first, and as near as the height allows. */
export function drawTrail(
  context: Context,
  scenes: readonly Scene[],
  width: number,
  height: number,
  colors: SceneColors,
): void {
  const center = scenes[0]?.center ?? [0, 0];
  const fixed = scenes.map((scene) => ({
    ...scene,
    center,
    width: Math.min(scene.width, (scene.height * width) / height),
  }));
  drawStrobe(context, fixed, width, height, colors, SIDE);
}

/** Stills of a scene that the camera follows, side by side, each with its time. */
export function drawFilmstrip(
  context: Context,
  stills: readonly { readonly scene: Scene; readonly time: string }[],
  width: number,
  height: number,
  colors: SceneColors,
): void {
  const each = width / stills.length;
  stills.forEach(({ scene, time }, n) => {
    inPart(context, n * each, each, height, () => {
      // cut closer than in motion: a still is narrow
      const still = { ...scene, width: CLOSER * scene.width };
      const view = viewOf(still, each, height);
      drawBackground(context, still, view, each, height, colors, SIDE);
      for (const shape of scene.shapes) drawShape(context, shape, view, height, colors, 0);
      drawCorner(context, time, colors);
      if (n === 0) return;
      context.fillStyle = colors.hatch;
      context.fillRect(0, 0, 0.5, height);
    });
  });
}

/** Share of the scene's width that a still of a filmstrip shows. */
const CLOSER = 0.55;
const LABEL = '10px system-ui, sans-serif';
/** Pixels at the sides of a small picture in which a distance would be cut. */
const SIDE = 14;

/** @param margin pixels at the sides that distances must keep clear of */
function drawBackground(
  context: Context,
  { ground }: Scene,
  view: View,
  width: number,
  height: number,
  colors: SceneColors,
  margin = -Infinity,
): void {
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, height);
  if (ground === null || !Number.isFinite(view.x(0))) return;
  const y = view.y(ground);
  const first = Math.floor((0 - view.x(0)) / view.scale) - 1;
  const last = Math.ceil((width - view.x(0)) / view.scale) + 1;
  // every other metre is darker, so that the ground is seen to pass
  for (let metre = first; metre <= last; metre += 1) {
    context.fillStyle = metre % 2 === 0 ? colors.wall : colors.faint;
    context.fillRect(view.x(metre), y, view.scale + 0.5, height - y);
  }
  context.fillStyle = colors.tones.ground.rim;
  context.fillRect(0, y - 0.5, width, 1);
  for (let metre = first; metre <= last; metre += 1) context.fillRect(view.x(metre) - 0.5, y, 1, 4);
  context.fillStyle = colors.label;
  context.font = LABEL;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const every = [1, 2, 5, 10].find((step) => step * view.scale >= 34) ?? 20;
  for (let metre = Math.ceil(first / every) * every; metre <= last; metre += every) {
    const x = view.x(metre);
    if (x < margin || x > width - margin) continue;
    context.fillText(`${String(metre).replace('-', '−')} m`, x, Math.min(height - 3, y + 14));
  }
}

/** @param fade 0 as it is, 1 not to be told from the ground; opaque, so that what overlaps does not shine through */
function drawShape(
  context: Context,
  shape: Shape,
  view: View,
  height: number,
  colors: SceneColors,
  fade: number,
): void {
  const tone = colors.tones[shape.tone];
  const pale = (color: string): string => (fade === 0 ? color : interpolateRgb(color, colors.ground)(fade));
  const rim = pale(tone.rim);
  context.fillStyle = pale(tone.fill);
  context.strokeStyle = rim;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (shape.kind === 'circle') {
    if (!isPoint(shape.at)) return;
    context.arc(view.x(shape.at[0]), view.y(shape.at[1]), Math.max(1.5, shape.radius * view.scale), 0, 2 * Math.PI);
    context.fill();
    context.lineWidth = 1;
    context.stroke();
    return;
  }
  if (shape.kind === 'capsule') {
    if (!isPoint(shape.from) || !isPoint(shape.to)) return;
    const thick = Math.max(2, 2 * shape.radius * view.scale);
    context.moveTo(view.x(shape.from[0]), view.y(shape.from[1]));
    // a line without length would have no caps
    context.lineTo(view.x(shape.to[0]) + 0.01, view.y(shape.to[1]));
    context.lineWidth = thick + 1;
    context.stroke();
    context.strokeStyle = pale(tone.fill);
    context.lineWidth = Math.max(1, thick - 1);
    context.stroke();
    return;
  }
  const { points } = shape;
  if (!points.every(isPoint)) return;
  for (const [x, y] of points) context.lineTo(view.x(x), view.y(y));
  context.lineWidth = 1.5;
  context.stroke();
  if (points.length < 3) return;
  if (shape.tone === 'ground') {
    const [first, last] = [points[0]!, points.at(-1)!];
    if (first[0] === last[0]) return;
    // a hill is solid
    context.lineTo(view.x(last[0]), height);
    context.lineTo(view.x(first[0]), height);
  }
  context.fill();
}

function isPoint([x, y]: readonly [number, number]): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}
