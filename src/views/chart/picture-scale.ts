import type { PictureAxis } from '../../claims/pictures/picture.ts';
import { readable } from '../format.ts';
import { scaleOver, ticksOf, type Tick } from './scales.ts';

/** An axis of a picture: where its numbers stand, in pixels. */
export interface PictureScale {
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** Decades that a signed axis shows on either side of 0 at most. */
const SIGNED_DECADES = 4;

/** @param count of ticks that have room, at most */
export function pictureScale(
  axis: PictureAxis,
  values: readonly number[],
  range: readonly [number, number],
  count: number,
): PictureScale {
  if (axis.scale === 'signed') return signedScale(values, range, count);
  const log = axis.scale === 'log';
  const scale = scaleOver(values, range, log);
  if (axis.ticks === undefined) return { place: scale, ticks: ticksOf(scale, count, log).map(log ? powerNamed : kept) };
  return { place: scale, ticks: axis.ticks.map((value) => ({ value, label: readable(value) })) };
}

const kept = (tick: Tick): Tick => tick;

/** A power of ten as such, where its digits would be many. */
function powerNamed({ value, label }: Tick): Tick {
  return { value, label: label.replace(/^1\.0·10/, '10') };
}

/** Straight near 0, and logarithmic away from it on both sides. */
function signedScale(values: readonly number[], range: readonly [number, number], count: number): PictureScale {
  const finite = values.filter(Number.isFinite);
  const largest = Math.max(1e-12, ...finite.map(Math.abs));
  const bend = largest * 10 ** -SIGNED_DECADES;
  const bent = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value) / bend);
  const low = Math.min(...finite, 0);
  const high = Math.max(...finite, 0);
  const line = scaleOver([low, high].map(bent), range, false);
  const place = (value: number): number => line(bent(value));
  const top = Math.floor(Math.log10(largest));
  const powers = Array.from({ length: SIGNED_DECADES }, (_, n) => 10 ** (top - n));
  const all = [...powers.map((power) => -power), 0, ...powers].filter((value) => value >= low && value <= high);
  // the largest first: they are what the axis is about
  const chosen: number[] = [];
  const room = Math.abs(range[1] - range[0]) / Math.max(1, count);
  for (const value of all.toSorted((a, b) => (a === 0 ? -1 : b === 0 ? 1 : Math.abs(b) - Math.abs(a)))) {
    if (chosen.every((other) => Math.abs(place(other) - place(value)) >= 0.8 * room)) chosen.push(value);
  }
  return {
    place,
    ticks: chosen.toSorted((a, b) => a - b).map((value) => ({ value, label: readable(value).replace('1.0·10', '10') })),
  };
}

let ruler: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** How wide a text of a picture is, in pixels. */
export function widthOf(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler !== null) ruler.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const width = ruler?.measureText(text).width ?? 6.6 * text.length;
  known.set(text, width);
  return width;
}
