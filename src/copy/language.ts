/** Languages of all pages, each by its own name. */
export const languages = { en: 'English', es: 'Español' } as const;

/** `qps` is no language: whole English sentences with other letters, twice as long and from right to left, for those who test a page. */
export type Language = keyof typeof languages | 'qps';

export const isLanguage = (text: string): text is Language => text === 'qps' || Object.hasOwn(languages, text);

/** How numbers are written: everywhere with a decimal point, as links and fields have it. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en', es: 'es-419', qps: 'en' };

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'qps' ? 'rtl' : 'ltr');

/** The first of the reader's languages that there is; English otherwise. @param wished as browsers write them, `es-AR` */
export function chosenLanguage(wished: readonly string[]): Language {
  for (const one of wished) {
    const [language = ''] = one.toLowerCase().split('-');
    if (isLanguage(language)) return language;
  }
  return 'en';
}
