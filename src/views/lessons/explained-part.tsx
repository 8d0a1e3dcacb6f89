import type { Language } from '../../copy/language.ts';
import { lessons } from '../../lessons/registry.ts';
import { forgetLessons } from '../../playground/lesson-progress.ts';
import { sentence } from './rich-text.tsx';
import { useLessonProgress } from './use-lesson-progress.ts';
import { useLessonWords } from './use-lesson-words.ts';

/** What the reader can now explain, with what was foreseen before and after: a page to print. */
export function ExplainedPart({ language }: { readonly language: Language }) {
  const { page, frame, lessons: words } = useLessonWords(language);
  const { done, answers } = useLessonProgress();
  const begun = lessons.filter(({ id }) => done.some((place) => place.startsWith(`${id}.`)));
  return (
    <>
      <p className="lead">{page.explainLead}</p>
      {begun.length === 0 && <p>{page.notYet}</p>}
      {begun.map(({ id, scenes }) => (
        <section key={id} className="explained">
          <h3>{words[id]!.title}</h3>
          <p>
            {scenes.every((_, n) => done.includes(`${id}.${n + 1}`)) ? '☑' : '☐'}{' '}
            {sentence(frame.canSay, language, { can: words[id]!.can })}
          </p>
          <ul>
            {scenes.map(({ tests }, n) => {
              const answer = answers[`${id}.${n + 1}`];
              if (tests === undefined) return null;
              return (
                <li key={n}>
                  {tests === 'before' ? frame.before : frame.afterwards}: {words[id]!.scenes[n]!.ask}{' '}
                  <b>{answer === undefined ? frame.unanswered : `${answer.said} ${answer.right ? '✓' : '✗'}`}</b>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {begun.length > 0 && (
        <p className="no-print">
          <button type="button" onClick={() => print()}>
            {page.print}
          </button>{' '}
          <button type="button" onClick={forgetLessons}>
            {page.forget}
          </button>
        </p>
      )}
    </>
  );
}
