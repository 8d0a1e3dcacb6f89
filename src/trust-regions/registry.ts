import { kl } from './kl.ts';
import { sinkhorn } from './sinkhorn.ts';
import type { TrustRegion } from './trust-region.ts';
import { wasserstein } from './wasserstein.ts';

/** Every metric, by the name that links and pickers know it by. */
export const trustRegions = { kl, wasserstein, sinkhorn } as const satisfies Record<string, TrustRegion>;

export type TrustRegionKind = keyof typeof trustRegions;

/** Whether a text names a metric. */
export function isTrustRegionKind(text: string): text is TrustRegionKind {
  return Object.hasOwn(trustRegions, text);
}
