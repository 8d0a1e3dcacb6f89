import { startTransition, useLayoutEffect, useState, type RefObject } from 'react';

/** The page from when it is mounted to when its first frames are there. */
const OPENING = '[data-status="opening"]';

/** Width of an element in whole CSS pixels, as it changes; 0 until it is laid out. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    // while the page opens what is drawn comes in slices after its frame, which has its room; later at once, lest it flickers
    const opening = target.closest(OPENING) !== null;
    if (!opening) setWidth(Math.floor(target.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const changed = (): void => setWidth(Math.floor(entry.contentRect.width));
      if (target.closest(OPENING) !== null) startTransition(changed);
      else changed();
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
