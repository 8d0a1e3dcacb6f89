import { createStore } from 'zustand/vanilla';

/** What came of a prediction. */
export interface Answer {
  /** As it was called on the page. */
  readonly said: string;
  readonly right: boolean;
}

/** What this browser knows of a reader's lessons, by scenes as `kl.2`. */
export interface LessonProgress {
  readonly done: readonly string[];
  /** The first answer of each scene that asks. */
  readonly answers: Readonly<Record<string, Answer>>;
}

const KEY = 'trust-region-lessons';
/** More than there are scenes: what else is kept under the key is not ours. */
const MOST = 200;
const PLACE = /^[a-z]{1,20}\.[1-9]\d?$/;

const none: LessonProgress = { done: [], answers: {} };

/** Kept in this browser only, where it keeps anything; other tabs follow. */
export const lessonProgress = createStore<LessonProgress>(() => read());

lessonProgress.subscribe((progress) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // a browser that keeps nothing forgets this too
  }
});

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) lessonProgress.setState(read(), true);
  });
}

/** A scene was finished. */
export function finishScene(place: string): void {
  const { done } = lessonProgress.getState();
  if (!done.includes(place)) lessonProgress.setState({ done: [...done, place] });
}

/** A prediction was compared with what came; the first one counts. */
export function keepAnswer(place: string, answer: Answer): void {
  const { answers } = lessonProgress.getState();
  if (!Object.hasOwn(answers, place)) lessonProgress.setState({ answers: { ...answers, [place]: answer } });
}

export function forgetLessons(): void {
  lessonProgress.setState(none, true);
}

function read(): LessonProgress {
  try {
    return readProgress(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return none;
  }
}

/** What of a value is progress. */
export function readProgress(value: unknown): LessonProgress {
  if (typeof value !== 'object' || value === null) return none;
  const done = 'done' in value && Array.isArray(value.done) ? value.done : [];
  const answers =
    'answers' in value && typeof value.answers === 'object' && value.answers !== null ? value.answers : {};
  return {
    done: done.filter((place): place is string => typeof place === 'string' && PLACE.test(place)).slice(0, MOST),
    answers: Object.fromEntries(
      Object.entries(answers)
        .slice(0, MOST)
        .flatMap(([place, answer]: [string, unknown]) =>
          PLACE.test(place) &&
          typeof answer === 'object' &&
          answer !== null &&
          'said' in answer &&
          'right' in answer &&
          typeof answer.said === 'string' &&
          typeof answer.right === 'boolean'
            ? [[place, { said: answer.said.slice(0, 200), right: answer.right }]]
            : [],
        ),
    ),
  };
}
