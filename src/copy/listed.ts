import { localeOf } from './language.ts';
import { spoken } from './say.ts';

/** One for each language and kind: to make one takes longer than a list. */
const formats = new Map<string, Intl.ListFormat>();

/** Words one after another, as the language of the page writes them: "KL, Wasserstein, Sinkhorn", or as a conjunction "KL and Wasserstein". */
export function listed(words: readonly string[], type: 'unit' | 'conjunction' = 'unit'): string {
  const language = spoken();
  if (language === 'en') return inEnglish(words, type);
  const key = `${language} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(localeOf[language], { type });
  formats.set(key, format);
  return format.format(words);
}

/** By hand: an engine takes long over its first list, and this is on the way to the first picture. No comma before "and". */
function inEnglish(words: readonly string[], type: 'unit' | 'conjunction'): string {
  if (type === 'unit' || words.length < 2) return words.join(', ');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}
