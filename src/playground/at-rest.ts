import type { Run } from './run.ts';

/**
 * Asks columns that have come to rest for what a moving one does not tell: their digests, and how far they would go.
 *
 * @param turned whether settings were turned meanwhile, so that the next update is worth showing
 * @returns when all digests that can be had are there
 */
export async function askAtRest(runs: readonly Run[], turned: boolean): Promise<void> {
  const digests = runs.map(async (run) => {
    if (run.status !== 'ready') return;
    const digest = run.digest === null ? run.fetchDigest() : null;
    if (turned && run.preview === null) void run.fetchPreview();
    void run.fetchEnd();
    await digest;
  });
  await Promise.all(digests);
}
