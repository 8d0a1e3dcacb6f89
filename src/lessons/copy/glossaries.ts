import type { GlossaryCopy } from '../glossary.ts';
import { ofLanguage } from './of-language.ts';

/** The glossary in a language. */
export const glossaryOf = ofLanguage<GlossaryCopy>({
  en: async () => (await import('./en/glossary.ts')).glossary,
  es: async () => (await import('./es/glossary.ts')).glossary,
});
