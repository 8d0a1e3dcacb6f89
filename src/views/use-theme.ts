import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useView } from './use-playground.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

/** The theme in force, kept on the document so that the style sheet knows it. */
export function useTheme(): 'light' | 'dark' {
  const wish = useView((view) => view.theme);
  const system = useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
  const theme = wish === 'system' ? system : wish;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}

/** Colours of a theme for canvases; the style sheet has the same. */
export interface CanvasColors {
  readonly ground: string;
  readonly wall: string;
  readonly hatch: string;
  readonly ink: string;
  readonly faint: string;
}

const LIGHT: CanvasColors = { ground: '#ffffff', wall: '#e7e9ec', hatch: '#b9bfc7', ink: '#1d242c', faint: '#dfe3e8' };
const DARK: CanvasColors = { ground: '#161b22', wall: '#262d36', hatch: '#4a5563', ink: '#e4e9ef', faint: '#303944' };

export function useCanvasColors(): CanvasColors {
  const theme = useTheme();
  return useMemo(() => (theme === 'dark' ? DARK : LIGHT), [theme]);
}
