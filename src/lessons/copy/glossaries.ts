import type { GlossaryCopy } from '../glossary.ts';
import { ofLanguage } from '../../copy/of-language.ts';

/** The glossary in a language. */
export const glossaryOf = ofLanguage<GlossaryCopy>({
  en: async () => (await import('./en/glossary.ts')).glossary,
  es: async () => (await import('./es/glossary.ts')).glossary,
  qps: async () => (await import('../../copy/pseudo.ts')).pseudoCopy((await import('./en/glossary.ts')).glossary),
});
