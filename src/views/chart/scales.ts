import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { readable } from '../format.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

/** A place on an axis with its label. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Decades of a log axis at most: one rounding error is no reason to hide the rest. */
const MOST_DECADES = 12;
/** Share of the values under which their differences are those of rounding. */
const ROUNDING = 1e-9;

/** Sizes under this are those of 0, and above its inverse of ∞: an axis has no place for both them and their differences. */
const SMALLEST = 1e-290;

/** A scale that holds all values it can show; with none of them, or one, it still has a length. */
export function scaleOver(values: Iterable<number>, range: readonly [number, number], log: boolean): Scale {
  let low = Infinity;
  let high = -Infinity;
  for (const given of values) {
    const value = Math.abs(given) < SMALLEST ? 0 : given;
    if (!(Math.abs(value) < 1 / SMALLEST) || (log && value <= 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = log ? [0.1, 1] : [0, 1];
  if (log) {
    low = Math.max(low, high * 10 ** -MOST_DECADES);
    if (high < low * 2) [low, high] = [low / 1.5, high * 1.5];
    return scaleLog([low, high], range).clamp(true);
  }
  if (high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))) {
    const room = 0.1 * (Math.abs(high) || 1);
    [low, high] = [low - room, high + room];
  }
  return scaleLinear([low, high], range).clamp(true);
}

/** Few round places of a scale, at least two, each with a label of its own. */
export function ticksOf(scale: Scale, count: number, log: boolean): Tick[] {
  const [low = 0, high = 1] = scale.domain();
  const round = log ? logPlaces(scale, low, high, count) : scale.ticks(count);
  const values = round.length >= 2 ? round : [low, high];
  const labels = labelsOf(values);
  return values.map((value, n) => ({ value, label: labels[n]! }));
}

/** Powers of ten, or every few of them; where there are fewer than two, round numbers between. */
function logPlaces(scale: Scale, low: number, high: number, count: number): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from + 1) / count));
  const powers = Array.from({ length: Math.max(0, Math.floor((to - from) / every) + 1) }, (_, n) =>
    Number(`1e${from + n * every}`),
  );
  if (powers.length >= 2) return powers;
  const between = scale.ticks(count);
  const kept = between.filter((_, n) => n % Math.max(1, Math.ceil(between.length / count)) === 0);
  return kept.length >= 2 ? kept : between;
}

/** As few digits as tell all of them apart. */
function labelsOf(values: readonly number[]): string[] {
  for (let digits = 3; digits <= 12; digits += 1) {
    const labels = values.map((value) => readable(value, digits));
    if (new Set(labels).size === labels.length) return labels;
  }
  return values.map(String);
}

/** Ticks that stand at least `room` apart: numbers that overlap cannot be read. */
export function apart(ticks: readonly Tick[], place: (value: number) => number, room: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(place(tick.value) - place(last.value)) >= room) kept.push(tick);
  }
  return kept;
}
