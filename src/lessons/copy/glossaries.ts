import type { GlossaryCopy } from '../glossary.ts';
import type { Language } from './language.ts';

const load: Readonly<Record<Language, () => Promise<GlossaryCopy>>> = {
  en: async () => (await import('./en/glossary.ts')).glossary,
  es: async () => (await import('./es/glossary.ts')).glossary,
};

const fetched = new Map<Language, Promise<GlossaryCopy>>();

/** The glossary in a language: the same promise each time, until one fails. */
export function glossaryOf(language: Language): Promise<GlossaryCopy> {
  const known = fetched.get(language);
  if (known !== undefined) return known;
  const words = load[language]();
  fetched.set(language, words);
  words.catch(() => fetched.delete(language));
  return words;
}
