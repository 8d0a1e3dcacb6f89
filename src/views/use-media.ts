import { useSyncExternalStore } from 'react';

/** A projector, or a screen as large: pictures have more room there. */
export const BIG_WINDOW = '(min-width: 1600px) and (min-height: 1000px)';

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
