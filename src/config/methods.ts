import type { Baseline } from '../baselines/baseline.ts';
import { baselines, type BaselineKind } from '../baselines/registry.ts';
import { trustRegions, type TrustRegionKind } from '../trust-regions/registry.ts';
import type { TrustRegion } from '../trust-regions/trust-region.ts';

/** Every method that a column can have: the trust regions, and the baselines that they are compared with. */
export const methods = { ...trustRegions, ...baselines } as const;

export type MethodKind = TrustRegionKind | BaselineKind;

/** Whether a text names a method. */
export function isMethodKind(text: string): text is MethodKind {
  return Object.hasOwn(methods, text);
}

/** The trust region of a method; null for a baseline. */
export function trustRegionOf(method: MethodKind): TrustRegion | null {
  return Object.hasOwn(trustRegions, method) ? trustRegions[method as TrustRegionKind] : null;
}

/** The baseline of a method; null for a trust region. */
export function baselineOf(method: MethodKind): Baseline | null {
  return Object.hasOwn(baselines, method) ? baselines[method as BaselineKind] : null;
}
