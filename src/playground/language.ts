import { createStore } from 'zustand/vanilla';
import { chosenLanguage, directionOf, isLanguage, type Language } from '../copy/language.ts';
import { speak } from '../copy/say.ts';
import { translationIn } from '../copy/speech.ts';

const KEY = 'trust-region-language';

/** The language in which the pages of this tab speak. It changes when its words are there. */
export const language = createStore<Language>(() => 'en');

/** The language that an address names, else the one that was chosen in this browser, else the browser's own. */
export function wishedLanguage(hash: string): Language {
  const named = /[#&]lang=([a-z]+)/.exec(hash)?.[1] ?? kept() ?? '';
  return isLanguage(named) ? named : chosenLanguage(navigator.languages);
}

let asked = 0;

/** Opens a page in the language that its reader wants; in English at once, which needs no words to be fetched. */
export function openIn(wished: Language, open: () => void): void {
  if (wished === 'en') open();
  else void speakIn(wished).then(open);
}

/** Speaks another language, once its words were fetched; where they cannot be, all stays as it is. @returns whether it is spoken */
export async function speakIn(next: Language): Promise<boolean> {
  const own = (asked += 1);
  const translation = await translationIn(next).catch(() => null);
  // another one may have been asked for meanwhile
  if (translation === null || own !== asked) return false;
  speak(next, translation);
  document.documentElement.lang = next;
  document.documentElement.dir = directionOf(next);
  language.setState(next, true);
  return true;
}

/** What the reader chose: kept for the next visit, in this browser. */
export async function chooseLanguage(next: Language): Promise<boolean> {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // a browser that keeps nothing forgets this too
  }
  return await speakIn(next);
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
