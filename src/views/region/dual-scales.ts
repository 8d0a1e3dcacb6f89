import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import type { DualCurve } from '../../trust-regions/dual-curve.ts';

type Scale = ScaleContinuousNumeric<number, number>;

/** Where a dual and its cost lie in a picture, one above the other on one axis of β. */
export interface DualScales {
  readonly beta: Scale;
  readonly dual: Scale;
  readonly cost: Scale;
  /** Upper and lower edges of both. */
  readonly edges: { readonly dual: readonly [number, number]; readonly cost: readonly [number, number] };
}

/** Multiples of what D falls to its least from the left that are shown of its rise to the right. */
const RISE = 1.5;
/** Pixels between both, in which the second's name stands. */
const GAP = 15;
/** Cost above the level, in levels, that is shown. */
const MOST_COST = 3;

/** @param inset pixels left, right, above and below both curves */
export function dualScales(
  { betas, dual, cost }: DualCurve,
  least: number,
  level: number,
  width: number,
  height: number,
  inset: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): DualScales {
  const bottom = height - inset.bottom;
  const each = (bottom - inset.top - GAP) / 2;
  const edges = { dual: [inset.top, inset.top + each], cost: [bottom - each, bottom] } as const;
  const finite = [...dual].filter((value) => Number.isFinite(value));
  const fall = Math.max(0, dual[0]! - least);
  const rise = Math.max(...finite) - least;
  const top = least + (fall > 1e-9 * Math.abs(least) ? Math.min(rise, RISE * fall) : rise);
  const costs = [...cost].filter((value) => Number.isFinite(value));
  const low = Math.min(...costs, level, 0);
  const most = Math.max(...costs, level);
  // what is never reached is far from what is reached
  const seen = Math.max(MOST_COST * (level - low), 1.5 * (Math.min(...costs) - low));
  const high = level > low ? Math.min(most, low + seen) : most;
  return {
    beta: scaleLog([betas[0]!, betas.at(-1)!], [inset.left, width - inset.right]),
    dual: scaleLinear([least, top > least ? top : least + 1], [edges.dual[1] - 4, edges.dual[0]]),
    cost: scaleLinear([low, high > low ? high : low + 1], [edges.cost[1], edges.cost[0] + 3]),
    edges,
  };
}
