import type { Language } from './language.ts';

/** What stands at the `{places}` of a sentence: numbers as the page writes them, or words that were said themselves. */
export type Values = Readonly<Record<string, string | number>>;

/** What a language makes of an English sentence; undefined where it has no words for it. */
export type Translation = (english: string, values: Values) => string | undefined;

const NONE: Values = {};
const english: Translation = (sentence, values) => filled(sentence, values);

let language: Language = 'en';
let translation = english;

/** The language in which the page speaks. */
export const spoken = (): Language => language;

/** From now on the page speaks so. What was said before stays as it was said. */
export function speak(next: Language, translated: Translation = english): void {
  language = next;
  translation = translated;
}

/**
 * An English sentence that is filled, but not said: for what is stored or sent, and where no language is known, in workers and in Node. Where it
 * is shown, `say` of the whole finds its values again, if one of the catalogues `written-*.json` has it.
 */
export const unsaid = (sentence: string, values: Values): string => filled(sentence, values);

/**
 * A sentence in the language of the page. English is both the source and the key: `src/copy/es` says it in Spanish, and the sentence
 * stands as it is where a language has no words for it.
 *
 * @param sentence a whole one, with `{name}` where a value comes; never glued of parts, whose order is a language's own
 */
export function say(sentence: string, values: Values = NONE): string {
  return translation(sentence, values) ?? filled(sentence, values);
}

/**
 * A sentence about a number of things; `{count}` is the number. Other languages choose by their own rules.
 *
 * @param one where English says it of one
 * @param other of any other number; it is the key of the sentence
 */
export function sayCount(count: number, one: string, other: string, values: Values = NONE): string {
  const all = { count, ...values };
  if (language === 'en') return filled(count === 1 ? one : other, all);
  return translation(other, all) ?? filled(count === 1 ? one : other, all);
}

/** What is made for programs, as files of numbers are, has English names in whatever language the page speaks. */
export function inEnglish<Made>(make: () => Made): Made {
  const own = [language, translation] as const;
  speak('en');
  try {
    return make();
  } finally {
    speak(...own);
  }
}

/** A sentence with its values; a place without one stays as it is. */
export function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
