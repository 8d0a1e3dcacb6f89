import { baselines } from './baselines.ts';
import type { Claim } from './claim.ts';
import { dial } from './dial.ts';
import { decay } from './decay.ts';
import { geometry, milliseconds, split } from './extras.ts';
import { limit } from './limit.ts';
import { monotonic } from './monotonic.ts';
import { scarcity } from './scarcity.ts';
import { speed } from './speed.ts';

/** The six claims of the abstract, in its order. */
export const claims: readonly Claim[] = [monotonic, limit, decay, scarcity, speed, baselines];

/** What our reader wants besides, and the paper does not show. */
export const extras: readonly Claim[] = [geometry, split, dial, milliseconds];
