import { color, interpolateRgb, interpolateRgbBasis } from 'd3';
import type { Hue } from '../../methods/story.ts';

/** Colours of the methods: 3:1 on white and on the dark ground, told apart by colour-blind readers. */
export const hues: Readonly<Record<Hue, string>> = {
  blue: '#0072B2',
  vermilion: '#D55E00',
  green: '#009E73',
  brown: '#8a5a00',
  purple: '#a3509f',
  grey: '#6b7280',
  magenta: '#c2407e',
  indigo: '#5a6fd0',
  teal: '#0f8a9d',
  olive: '#7d7a00',
  red: '#c93c3c',
  steel: '#4f7ca8',
};

/** 256 steps of a scale over [0, 1]: painting from a table is what keeps sixty frames a second. */
export type Table = readonly string[];

function table(interpolate: (t: number) => string): Table {
  return Array.from({ length: 256 }, (_, step) => color(interpolate(step / 255))!.formatHex());
}

/** A scale through ten of its colours: d3's own comes with the tables of all others, which no bundler takes out. */
const through = (hexes: string): Table => table(interpolateRgbBasis(hexes.split(' ').map((hex) => `#${hex}`)));

/** Probabilities and plans, fixed to [0, 1]: cividis (Nuñez, Anderton and Renslow, 2018). */
export const probabilityTable: Table = through('00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838');
/** Values of states: viridis (Smith and van der Walt, 2015). */
export const valueTable: Table = through('440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725');

/** Signed changes, symmetric about 0: blue is loss, orange is gain, and no change is the least bright, or the least dark, of all. */
export const changeTables: Readonly<Record<'light' | 'dark', Table>> = {
  light: diverging('#2166ac', '#d6d6d2', '#c2570c'),
  dark: diverging('#6db3f8', '#333b45', '#f79a52'),
};

function diverging(loss: string, none: string, gain: string): Table {
  const [left, right] = [interpolateRgb(loss, none), interpolateRgb(none, gain)];
  return table((t) => (t < 0.5 ? left(t * 2) : right(t * 2 - 1)));
}

/** Colours of a theme for canvases; the style sheet has the same. */
export interface CanvasColors {
  readonly ground: string;
  readonly wall: string;
  readonly hatch: string;
  readonly ink: string;
  readonly faint: string;
  /** Lines of runs that were kept. */
  readonly kept: string;
  /** Signed changes, from −1 to 1. */
  readonly change: Table;
}

/** Step of a table for a number in [0, 1]; what is no number has the first. */
export function stepOf(t: number): number {
  return t >= 1 ? 255 : t > 0 ? Math.round(t * 255) : 0;
}

/** A change in [−1, 1] on a signed square-root scale, as a number in [0, 1]: small steps stay visible. What is no number is no change. */
export function changePosition(change: number): number {
  if (Number.isNaN(change)) return 0.5;
  return 0.5 + 0.5 * Math.sign(change) * Math.sqrt(Math.min(1, Math.abs(change)));
}

/** Black or white, whichever reads better on a colour of a table. */
export function inkOn(background: string): '#000000' | '#ffffff' {
  const { r, g, b } = (color(background) ?? color('#ffffff')!).rgb();
  const linear = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
