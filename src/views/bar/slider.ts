import { useEffect, useRef, useState } from 'react';
import type { NumberField } from '../../field.ts';

/** Positions of a slider. */
export const SLIDER_STEPS = 1000;

/** Position of a value on a slider of SLIDER_STEPS; on a log scale that begins at 0 the lowest position is 0 itself. */
export function toSlider(field: NumberField, value: number): number {
  const { min, max, scale } = field;
  if (scale === 'linear') return Math.round(((value - min) / (max - min)) * SLIDER_STEPS);
  const low = min > 0 ? min : max * 1e-6;
  if (value < low) return 0;
  return Math.round((Math.log(value / low) / Math.log(max / low)) * (SLIDER_STEPS - 1)) + 1;
}

/** The value at a position, rounded to what a reader would have typed. */
export function fromSlider(field: NumberField, position: number): number {
  const { min, max, scale, step, integer } = field;
  if (scale === 'linear') {
    const value = min + ((max - min) * position) / SLIDER_STEPS;
    return Number((Math.round(value / step) * step).toPrecision(10));
  }
  if (position <= 0) return min;
  const low = min > 0 ? min : max * 1e-6;
  const value = low * (max / low) ** ((position - 1) / (SLIDER_STEPS - 1));
  const rounded = integer === true ? Math.round(value) : Number(value.toPrecision(2));
  return Math.min(max, Math.max(min, rounded));
}

/** How far the arrow keys go on the slider. */
export function sliderStep(field: NumberField): number {
  if (field.scale === 'linear') return Math.max(1, Math.round((field.step / (field.max - field.min)) * SLIDER_STEPS));
  return Math.max(1, Math.round(SLIDER_STEPS / field.step));
}

/** Milliseconds between the values that a drag hands on: each may be a live change that the link has to carry. */
const DRAG_PACE = 80;

/** The value to show on a slider, and what to call as it is dragged: the thumb follows at once, its values are handed on in steps. */
export function useDrag(value: number, onChange: (value: number) => void): readonly [number, (value: number) => void] {
  const [draft, setDraft] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft: value, onChange });
  useEffect(() => {
    latest.current.onChange = onChange;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const drag = (next: number): void => {
    setDraft(next);
    latest.current.draft = next;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current.onChange(latest.current.draft);
      setDraft(null);
    }, DRAG_PACE);
  };
  return [draft ?? value, drag];
}
