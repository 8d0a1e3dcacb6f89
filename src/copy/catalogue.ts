import { IntlMessageFormat } from 'intl-messageformat';
import { recognizer } from './patterns.ts';
import type { Translation, Values } from './say.ts';

/** English sentences with what a language says for each, as ICU messages: places in `{}`, numbers of things by `plural`. */
export type Catalogue = Readonly<Record<string, string>>;

/** Sentences with numbers that are remembered: pages that run for hours say new ones again and again. */
const REMEMBERED = 2000;
/** A sentence in a clause of a sentence, and so on: no text goes deeper. */
const DEEPEST = 40;

/**
 * Says what catalogues hold. A message is taken apart when it is said first.
 *
 * @param written of sentences that come finished, with their numbers in them, as from files: each is recognized by its pattern, and what stands at
 * its places is said in turn
 * @param locale how numbers are written
 */
export function translationOf(catalogues: readonly Catalogue[], written: Catalogue, locale: string): Translation {
  const messages = new Map<string, string>([...catalogues, written].flatMap((catalogue) => Object.entries(catalogue)));
  const taken = new Map<string, IntlMessageFormat>();
  const remembered = new Map<string, string>();
  const recognize = recognizer(written);
  const said = (english: string, values: Values): string | undefined => {
    const message = messages.get(english);
    if (message === undefined || !message.includes('{')) return message;
    const known = taken.get(english) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    taken.set(english, known);
    return String(known.format(values));
  };
  const anew = (text: string, depth: number): string => {
    const whole = messages.get(text);
    if (whole !== undefined && !whole.includes('{')) return whole;
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = depth < DEEPEST && /[a-z]{2}/i.test(text) ? recognize(text) : null;
    if (found === null) return text;
    const values = Object.entries(found.values).map(([name, value]) => [name, anew(value, depth + 1)] as const);
    const result = said(found.english, Object.fromEntries(values)) ?? text;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, result);
    return result;
  };
  return (english, values) => said(english, values) ?? (english.includes('{') ? undefined : anew(english, 0));
}
