import type { ReactNode } from 'react';
import type { Theme } from '../playground/theme.ts';
import { Part } from './part.tsx';
import { useTheme, useThemeWish } from './use-theme.ts';

const pages = [
  ['playground', './index.html'],
  ['lessons', './lessons.html'],
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

/** The colours of all pages of this browser. */
export function ThemePicker() {
  const [wish, setWish] = useThemeWish();
  return (
    <label className="theme-picker" title="Colours of the page: not part of the link">
      <span className="visually-hidden">theme</span>
      <select value={wish} onChange={({ target }) => setWish(target.value as Theme)}>
        <option value="system">◐ system</option>
        <option value="light">☀ light</option>
        <option value="dark">☾ dark</option>
      </select>
    </label>
  );
}

/** What stands at the foot of every page. */
function Footer() {
  return (
    <footer className="page-foot">
      Trust Region Playground, MIT licence · <a href="./licences.txt">licences of everything that ships with it</a>
    </footer>
  );
}

/** A page beside the playground: the bar that stays on top, with the theme, and what is under it. */
export function PageFrame({ here, children }: { readonly here: PageName; readonly children: ReactNode }) {
  useTheme();
  return (
    <>
      <header className="top-bar">
        <h1>
          <img src="./favicon.svg" alt="" width="22" height="22" />
          <span>Trust Region Playground</span>
        </h1>
        <PageLinks here={here} />
        <div className="aside">
          <ThemePicker />
        </div>
      </header>
      <main className="page">
        <Part name="This page">{children}</Part>
      </main>
      <Footer />
    </>
  );
}
