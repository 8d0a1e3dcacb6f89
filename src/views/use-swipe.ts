import { useRef, type TouchEvent } from 'react';

/** CSS pixels that a finger must travel, and how much more sideways than up or down. */
const FAR = 60;
const SIDEWAYS = 1.8;

/** Touch handlers that call `go` with 1 for a swipe to the left (the next page) and −1 for one to the right. */
export function useSwipe(go: (step: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      // a slider is dragged sideways too
      const slider = event.target instanceof Element && event.target.closest('input, select') !== null;
      from.current = touch === undefined || slider ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (from.current === null || touch === undefined) return;
      const dx = touch.clientX - from.current.x;
      const dy = touch.clientY - from.current.y;
      from.current = null;
      if (Math.abs(dx) > FAR && Math.abs(dx) > SIDEWAYS * Math.abs(dy)) go(dx < 0 ? 1 : -1);
    },
  };
}
