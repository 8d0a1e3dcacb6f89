import { useSyncExternalStore } from 'react';

const query = matchMedia('(forced-colors: active)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The system's colours, by their names: what a canvas does not take over by itself. */
const SYSTEM = {
  ground: 'Canvas',
  ink: 'CanvasText',
  faint: 'GrayText',
  hatch: 'CanvasText',
  mark: 'Highlight',
} as const;

/** The colours that the reader's system forces on pages; null where it forces none. */
export function useForcedColors(): typeof SYSTEM | null {
  return useSyncExternalStore(subscribe, () => query.matches) ? SYSTEM : null;
}
