import type { Language } from '../../copy/language.ts';
import { lessons } from '../../lessons/registry.ts';
import { sentence } from './rich-text.tsx';
import { sceneAddress } from './scene-address.ts';
import { useLessonWords } from './use-lesson-words.ts';

/** What teachers want: plans for 5, 20 and 50 minutes, and for each lesson what it teaches, what goes wrong, and a question. */
export function TeachingPart({ language }: { readonly language: Language }) {
  const { page, frame, lessons: words } = useLessonWords(language);
  return (
    <>
      <p className="lead">{page.teachLead}</p>
      <div className="plans">
        {page.plans.map(({ minutes, title, steps }) => (
          <section key={minutes}>
            <h3>{sentence(page.plan, language, { minutes, title })}</h3>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {lessons.map(({ id, scenes }, n) => {
        const { title, teaches, mistakes, exam } = words[id]!;
        return (
          <section key={id} className="teaching">
            <h3>
              {sentence(frame.lesson, language, { n: n + 1 })} · {title}
            </h3>
            <dl>
              <dt>{page.teaches}</dt>
              <dd>{teaches}</dd>
              <dt>{page.mistakes}</dt>
              <dd>{mistakes}</dd>
              <dt>{page.exam}</dt>
              <dd>{exam.question}</dd>
              <dt>{page.answer}</dt>
              <dd>{exam.answer}</dd>
            </dl>
            <ul className="teaching-scenes">
              {scenes.map((_, scene) => (
                <li key={scene}>
                  <a href={sceneAddress(id, scene, language)}>
                    {sentence(page.sceneOf, language, { n: scene + 1, title: words[id]!.scenes[scene]!.title })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p className="no-print">
        <button type="button" onClick={() => print()}>
          {page.print}
        </button>
      </p>
    </>
  );
}
