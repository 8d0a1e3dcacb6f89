import { use } from 'react';
import type { Language } from '../../copy/language.ts';
import { lessonWordsOf, type LessonWords } from '../../lessons/copy/registry.ts';

/** The words of the language; suspends until they are there. */
export function useLessonWords(language: Language): LessonWords {
  return use(lessonWordsOf(language));
}
