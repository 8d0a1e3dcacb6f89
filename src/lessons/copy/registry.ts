import type { LessonsCopy } from './copy.ts';
import type { FrameCopy } from './frame.ts';
import type { Language } from './language.ts';
import type { PageCopy } from './page.ts';

/** Everything that lessons say in a language. */
export interface LessonWords {
  readonly frame: FrameCopy;
  readonly page: PageCopy;
  readonly lessons: LessonsCopy;
}

/** Fetches the words of a language. */
export const lessonWords: Readonly<Record<Language, () => Promise<LessonWords>>> = {
  en: async () => (await import('./en/words.ts')).words,
  es: async () => (await import('./es/words.ts')).words,
};
