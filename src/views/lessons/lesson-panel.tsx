import { Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Language } from '../../copy/language.ts';
import { linkOf, lessons, sceneAt } from '../../lessons/registry.ts';
import { finishScene } from '../../playground/lesson-progress.ts';
import { LanguagePicker } from '../language-picker.tsx';
import { LessonOpening } from '../lesson-opening.tsx';
import { useConfig, usePlayground, useView } from '../use-playground.ts';
import { GoalView } from './goal-view.tsx';
import { tellNotes } from './lecture-notes.ts';
import { RichText, sentence } from './rich-text.tsx';
import { SummaryView } from './summary-view.tsx';
import { openFragment } from './open-fragment.ts';
import { useLessonProgress } from './use-lesson-progress.ts';
import { useLanguage } from '../use-language.ts';
import { useLessonWords } from './use-lesson-words.ts';
import { useSceneState } from './use-scene-state.ts';
import { useSeen } from './use-watched.ts';
import './lesson.css';

/** A lesson beside the playground: what to look at, what to do, and what was foreseen. */
export function LessonPanel() {
  const language = useLanguage();
  return (
    <Suspense fallback={<LessonOpening />}>
      <aside className="lesson" aria-labelledby="lesson-name">
        <Words language={language} />
      </aside>
    </Suspense>
  );
}

function Words({ language }: { readonly language: Language }) {
  const playground = usePlayground();
  const { frame } = useLessonWords(language);
  const text = useView((view) => view.lesson) ?? '';
  const lecture = useConfig((config) => config.view === 'lecture');
  const found = sceneAt(text);
  return (
    <>
      <div className="lesson-bar">
        <LanguagePicker told={(lang) => playground.look({ lang })} />
        {lecture && (
          <a href={`./lessons.html#notes=${text}&lang=${language}`} target="_blank" rel="noreferrer">
            {frame.notes}
          </a>
        )}
        {!import.meta.env.PLAYGROUND_SINGLE && (
          <a href={`./lessons.html${language === 'en' ? '' : `#lang=${language}`}`}>{frame.gallery}</a>
        )}
        <button type="button" title={frame.leaveHelp} onClick={() => playground.look({ lesson: null })}>
          {frame.leave} ✕
        </button>
      </div>
      {found === null ? (
        <p role="alert">{sentence(frame.unknown, language, { seen: `“${text}”`, wanted: 'update.1' })}</p>
      ) : (
        <Scene key={text} at={text} language={language} />
      )}
    </>
  );
}

function Scene({ at, language }: { readonly at: string; readonly language: Language }) {
  const playground = usePlayground();
  const { frame, lessons: words } = useLessonWords(language);
  const { place, lesson, scene } = sceneAt(at)!;
  const copy = words[lesson.id]!;
  const said = copy.scenes[place.scene]!;
  const number = lessons.indexOf(lesson) + 1;
  const seen = useSeen();
  const { done } = useLessonProgress();
  const [reached, setReached] = useSceneState(at, 'reached', false);
  const [ended, setEnded] = useSceneState(at, 'ended', false);
  const heading = useRef<HTMLHeadingElement>(null);
  const lecture = useConfig((config) => config.view === 'lecture');
  const [first] = useState(() => document.activeElement === document.body);
  // whoever walks by keys or by ear begins with the scene's title; an address that was just opened moves no focus
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
  }, [first]);
  const finish = (): void => {
    setReached(true);
    finishScene(at);
  };
  const go = (to: number): void => {
    const next = lesson.scenes[to];
    if (next === undefined) return setEnded(true);
    const named = `${lesson.id}.${to + 1}`;
    // where a scene goes on with the run, it stays
    if (next.link === null && to === place.scene + 1) playground.look({ lesson: named });
    else openFragment(playground, linkOf(lesson, to));
  };
  // a presenter's clicker: what is asked is shown, then the next scene comes
  const panel = useRef<HTMLDivElement>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    event.preventDefault();
    const main = panel.current?.querySelector<HTMLButtonElement>('button.primary:enabled');
    if (event.key === 'PageUp') go(Math.max(0, place.scene - 1));
    else if (main === null || main === undefined) go(place.scene + 1);
    else main.click();
  });
  useEffect(() => {
    if (!lecture) return;
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [lecture]);
  useEffect(() => tellNotes(at), [at]);
  const complete = reached || scene.goal.kind === 'look';
  const last = place.scene + 1 === lesson.scenes.length;
  useEffect(() => {
    if (scene.goal.kind === 'look') finishScene(at);
  }, [scene, at]);
  if (ended) return <SummaryView lesson={lesson} language={language} onBack={() => setEnded(false)} />;
  return (
    <div
      ref={panel}
      className="lesson-scene"
      data-shows={scene.shows.join(' ')}
      data-hides={scene.goal.kind === 'place' && !reached}
    >
      <p id="lesson-name" className="lesson-number">
        {sentence(frame.lesson, language, { n: number })} · {copy.title}
      </p>
      <nav className="lesson-scenes" aria-label={frame.scenes}>
        {lesson.scenes.map((_, n) => (
          <button
            key={n}
            type="button"
            aria-current={n === place.scene ? 'step' : undefined}
            data-done={done.includes(`${lesson.id}.${n + 1}`)}
            title={copy.scenes[n]!.title}
            onClick={() => go(n)}
          >
            {n + 1}
          </button>
        ))}
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <p className="lesson-text">
        <RichText text={said.text} language={language} values={scene.values?.(seen.columns)} />
      </p>
      <GoalView at={at} scene={scene} copy={said} seen={seen} language={language} done={reached} onDone={finish} />
      <div className="lesson-ways">
        <button type="button" disabled={place.scene === 0} onClick={() => go(place.scene - 1)}>
          {frame.back}
        </button>
        <button type="button" className={complete ? 'primary' : ''} onClick={() => go(place.scene + 1)}>
          {complete ? (last ? frame.finish : frame.next) : frame.skip}
        </button>
      </div>
    </div>
  );
}
