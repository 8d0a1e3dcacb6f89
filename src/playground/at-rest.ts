import type { Run } from './run.ts';

/**
 * Asks columns that have come to rest for what a moving one does not tell: their digests, and how far they would go.
 *
 * @param turned whether settings were turned meanwhile, so that the next update is worth showing
 * @returns when all digests that can be had, and what is worth showing, are there
 */
export async function askAtRest(runs: readonly Run[], turned: boolean): Promise<void> {
  const digests = runs.map(async (run) => {
    if (run.status !== 'ready') return;
    const digest = run.digest === null ? run.fetchDigest() : null;
    const preview = turned && run.preview === null ? run.fetchPreview() : null;
    void run.fetchEnd();
    await Promise.all([digest, preview]);
  });
  await Promise.all(digests);
}
