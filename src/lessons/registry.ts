import { readPlace, type Lesson, type LessonScene, type Place } from './lesson.ts';
import { body } from './scenes/body.ts';
import { cost } from './scenes/cost.ts';
import { decay } from './scenes/decay.ts';
import { dial } from './scenes/dial.ts';
import { kl } from './scenes/kl.ts';
import { own } from './scenes/own.ts';
import { price } from './scenes/price.ts';
import { samples } from './scenes/samples.ts';
import { sinkhorn } from './scenes/sinkhorn.ts';
import { update } from './scenes/update.ts';
import { wasserstein } from './scenes/wasserstein.ts';

/** Ten lessons in their order, and an eleventh for the curious. */
export const lessons: readonly Lesson[] = [
  update,
  kl,
  wasserstein,
  sinkhorn,
  price,
  decay,
  cost,
  samples,
  body,
  own,
  dial,
];

/** A scene that is named, with its lesson; null where there is none. */
export function sceneAt(
  text: string,
): { readonly place: Place; readonly lesson: Lesson; readonly scene: LessonScene } | null {
  const place = readPlace(text);
  const lesson = lessons.find(({ id }) => id === place?.lesson);
  const scene = lesson?.scenes[place?.scene ?? -1];
  return place === null || lesson === undefined || scene === undefined ? null : { place, lesson, scene };
}

/** The fragment at which a scene begins: its own, or that of the scene whose run it goes on with. */
export function linkOf(lesson: Lesson, scene: number): string {
  for (let n = scene; n >= 0; n -= 1) {
    const { link } = lesson.scenes[n]!;
    if (link === null) continue;
    // where it goes on with a run, as far as the scenes before it have come
    const come = lesson.scenes.slice(n, scene).flatMap(({ goal }) => ('at' in goal ? [goal.at] : []));
    const moment = come.length === 0 ? '' : `&k=${come.at(-1)}`;
    return link.replace(/&end$/, `${moment}&lesson=${lesson.id}.${scene + 1}&end`);
  }
  throw new Error(`The lesson ${lesson.id} begins without a link.`);
}

/** The fragment of a scene that is named; null where there is none. */
export function linkOfPlace(text: string): string | null {
  const found = sceneAt(text);
  return found === null ? null : linkOf(found.lesson, found.place.scene);
}
