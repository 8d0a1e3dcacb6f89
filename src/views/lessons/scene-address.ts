import type { Language } from '../../copy/language.ts';

/** The address of a scene in the playground. @param scene from 0 on */
export function sceneAddress(lesson: string, scene: number, language: Language): string {
  return `./index.html#lesson=${lesson}.${scene + 1}${language === 'en' ? '' : `&lang=${language}`}`;
}
