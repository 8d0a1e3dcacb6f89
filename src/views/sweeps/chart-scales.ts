import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { readable } from '../format.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

/** A place on an axis with its label. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** A scale that holds all values it can show; with none of them it still has a length. */
export function scaleOver(values: Iterable<number>, range: readonly [number, number], log: boolean): Scale {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || (log && value <= 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = log ? [0.1, 1] : [0, 1];
  if (log) {
    // at most twelve decades: one rounding error is no reason to hide the rest
    low = Math.max(low, high * 1e-12);
    if (high < low * 2) [low, high] = [low / 1.5, high * 1.5];
    return scaleLog([low, high], range).clamp(true);
  }
  // values that differ by rounding alone are no story
  if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
    const room = 0.1 * (Math.abs(high) || 1);
    [low, high] = [low - room, high + room];
  }
  return scaleLinear([low, high], range).clamp(true);
}

/** Few round places of a scale. */
export function ticksOf(scale: Scale, count: number, log: boolean): Tick[] {
  if (!log) return scale.ticks(count).map((value) => ({ value, label: readable(value) }));
  const [low = 1, high = 10] = scale.domain();
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from + 1) / count));
  const powers = Array.from({ length: Math.max(0, Math.floor((to - from) / every) + 1) }, (_, n) => from + n * every);
  const values = powers.length >= 2 ? powers.map((power) => Number(`1e${power}`)) : thinned(scale.ticks(count), count);
  return values.map((value) => ({ value, label: readable(value) }));
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

function thinned(values: readonly number[], count: number): number[] {
  return values.filter((_, n) => n % Math.max(1, Math.ceil(values.length / count)) === 0);
}
