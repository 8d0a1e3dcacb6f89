/** Languages of the lessons, each by its own name. */
export const languages = { en: 'English', es: 'Español' } as const;

export type Language = keyof typeof languages;

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** The first of the reader's languages that there is; English otherwise. @param wished as browsers write them, `es-AR` */
export function chosenLanguage(wished: readonly string[]): Language {
  for (const one of wished) {
    const [language = ''] = one.toLowerCase().split('-');
    if (isLanguage(language)) return language;
  }
  return 'en';
}
