/** The words of a scene. `{name}` stands for a number of the scene; `<price>…</price>` and the like are words that the glossary has. */
export interface SceneCopy {
  readonly title: string;
  /** At most 90 words with what is asked. */
  readonly text: string;
  /** What is to be done, or what is asked. */
  readonly ask: string;
  /** How the options of a question are called, by their names; columns are called as the page calls them. */
  readonly options?: Readonly<Record<string, string>>;
  /** What is said when it was done, or when the answer has come. */
  readonly after: string;
}

interface LessonCopy {
  readonly title: string;
  /** What a reader can say at its end, after "I can". */
  readonly can: string;
  readonly scenes: readonly SceneCopy[];
  /** For teachers: what it teaches, and what students get wrong. */
  readonly teaches: string;
  readonly mistakes: string;
  /** A question for an exam, and its answer. */
  readonly exam: { readonly question: string; readonly answer: string };
}

/** All words of lessons in a language, by the lesson's name. */
export type LessonsCopy = Readonly<Record<string, LessonCopy>>;
