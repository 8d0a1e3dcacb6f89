import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { changeTables, type CanvasColors } from './draw/palette.ts';
import { theme, type Theme } from '../playground/theme.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

/** What the reader wishes for, and how to change it. */
export function useThemeWish(): readonly [Theme, (wish: Theme) => void] {
  const wish = useSyncExternalStore(theme.subscribe, theme.getState);
  return [wish, (next) => theme.setState(next, true)];
}

/** The theme in force, kept on the document so that the style sheet knows it. */
export function useTheme(): 'light' | 'dark' {
  const [wish] = useThemeWish();
  const system = useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
  const shown = wish === 'system' ? system : wish;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return shown;
}

export const LIGHT: CanvasColors = {
  ground: '#ffffff',
  wall: '#e7e9ec',
  hatch: '#b9bfc7',
  ink: '#1d242c',
  faint: '#dfe3e8',
  kept: '#7d8792',
  change: changeTables.light,
};
const DARK: CanvasColors = {
  ground: '#161b22',
  wall: '#262d36',
  hatch: '#4a5563',
  ink: '#e4e9ef',
  faint: '#303944',
  kept: '#8b95a1',
  change: changeTables.dark,
};

/** Whether what is under it is drawn for paper, which is white in every theme. */
export const PaperContext = createContext(false);

export function useCanvasColors(): CanvasColors {
  const shown = useTheme();
  const paper = useContext(PaperContext);
  return useMemo(() => (shown === 'dark' && !paper ? DARK : LIGHT), [shown, paper]);
}
