import { useSyncExternalStore } from 'react';
import { lessonProgress, type LessonProgress } from '../../playground/lesson-progress.ts';

/** What this browser knows of the reader's lessons. */
export function useLessonProgress(): LessonProgress {
  return useSyncExternalStore(lessonProgress.subscribe, lessonProgress.getState);
}
