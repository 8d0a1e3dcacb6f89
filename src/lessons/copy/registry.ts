import type { LessonsCopy } from './copy.ts';
import type { FrameCopy } from './frame.ts';
import { ofLanguage } from '../../copy/of-language.ts';
import type { PageCopy } from './page.ts';

/** Everything that lessons say in a language. */
export interface LessonWords {
  readonly frame: FrameCopy;
  readonly page: PageCopy;
  readonly lessons: LessonsCopy;
}

/** The words of lessons in a language. */
export const lessonWordsOf = ofLanguage<LessonWords>({
  en: async () => (await import('./en/words.ts')).words,
  es: async () => (await import('./es/words.ts')).words,
  qps: async () => (await import('../../copy/pseudo.ts')).pseudoCopy((await import('./en/words.ts')).words),
});
