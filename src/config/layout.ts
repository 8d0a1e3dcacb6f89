import { problemOf, quote } from '../field.ts';
import type { Tell } from './link-text.ts';

/** How the page is laid out: to explore, large for a projector, or as a frame of another page. */
export type PageView = 'explore' | 'lecture' | 'embed';

/** What whoever sees a frame may turn. */
export const controls = ['play', 'timeline', 'step', 'price', 'own', 'method', 'heat', 'state', 'panel'] as const;
export type Control = (typeof controls)[number];

/** What a frame shows. */
export const framed = ['question', 'standing', 'maps', 'update', 'charts'] as const;
export type Framed = (typeof framed)[number];

/** What a frame has; it says nothing in the other views, which have everything. */
export interface FrameLayout {
  readonly controls: readonly Control[];
  readonly shows: readonly Framed[];
}

/** A frame as it comes: it plays, and shows the policies and one chart. */
export const defaultFrame: FrameLayout = { controls: ['play'], shows: ['maps', 'charts'] };

type Take = (key: string) => string | undefined;

/** Reads what a link says of a frame; it may say `none`. */
export function readFrame(view: PageView, take: Take, shows: string | undefined, tell: Tell): FrameLayout {
  const allowed = take('controls');
  if (view !== 'embed') {
    for (const [key, given] of [
      ['controls', allowed],
      ['show', shows],
    ] as const)
      if (given !== undefined)
        tell(
          problemOf('{key} = {given} has a meaning in view=embed only', 'it is ignored', { key, given: quote(given) }),
        );
    return defaultFrame;
  }
  return {
    controls: readWords('controls', allowed, controls, defaultFrame.controls, tell),
    shows: readWords('show', shows, framed, defaultFrame.shows, tell),
  };
}

function readWords<Word extends string>(
  key: string,
  given: string | undefined,
  words: readonly Word[],
  otherwise: readonly Word[],
  tell: Tell,
): readonly Word[] {
  if (given === undefined) return otherwise;
  if (given === 'none') return [];
  const asked = given.split(',', 20);
  const known = words.filter((word) => asked.includes(word));
  const strange = asked.find((word) => !(words as readonly string[]).includes(word));
  if (strange !== undefined)
    tell(
      problemOf('{key} has {seen}, which is not one of {expected}', 'it is left out', {
        key,
        seen: quote(strange),
        expected: words.join(', '),
      }),
    );
  return known.length > 0 ? known : otherwise;
}

/** What a link says of a frame, where that is not as it comes. */
export function frameParts({ controls: allowed, shows }: FrameLayout): {
  readonly controls: string | null;
  readonly shows: string | null;
} {
  const said = (words: readonly string[], usual: readonly string[]): string | null =>
    String(words) === String(usual) ? null : words.join(',') || 'none';
  return { controls: said(allowed, defaultFrame.controls), shows: said(shows, defaultFrame.shows) };
}

/** The two things that `show` says: what the maps show, and what a frame does. */
export function splitShow(given: string | undefined): {
  readonly heat: string | undefined;
  readonly shows: string | undefined;
} {
  if (given === undefined) return { heat: undefined, shows: undefined };
  const words = given.split(',', 20);
  const known: readonly string[] = [...framed, 'none'];
  // what is neither is told as a wrong map
  const shows = words.filter((word) => known.includes(word));
  const heat = words.filter((word) => !known.includes(word));
  return {
    heat: heat.length > 0 ? heat.join(',') : undefined,
    shows: shows.length > 0 ? shows.join(',') : undefined,
  };
}
