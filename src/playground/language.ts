import { createStore } from 'zustand/vanilla';
import { chosenLanguage, directionOf, isLanguage, type Language } from '../copy/language.ts';
import { speak, spoken } from '../copy/say.ts';
import { firstWordsIn, translationIn } from '../copy/speech.ts';

const KEY = 'trust-region-language';

/** The language in which the pages of this tab speak. It changes when its words are there. */
export const language = createStore<Language>(() => 'en');

/** The language that an address names, else the one that was chosen in this browser, else the browser's own. */
export function wishedLanguage(hash: string): Language {
  const named = /[#&]lang=([a-z]+)/.exec(hash)?.[1] ?? kept() ?? '';
  return isLanguage(named) ? named : chosenLanguage(navigator.languages);
}

let asked = 0;
let whole: Promise<unknown> = Promise.resolve();

/** Settles when all words of the language are there: what is fetched with its first use waits for it. */
export const allWords = (): Promise<unknown> => whole;

/**
 * Opens a page in the language that its reader wants; in English at once, which needs no words to be fetched.
 *
 * @param soon with what the first screen says, while the rest is fetched
 */
export function openIn(wished: Language, open: () => void, soon: boolean): void {
  if (wished === 'en') return open();
  const first = speakIn(wished, soon ? firstWordsIn : translationIn);
  void first.then(open);
  if (!soon) return;
  const rest = Promise.all([translationIn(wished), first]);
  whole = rest.then(([translation]) => spoken() === wished && speak(wished, translation)).catch(none);
}

/** Speaks another language, once its words were fetched; where they cannot be, all stays as it is. */
export async function speakIn(next: Language, wordsOf = translationIn): Promise<void> {
  const own = (asked += 1);
  const translation = await wordsOf(next).catch(none);
  // another one may have been asked for meanwhile
  if (translation === null || own !== asked) return;
  speak(next, translation);
  document.documentElement.lang = next;
  document.documentElement.dir = directionOf(next);
  language.setState(next, true);
}

const none = (): null => null;

/** What the reader chose: kept for the next visit, in this browser. */
export async function chooseLanguage(next: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // a browser that keeps nothing forgets this too
  }
  await speakIn(next);
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
