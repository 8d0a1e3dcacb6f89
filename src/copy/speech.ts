import { ofLanguage } from './of-language.ts';
import type { Translation } from './say.ts';

/** How a language says what all pages say; undefined for English, which needs nothing more. */
export const translationIn = ofLanguage<Translation | undefined>({
  en: () => Promise.resolve(undefined),
  es: async () => (await import('./es/translation.ts')).translation,
  qps: async () => (await import('./pseudo.ts')).pseudoTranslation,
});

/** How it says what the playground begins with. */
export const firstWordsIn = ofLanguage<Translation | undefined>({
  en: () => Promise.resolve(undefined),
  es: async () => (await import('./es/first-words.ts')).firstWords,
  qps: async () => (await import('./pseudo.ts')).pseudoTranslation,
});
