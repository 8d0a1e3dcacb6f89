import type { Language } from '../../copy/language.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessons, linkOf } from '../../lessons/registry.ts';
import { usePlayground } from '../use-playground.ts';
import { sentence } from './rich-text.tsx';
import { openFragment } from './open-fragment.ts';
import { useLessonProgress } from './use-lesson-progress.ts';
import { useLessonWords } from './use-lesson-words.ts';

/** What came of a lesson: its question before and after, what can be said now, and the next one. */
export function SummaryView(props: {
  readonly lesson: Lesson;
  readonly language: Language;
  readonly onBack: () => void;
}) {
  const { lesson, language, onBack } = props;
  const playground = usePlayground();
  const { frame, lessons: words } = useLessonWords(language);
  const { answers } = useLessonProgress();
  const copy = words[lesson.id]!;
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <>
      <p className="lesson-number">{copy.title}</p>
      <h2>{frame.summary}</h2>
      <p className="lesson-after">{sentence(frame.canSay, language, { can: copy.can })}</p>
      <ul className="lesson-answers">
        {lesson.scenes.map((scene, n) => {
          if (scene.goal.kind !== 'choose' && scene.goal.kind !== 'place') return null;
          const answer = answers[`${lesson.id}.${n + 1}`];
          return (
            <li key={n}>
              {copy.scenes[n]!.title}
              {scene.tests !== undefined && ` (${scene.tests === 'before' ? frame.before : frame.afterwards})`}:{' '}
              {answer === undefined ? frame.unanswered : `${answer.said} ${answer.right ? '✓' : '✗'}`}
            </li>
          );
        })}
      </ul>
      <p className="quiet">{frame.summaryText}</p>
      <div className="lesson-ways">
        <button type="button" onClick={onBack}>
          {frame.back}
        </button>
        {next !== undefined && (
          <button type="button" className="primary" onClick={() => openFragment(playground, linkOf(next, 0))}>
            {words[next.id]!.title}
          </button>
        )}
      </div>
    </>
  );
}
