import { useEffect, useState } from 'react';
import type { Language } from '../../copy/language.ts';
import { sceneAt } from '../../lessons/registry.ts';
import { followLecture } from './lecture-notes.ts';
import { RichText, sentence } from './rich-text.tsx';
import { useLessonWords } from './use-lesson-words.ts';

/** What a lecturer has on another screen: the scene that is on the projector, what it teaches, and what comes next. */
export function NotesPart({ first, language }: { readonly first: string; readonly language: Language }) {
  const { frame, page, lessons: words } = useLessonWords(language);
  const [at, setAt] = useState(first);
  useEffect(() => followLecture(setAt), []);
  const found = sceneAt(at);
  if (found === null)
    return <p role="alert">{sentence(frame.unknown, language, { seen: `“${at}”`, wanted: 'update.1' })}</p>;
  const { place, lesson } = found;
  const copy = words[lesson.id]!;
  const scene = copy.scenes[place.scene]!;
  const next = copy.scenes[place.scene + 1];
  return (
    <div className="notes">
      <p className="lesson-number">
        {frame.notesTitle} · {copy.title}
      </p>
      <h3>{sentence(page.sceneOf, language, { n: place.scene + 1, title: scene.title })}</h3>
      <p>
        <b>{scene.ask}</b>
      </p>
      <p>
        <RichText text={scene.after} language={language} values={unknown(scene.after)} />
      </p>
      <dl>
        <dt>{page.teaches}</dt>
        <dd>{copy.teaches}</dd>
        <dt>{page.mistakes}</dt>
        <dd>{copy.mistakes}</dd>
      </dl>
      {next !== undefined && <p className="quiet">{sentence(frame.nextScene, language, { title: next.title })}</p>}
    </div>
  );
}

/** Of numbers that only the projector knows. */
const unknown = (text: string): Record<string, number> =>
  Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, NaN]));
