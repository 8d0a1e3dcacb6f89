/** What engines and Vite say when a module that is imported late cannot be fetched; most name its address. */
const MISSING = /dynamically imported module|module script failed|Unable to preload/i;
const ADDRESS = /https?:\/\/\S+/;

/** Milliseconds before the tries after the first. */
const DELAYS = [300, 1500];

const SENTENCE =
  'A part of the page could not be fetched: the network is gone, or the host has a newer version than this page. Try again, or reload the page.';

/** A part of the page that its host did not give. */
class MissingPart extends Error {
  constructor(cause: unknown) {
    super(SENTENCE, { cause });
  }
}

/** Whether an error is of a part that could not be fetched, here or in a worker, from which an error comes as its message alone. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && error.message === SENTENCE;
}

/** Asks again for style sheets that did not come, which the bundler's own loader asks for once. */
async function stylesAgain(): Promise<void> {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (link.sheet !== null) continue;
    const next = link.cloneNode() as HTMLLinkElement;
    await new Promise((resolve, reject) => {
      next.onload = resolve;
      next.onerror = () => reject(new Error(`Unable to preload CSS for ${link.href}`));
      link.replaceWith(next);
    });
  }
}

/** Counts tries: engines remember that an address failed, so that each try has an address of its own. */
let tries = 0;

/**
 * Imports a module that is fetched late, and tries again where it cannot be had. Rejects with a `MissingPart`, or as `load` does.
 *
 * @param again imports from another address of the same module; without it there is one try
 */
export async function loadPart<T>(
  load: () => Promise<T>,
  again: ((address: string) => Promise<T>) | null = null,
): Promise<T> {
  let failure: unknown;
  for (const delay of [0, ...(again === null ? [] : DELAYS)]) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const address = failure instanceof Error ? ADDRESS.exec(failure.message)?.[0] : undefined;
    try {
      if (failure !== undefined && again !== null) await stylesAgain();
      if (failure === undefined || again === null || address === undefined) return await load();
      tries += 1;
      return await again(`${address.replace(/\?.*$/, '')}?again=${tries}`);
    } catch (error) {
      if (!(error instanceof Error) || !MISSING.test(error.message)) throw error;
      failure = error;
    }
  }
  throw new MissingPart(failure);
}
