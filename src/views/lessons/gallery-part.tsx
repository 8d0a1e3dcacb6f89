import { Suspense } from 'react';
import { say } from '../../copy/say.ts';
import type { Language } from '../../copy/language.ts';
import { lessons } from '../../lessons/registry.ts';
import { lazyPart, Part } from '../part.tsx';
import { sentence } from './rich-text.tsx';
import { sceneAddress } from './scene-address.ts';
import { useLessonProgress } from './use-lesson-progress.ts';
import { useLessonWords } from './use-lesson-words.ts';

const MomentPicture = lazyPart(() => import('./moment-picture.tsx'), 'MomentPicture');

/** All lessons, each with what its first scene looks like after some updates. */
export function GalleryPart({ language }: { readonly language: Language }) {
  const { page, frame, lessons: words } = useLessonWords(language);
  const { done } = useLessonProgress();
  return (
    <>
      <p className="lead">{page.lead}</p>
      <ol className="lesson-cards">
        {lessons.map(({ id, scenes }, n) => {
          const copy = words[id]!;
          const finished = scenes.filter((_, scene) => done.includes(`${id}.${scene + 1}`)).length;
          return (
            <li key={id} className="lesson-card">
              <div className="lesson-card-picture">
                <Part name={say('The picture')}>
                  <Suspense>
                    {picturedColumns(scenes[0]!.link!).map((column, _, all) => (
                      <MomentPicture
                        key={column}
                        moment={`lesson.${id}`}
                        link={scenes[0]!.link!}
                        column={column}
                        shows="policy"
                        width={all.length > 1 ? 84 : 256}
                        height={100}
                      />
                    ))}
                  </Suspense>
                </Part>
              </div>
              <p className="lesson-number">
                {sentence(frame.lesson, language, { n: n + 1 })}
                {n === lessons.length - 1 && ` · ${page.curious}`}
              </p>
              <h3>
                <a href={sceneAddress(id, 0, language)}>{copy.title}</a>
              </h3>
              <p>{sentence(frame.canSay, language, { can: copy.can })}</p>
              <ol className="lesson-card-scenes">
                {scenes.map((_, scene) => (
                  <li key={scene}>
                    <a
                      href={sceneAddress(id, scene, language)}
                      data-done={done.includes(`${id}.${scene + 1}`)}
                      title={copy.scenes[scene]!.title}
                      aria-label={sentence(page.sceneOf, language, { n: scene + 1, title: copy.scenes[scene]!.title })}
                    >
                      {scene + 1}
                    </a>
                  </li>
                ))}
                <li className="quiet">
                  {finished}/{scenes.length}
                </li>
              </ol>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Columns that are drawn of a link: up to three updates of the one state, or one map, of the second column where there is one. */
function picturedColumns(link: string): number[] {
  const count = link.match(/&run=/g)?.length ?? 3;
  if (!link.includes('world=one-state')) return [Math.min(1, count - 1)];
  return Array.from({ length: Math.min(3, count) }, (_, column) => column);
}
