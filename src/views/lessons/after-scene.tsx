import type { SceneCopy } from '../../lessons/copy/copy.ts';
import type { Language } from '../../copy/language.ts';
import type { LessonScene, Seen } from '../../lessons/lesson.ts';
import { RichText } from './rich-text.tsx';

export interface GoalProps {
  /** The scene's place, as `kl.2`. */
  readonly at: string;
  readonly scene: LessonScene;
  readonly copy: SceneCopy;
  readonly seen: Seen;
  readonly language: Language;
  readonly done: boolean;
  readonly onDone: () => void;
}

/** The sentence that closes a scene, with numbers of the columns as they stand. */
export function AfterScene({ scene, copy, seen, language }: Pick<GoalProps, 'scene' | 'copy' | 'seen' | 'language'>) {
  if (copy.after === '') return null;
  return (
    <p className="lesson-after">
      <RichText text={copy.after} language={language} values={scene.values?.(seen.columns)} />
    </p>
  );
}
