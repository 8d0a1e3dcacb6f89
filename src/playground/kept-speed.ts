import { SPEEDS } from './view-store.ts';

const KEY = 'trust-region-speed';

/** The speed that was chosen last in this browser; null where none was, or where nothing is kept. */
export function keptSpeed(): number | null {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? NaN);
    return SPEEDS.includes(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(KEY, String(speed));
  } catch {
    // a browser that keeps nothing forgets this too
  }
}
