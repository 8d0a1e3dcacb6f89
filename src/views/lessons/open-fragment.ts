import type { Playground } from '../../playground/playground.ts';

/** Opens a link of a lesson, laid out as the page is: a lecture stays one. */
export function openFragment(playground: Playground, link: string): void {
  const { view } = playground.config.getState();
  playground.openLink(view === 'explore' ? link : link.replace(/&end$/, `&view=${view}&end`), false);
}
