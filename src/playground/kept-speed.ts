import type { StoreApi } from 'zustand/vanilla';
import { SPEEDS, type View } from './view-store.ts';

const KEY = 'trust-region-speed';

/** Begins with the speed that was chosen last in this browser, and keeps what is chosen. */
export function keepSpeed(view: StoreApi<View>): void {
  const speed = keptSpeed();
  if (speed !== null) view.setState({ speed });
  view.subscribe(({ speed: now }, before) => {
    if (now === before.speed) return;
    try {
      localStorage.setItem(KEY, String(now));
    } catch {
      // a browser that keeps nothing forgets this too
    }
  });
}

/** Null where none was chosen, or where nothing is kept. */
function keptSpeed(): number | null {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? NaN);
    return SPEEDS.includes(kept) ? kept : null;
  } catch {
    return null;
  }
}
