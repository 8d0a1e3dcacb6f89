import type { Picture } from '../environments/picture.ts';
import { replySentence } from './reply-sentence.ts';
import type { Run } from './run.ts';

/** Times that it is asked how far a run goes while it stands where it is, and milliseconds between them. */
const TRIES = 4;
const AGAIN = 400;

/**
 * Asks columns that have come to rest for what a moving one does not tell: their digests, and how far they would go.
 *
 * @param turned whether settings were turned meanwhile, so that the next update is worth showing
 * @returns when all digests that can be had are there, what the next update would do, in words; "" where nothing was turned
 */
export async function askAtRest(runs: readonly Run[], turned: boolean, picture: Picture): Promise<string> {
  const asked = runs.map(async (run) => {
    if (run.status !== 'ready') return;
    const digest = run.digest === null ? run.fetchDigest() : null;
    const preview = turned && run.preview === null ? run.fetchPreview() : null;
    void askEnd(run);
    await Promise.all([digest, preview]);
  });
  await Promise.all(asked);
  return turned ? replySentence(runs, picture) : '';
}

/** Asks how far a column would go; a busy machine may not say it at once. */
async function askEnd(run: Run): Promise<void> {
  const { frame, config } = run;
  for (let tries = 0; tries < TRIES && frame === run.frame && config === run.config; tries += 1) {
    await run.fetchEnd(tries > 0);
    if (run.end !== null) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}
