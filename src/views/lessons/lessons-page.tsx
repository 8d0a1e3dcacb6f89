import { Suspense, useEffect, useState } from 'react';
import { chosenLanguage, isLanguage, languages, type Language } from '../../lessons/copy/language.ts';
import { LanguageContext } from '../explain/language-context.ts';
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
  const [language, setLanguage] = useState(() => languageOf(location.hash));
  return (
    <PageFrame here="lessons">
      <LanguageContext value={language}>
        <div className="lessons-page" lang={language}>
          <Suspense fallback={<p className="opening">…</p>}>
            <Parts language={language} onLanguage={setLanguage} />
          </Suspense>
        </div>
      </LanguageContext>
    </PageFrame>
  );
}

/** The language that an address names, else the browser's. */
function languageOf(hash: string): Language {
  const named = /lang=([a-z]{2})/.exec(hash)?.[1] ?? '';
  return isLanguage(named) ? named : chosenLanguage(navigator.languages);
}

/** The scene whose notes an address names; null for none. */
const notesOf = (hash: string): string | null => /^#notes=([a-z.0-9]{1,30})/.exec(hash)?.[1] ?? null;

const sectionOf = (hash: string): Section => SECTIONS.find((section) => hash.slice(1).startsWith(section)) ?? 'lessons';

function Parts(props: { readonly language: Language; readonly onLanguage: (language: Language) => void }) {
  const { language, onLanguage } = props;
  const { page } = useLessonWords(language);
  const [notes, setNotes] = useState(() => notesOf(location.hash));
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setNotes(notesOf(location.hash));
      setSection(sectionOf(location.hash));
      onLanguage(languageOf(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [onLanguage]);
  // a word that is named is looked at, once its part is there
  useEffect(() => {
    document.getElementById(location.hash.slice(1).replace(/&.*$/, ''))?.scrollIntoView();
  }, [section]);
  return (
    <>
      <div className="lessons-head">
        <h2>{page.title}</h2>
        <label>
          <span className="visually-hidden">{page.language}</span>
          <select
            value={language}
            onChange={({ target }) => {
              if (!isLanguage(target.value)) return;
              history.replaceState(null, '', `#${section}&lang=${target.value}`);
              onLanguage(target.value);
            }}
          >
            {Object.entries(languages).map(([key, name]) => (
              <option key={key} value={key} lang={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
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
