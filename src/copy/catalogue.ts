import { IntlMessageFormat } from 'intl-messageformat';
import type { Translation, Values } from './say.ts';

/** English sentences with what a language says for each, as ICU messages: places in `{}`, numbers of things by `plural`. */
export type Catalogue = Readonly<Record<string, string>>;

const NONE: Values = {};

/**
 * Says what catalogues hold. A message is taken apart when it is said first.
 *
 * @param written of sentences that come filled, from workers or from what Node has written: their values are found again
 * @param locale how numbers are written
 */
export function translationOf(catalogues: readonly Catalogue[], written: Catalogue, locale: string): Translation {
  const messages = new Map<string, string>([...catalogues, written].flatMap((all) => Object.entries(all)));
  const taken = new Map<string, IntlMessageFormat>();
  // the longer a sentence, the more of it is its own
  const patterns = Object.keys(written)
    .filter((sentence) => sentence.includes('{'))
    .toSorted((a, b) => b.length - a.length)
    .map((sentence) => [sentence, patternOf(sentence)] as const);

  const translate: Translation = (english, values) => {
    const message = messages.get(english);
    if (message === undefined) return values === NONE || Object.keys(values).length === 0 ? found(english) : undefined;
    if (!message.includes('{')) return message;
    const known = taken.get(english) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    taken.set(english, known);
    return String(known.format(values));
  };

  /** A sentence that came filled; what stands at its places may be one too. */
  function found(filled: string): string | undefined {
    for (const [sentence, pattern] of patterns) {
      const values = pattern.exec(filled)?.groups;
      if (values === undefined) continue;
      return translate(
        sentence,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, translate(value, NONE) ?? value])),
      );
    }
    return undefined;
  }
  return translate;
}

/** What a sentence looks like when its places are filled. */
function patternOf(sentence: string): RegExp {
  const seen = new Set<string>();
  const parts = sentence.split(/\{(\w+)\}/).map((part, n) => {
    if (n % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    if (seen.has(part)) return String.raw`\k<${part}>`;
    seen.add(part);
    return `(?<${part}>.+?)`;
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}
