import { isPhysicsKind } from '../environments/registry.ts';
import { OPENING_SCENE } from '../config/scenes.ts';
import { keepVisit, lastVisit } from './last-visit.ts';
import { loadPart } from '../worker/part.ts';
import type { Playground } from './playground.ts';

/** What a first visit opens: the first lesson, on what is prepared. */
const FIRST_LESSON = OPENING_SCENE.link.replace(/&end$/, '&lesson=update.1&end');

/** Milliseconds between an edit and the address: browsers refuse an address that changes too often. */
const SETTLE = 300;

/**
 * Opens a scene of a lesson that an address names alone; what is named wrongly is told with what is prepared.
 * @param overtaken whether another address was opened meanwhile
 */
async function openLesson(
  playground: Playground,
  [, place, language = '']: RegExpExecArray,
  overtaken: () => boolean,
): Promise<void> {
  playground.openLink(OPENING_SCENE.link, false);
  const known = await loadPart(() => import('../lessons/registry.ts')).catch(() => null);
  if (overtaken()) return;
  // what is no scene, or could not be fetched, is told where the lesson would stand
  const link = known?.linkOfPlace(place!) ?? OPENING_SCENE.link.replace(/&end$/, `&lesson=${place}&end`);
  playground.openLink(link.replace(/&end$/, `${language}&end`), false);
}

/**
 * Ties the playground to the page's address: it opens what the fragment says, follows edits with `replaceState`, and opens a
 * fragment that the reader types or goes back to. There is no third path.
 */
export function followLocation(playground: Playground): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let written = location.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened = 0;
  const open = (): void => {
    clearTimeout(timer);
    const own = (opened += 1);
    written = location.hash;
    const place = /^#?lesson=([a-z]+\.\d+)(&lang=[a-z]{2,3})?$/.exec(location.hash);
    if (place !== null) return void openLesson(playground, place, () => own !== opened);
    const named = !/^#?$/.test(location.hash);
    // where this browser was left, it stands still; what is prepared plays
    const last = named ? '' : lastVisit();
    const link = named ? location.hash : last === null ? FIRST_LESSON : last === '' ? OPENING_SCENE.link : last;
    // one at which the page stops is not opened again
    if (!named) keepVisit('');
    playground.openLink(link, !still.matches && (last === null || last === ''));
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLE);
  };
  const keep = (): string => {
    const link = playground.link();
    const { view, world } = playground.config.getState();
    // minutes of learning are not begun by a bare address
    if (view !== 'embed') keepVisit(isPhysicsKind(world.kind) ? link.replace(/&k=\d+/, '') : link);
    return link;
  };
  const write = (): void => {
    // another one came meanwhile, and is about to be opened
    if (location.hash !== written) return;
    const fragment = `#${keep()}`;
    if (fragment === written) return;
    history.replaceState(null, '', fragment);
    // as the browser spells it
    written = location.hash;
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE);
  };
  playground.config.subscribe(later);
  playground.view.subscribe(later);
  playground.condition.subscribe(later);
  playground.said.subscribe(later);
  addEventListener('hashchange', () => {
    if (location.hash !== written) open();
  });
  open();
}
