import { localeOf } from './language.ts';
import { spoken } from './say.ts';

/** Words one after another, as the language of the page writes them: "KL, Wasserstein, Sinkhorn", or as a conjunction "KL and Wasserstein". */
export function listed(words: readonly string[], type: 'unit' | 'conjunction' = 'unit'): string {
  const language = spoken();
  // no comma before "and"
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : localeOf[language], { type }).format(words);
}
