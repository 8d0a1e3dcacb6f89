import { OPENING_SCENE } from '../config/scenes.ts';
import type { Playground } from './playground.ts';

/** Milliseconds between an edit and the address: browsers refuse an address that changes too often. */
const SETTLE = 300;

/**
 * Ties the playground to the page's address: it opens what the fragment says, follows edits with `replaceState`, and opens a
 * fragment that the reader types or goes back to. There is no third path.
 */
export function followLocation(playground: Playground): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let written = location.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    clearTimeout(timer);
    written = location.hash;
    // an address that names nothing opens what is prepared
    playground.openLink(/^#?$/.test(location.hash) ? OPENING_SCENE.link : location.hash, !still.matches);
    clearTimeout(timer);
  };
  const write = (): void => {
    // another one came meanwhile, and is about to be opened
    if (location.hash !== written) return;
    const fragment = `#${playground.link()}`;
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
