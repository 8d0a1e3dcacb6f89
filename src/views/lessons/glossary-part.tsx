import { Suspense, use } from 'react';
import { say } from '../../copy/say.ts';
import { glossaryOf } from '../../lessons/copy/glossaries.ts';
import type { Language } from '../../copy/language.ts';
import { glossary, moments, type GlossaryPicture, type Word } from '../../lessons/glossary.ts';
import { lazyPart, Part } from '../part.tsx';
import { useLessonWords } from './use-lesson-words.ts';

const MomentPicture = lazyPart(() => import('./moment-picture.tsx'), 'MomentPicture');

/** Every word of the pages, each with a picture by the playground's painters. */
export function GlossaryPart({ language }: { readonly language: Language }) {
  const { page } = useLessonWords(language);
  const copy = use(glossaryOf(language));
  return (
    <>
      <p className="lead">{page.glossaryLead}</p>
      <dl className="glossary">
        {(Object.entries(glossary) as [Word, GlossaryPicture][]).map(([word, picture]) => (
          <div key={word} id={`glossary-${word}`} className="glossary-entry">
            <dt>{copy[word].name}</dt>
            <dd>{copy[word].text}</dd>
            <dd className="glossary-picture">
              <Part name={say('The picture')}>
                <Suspense>
                  <MomentPicture
                    moment={picture.moment}
                    link={moments[picture.moment]}
                    column={picture.column}
                    shows={'map' in picture ? picture.map : { state: picture.flow }}
                    width={210}
                    height={104}
                  />
                </Suspense>
              </Part>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
