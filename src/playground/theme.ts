import { createStore } from 'zustand/vanilla';

/** What the reader wishes for; `system` follows the system. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'trust-region-theme';

/** The wish of all pages of this browser: it outlives them, and other tabs follow. */
export const theme = createStore<Theme>(() => read());

theme.subscribe((wish) => {
  try {
    localStorage.setItem(KEY, wish);
  } catch {
    // a browser that keeps nothing forgets this too
  }
});

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) theme.setState(read(), true);
  });
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
