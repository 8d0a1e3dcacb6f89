import { use } from 'react';
import { chosenLanguage, isLanguage, type Language } from '../../lessons/copy/language.ts';
import { lessonWords, type LessonWords } from '../../lessons/copy/registry.ts';
import { useView } from '../use-playground.ts';

const fetched = new Map<Language, Promise<LessonWords>>();

function wordsOf(language: Language): Promise<LessonWords> {
  const known = fetched.get(language);
  if (known !== undefined) return known;
  const words = lessonWords[language]();
  fetched.set(language, words);
  // what could not be fetched is asked for again
  words.catch(() => fetched.delete(language));
  return words;
}

/** The language of the lessons: the link's or what was chosen, else the browser's. */
export function useLanguage(): Language {
  const lang = useView((view) => view.lang);
  return lang !== null && isLanguage(lang) ? lang : chosenLanguage(navigator.languages);
}

/** The words of the language; suspends until they are there. */
export function useLessonWords(language: Language): LessonWords {
  return use(wordsOf(language));
}
