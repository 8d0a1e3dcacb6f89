import type { Language } from './language.ts';

/** Fetches what a language says once: the same promise each time, until one fails, which is asked for again. */
export function ofLanguage<Copy>(
  load: Readonly<Record<Language, () => Promise<Copy>>>,
): (language: Language) => Promise<Copy> {
  const fetched = new Map<Language, Promise<Copy>>();
  return (language) => {
    const known = fetched.get(language);
    if (known !== undefined) return known;
    const copy = load[language]();
    fetched.set(language, copy);
    copy.catch(() => fetched.delete(language));
    return copy;
  };
}
