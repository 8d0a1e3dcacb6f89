import type { Catalogue } from './catalogue.ts';

interface Pattern {
  readonly english: string;
  /** Its own words, between the places. */
  readonly words: readonly string[];
  readonly places: readonly string[];
}

/** What was read from a sentence: the pattern that made it, and what stands at its places. */
export interface Recognized {
  readonly english: string;
  readonly values: Readonly<Record<string, string>>;
}

const PLACE = /\{(\w+)\}/g;

/** Characters of its own from which on a pattern that begins with a place is a sentence; what has fewer is a clause or a list. */
const SENTENCE = 12;

/**
 * How much of a pattern is its own words: what begins with words is more certain than what begins with a place, and what has more of them than
 * what has fewer; clauses and lists are tried in the catalogue's order.
 */
function certainty(english: string): number {
  const own = english.replaceAll(PLACE, '').length;
  if (!english.startsWith('{')) return Number.MAX_SAFE_INTEGER / 2 + own;
  return own < SENTENCE ? 0 : own;
}

/**
 * Recognizes sentences that were written in English with their numbers, as those of files are, by the patterns of a catalogue: of those that
 * fit the most certain one. A clause that is not always there is an empty place. @returns null where none fits
 */
export function recognizer(catalogue: Catalogue): (text: string) => Recognized | null {
  const patterns = Object.keys(catalogue)
    .toSorted((one, other) => certainty(other) - certainty(one))
    .map((english): Pattern => ({
      english,
      words: english.split(/\{\w+\}/),
      places: [...english.matchAll(PLACE)].map(([, name]) => name!),
    }));
  return (text) => {
    for (const { english, words, places } of patterns) {
      const found = valuesBetween(words, text);
      if (found !== null) return { english, values: Object.fromEntries(places.map((name, n) => [name, found[n]!])) };
    }
    return null;
  };
}

/** What stands between words that follow each other in a text from its begin to its end, each where it is first: one pass, whatever the text. */
function valuesBetween(words: readonly string[], text: string): string[] | null {
  const [first, last] = [words[0]!, words.at(-1)!];
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const word of words.slice(1, -1)) {
    const at = text.indexOf(word, from);
    if (at < 0 || at + word.length > end) return null;
    values.push(text.slice(from, at));
    from = at + word.length;
  }
  // what has no places is the text itself
  if (words.length === 1) return text === first ? [] : null;
  if (from > end) return null;
  values.push(text.slice(from, end));
  return values;
}
