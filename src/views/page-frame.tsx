import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

const pages = [
  ['playground', './index.html'],
  ['claims', './claims.html'],
  ['sweeps', './sweeps.html'],
] as const;

export type PageName = (typeof pages)[number][0];

/** The way to the other pages. */
export function PageLinks({ here }: { readonly here: PageName }) {
  // the playground is known by its title, and its bar is full
  const shown = here === 'playground' ? pages.slice(1) : pages;
  return (
    <nav className="page-links" aria-label="Pages">
      {shown.map(([name, href]) => (
        <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

type Theme = 'system' | 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void): (() => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

/** A page beside the playground: the bar that stays on top, with the theme, and what is under it. */
export function PageFrame({ here, children }: { readonly here: PageName; readonly children: ReactNode }) {
  const [wish, setWish] = useState<Theme>('system');
  const system = useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
  const theme = wish === 'system' ? system : wish;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <>
      <header className="top-bar">
        <h1>
          <img src="./favicon.svg" alt="" width="22" height="22" />
          <span>Trust Region Playground</span>
        </h1>
        <PageLinks here={here} />
        <div className="aside">
          <label title="Colours of the page">
            <span className="visually-hidden">theme</span>
            <select value={wish} onChange={({ target }) => setWish(target.value as Theme)}>
              <option value="system">system</option>
              <option value="light">light</option>
              <option value="dark">dark</option>
            </select>
          </label>
        </div>
      </header>
      <main className="page">{children}</main>
    </>
  );
}
