import type { ReactNode } from 'react';
import type { Language } from '../copy/language.ts';
import { say } from '../copy/say.ts';
import { Rich } from './rich.tsx';
import type { Theme } from '../playground/theme.ts';
import { LanguagePicker } from './language-picker.tsx';
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
    <nav className="page-links" aria-label={say('Pages')}>
      {shown.map(([name, href]) => (
        <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
          {say(name)}
        </a>
      ))}
    </nav>
  );
}

/** The colours of all pages of this browser. */
export function ThemePicker() {
  const [wish, setWish] = useThemeWish();
  return (
    <label className="theme-picker" title={say('Colours of the page: not part of the link')}>
      <span className="visually-hidden">{say('theme')}</span>
      <select value={wish} onChange={({ target }) => setWish(target.value as Theme)}>
        <option value="system">{say('◐ system')}</option>
        <option value="light">{say('☀ light')}</option>
        <option value="dark">{say('☾ dark')}</option>
      </select>
    </label>
  );
}

/** The address says it where it names a language. */
function tellAddress(language: Language): void {
  history.replaceState(null, '', location.hash.replace(/lang=[a-z]+/, `lang=${language}`) || ' ');
}

/** What stands at the foot of every page. */
function Footer() {
  return (
    <footer className="page-foot">
      <Rich
        of="Trust Region Playground, MIT licence · <licences>licences of everything that ships with it</licences>"
        licences={(words) => <a href="./licences.txt">{words}</a>}
      />
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
          <LanguagePicker told={tellAddress} />
          <ThemePicker />
        </div>
      </header>
      <main className="page">
        <Part name={say('This page')}>{children}</Part>
      </main>
      <Footer />
    </>
  );
}
