import { Suspense, useEffect, useState } from 'react';
import { useLanguage } from '../use-language.ts';
import { say, sayCount } from '../../copy/say.ts';
import { PageSummary } from '../page-summary.tsx';
import { useLessonProgress } from './use-lesson-progress.ts';
import { PageFrame } from '../page-frame.tsx';
import { ExplainedPart } from './explained-part.tsx';
import { GalleryPart } from './gallery-part.tsx';
import { GlossaryPart } from './glossary-part.tsx';
import { NotesPart } from './notes-part.tsx';
import { TeachingPart } from './teaching-part.tsx';
import { useLessonWords } from './use-lesson-words.ts';
import './lessons-page.css';

const SECTIONS = ['lessons', 'explain', 'teach', 'glossary'] as const;
type Section = (typeof SECTIONS)[number];

/** Lessons with all their scenes, what the reader has foreseen, what teachers want, and the glossary. */
export function LessonsPage() {
  const { done } = useLessonProgress();
  return (
    <PageFrame here="lessons">
      <PageSummary
        here={say(
          'Here: the lessons with all their scenes, what you can now explain, a guide for teachers, and the glossary.',
        )}
        turn={say('You can turn: which of these four parts is shown, and the language.')}
        now={sayCount(done.length, 'Now: {count} scene is done.', 'Now: {count} scenes are done.')}
        hint={say('Hint: a scene opens in the playground, where its words come before the page.')}
      />
      <div className="lessons-page">
        <Suspense fallback={<p className="opening">…</p>}>
          <Parts />
        </Suspense>
      </div>
    </PageFrame>
  );
}

/** The scene whose notes an address names; null for none. */
const notesOf = (hash: string): string | null => /^#notes=([a-z.0-9]{1,30})/.exec(hash)?.[1] ?? null;

const sectionOf = (hash: string): Section => SECTIONS.find((section) => hash.slice(1).startsWith(section)) ?? 'lessons';

function Parts() {
  const language = useLanguage();
  const { page } = useLessonWords(language);
  const [notes, setNotes] = useState(() => notesOf(location.hash));
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setNotes(notesOf(location.hash));
      setSection(sectionOf(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  // a word that is named is looked at, once its part is there
  useEffect(() => {
    document.getElementById(location.hash.slice(1).replace(/&.*$/, ''))?.scrollIntoView();
  }, [section]);
  return (
    <>
      <div className="lessons-head">
        <h2>{page.title}</h2>
      </div>
      <nav className="lessons-sections" aria-label={page.title}>
        {SECTIONS.map((one) => (
          <a
            key={one}
            href={`#${one}&lang=${language}`}
            aria-current={notes === null && one === section ? 'page' : undefined}
          >
            {page.sections[one]}
          </a>
        ))}
      </nav>
      {notes !== null && <NotesPart key={notes} first={notes} language={language} />}
      {notes === null && section === 'lessons' && <GalleryPart language={language} />}
      {section === 'explain' && <ExplainedPart language={language} />}
      {section === 'teach' && <TeachingPart language={language} />}
      {section === 'glossary' && <GlossaryPart language={language} />}
    </>
  );
}
