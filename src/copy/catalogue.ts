import { IntlMessageFormat } from 'intl-messageformat';
import type { Translation, Values } from './say.ts';

/** English sentences with what a language says for each, as ICU messages: places in `{}`, numbers of things by `plural`. */
export type Catalogue = Readonly<Record<string, string>>;

/** Says what catalogues hold. A message is taken apart when it is said first. @param locale how numbers are written */
export function translationOf(catalogues: readonly Catalogue[], locale: string): Translation {
  const messages = new Map<string, string>(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
  const taken = new Map<string, IntlMessageFormat>();
  return (english: string, values: Values): string | undefined => {
    const message = messages.get(english);
    if (message === undefined) return undefined;
    if (!message.includes('{')) return message;
    const known = taken.get(english) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    taken.set(english, known);
    return String(known.format(values));
  };
}
