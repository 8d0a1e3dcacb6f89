import { localeOf } from './language.ts';
import { spoken } from './say.ts';

/** One for each language and kind: to make one takes longer than a list. */
const formats = new Map<string, Intl.ListFormat>();

/** Words one after another, as the language of the page writes them: "KL, Wasserstein, Sinkhorn", or as a conjunction "KL and Wasserstein". */
export function listed(words: readonly string[], type: 'unit' | 'conjunction' = 'unit'): string {
  const language = spoken();
  // no comma before "and"
  const locale = language === 'en' ? 'en-GB' : localeOf[language];
  const key = `${locale} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(locale, { type });
  formats.set(key, format);
  return format.format(words);
}
