import { use } from 'react';
import { chosenLanguage, isLanguage, type Language } from '../../lessons/copy/language.ts';
import { lessonWordsOf, type LessonWords } from '../../lessons/copy/registry.ts';
import { useView } from '../use-playground.ts';

/** The language of the lessons: the link's or what was chosen, else the browser's. */
export function useLanguage(): Language {
  const lang = useView((view) => view.lang);
  return lang !== null && isLanguage(lang) ? lang : chosenLanguage(navigator.languages);
}

/** The words of the language; suspends until they are there. */
export function useLessonWords(language: Language): LessonWords {
  return use(lessonWordsOf(language));
}
