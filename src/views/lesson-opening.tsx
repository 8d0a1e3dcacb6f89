import { say, spoken } from '../copy/say.ts';
import { useView } from './use-playground.ts';

/** What the page's HTML says of the first scene, in English. */
const written = document.querySelector('.lesson-first')?.innerHTML ?? '';

/** The room of a lesson that is still to come; what the page's HTML says of the first scene stays where it is. */
export function LessonOpening() {
  const first = useView(({ lesson }) => lesson === 'update.1') && spoken() === 'en';
  return (
    <aside
      className={first ? 'lesson lesson-first' : 'lesson'}
      aria-label={say('Lesson')}
      dangerouslySetInnerHTML={{ __html: first ? written : '' }}
    />
  );
}
