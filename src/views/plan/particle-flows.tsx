import { memo } from 'react';
import type { Flow } from './particle-plan.ts';

interface ParticleFlowsProps {
  readonly flows: readonly Flow[];
  /** Pixels of each site along the axis. */
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly faded: boolean;
}

/** Width in pixels of a flow that carries everything. */
const WHOLE = 40;
/** Thinner lines are drawn this wide, and paler instead. */
const THINNEST = 0.7;

/**
 * Lines from old to new places, as wide as the mass they carry. A plan may have thousands: lines of like mass share one path, so
 * that a picture is a few dozen elements.
 */
export const ParticleFlows = memo(function ParticleFlows({ flows, xs, top, bottom, faded }: ParticleFlowsProps) {
  const bundles = new Map<string, { d: string; mass: number; stays: boolean }>();
  for (const { from, to, mass } of flows) {
    const stays = from === to;
    const key = `${stays ? 's' : 'm'}${Math.round(3 * Math.log2(mass))}`;
    const bundle = bundles.get(key) ?? { d: '', mass, stays };
    bundle.d += line(xs[from]!, xs[to]!, top, bottom);
    bundles.set(key, bundle);
  }
  // wide flows below thin ones, what stayed below what moved
  const order = [...bundles].sort(([, a], [, b]) => Number(b.stays) - Number(a.stays) || b.mass - a.mass);
  return (
    <g className={faded ? 'particle-flows faded' : 'particle-flows'}>
      {order.map(([key, { d, mass, stays }]) => (
        <path key={key} d={d} className={stays ? 'stays' : 'moves'} {...strokeOf(mass)} />
      ))}
    </g>
  );
});

/** The flows of one particle, over the others. */
export function LitFlows({ flows, xs, top, bottom }: Omit<ParticleFlowsProps, 'faded'>) {
  return (
    <g className="particle-flows">
      {flows.map(({ from, to, mass }) => (
        <path
          key={`${from}-${to}`}
          d={line(xs[from]!, xs[to]!, top, bottom)}
          className="lit-flow"
          strokeWidth={Math.max(1, WHOLE * mass)}
        />
      ))}
    </g>
  );
}

function strokeOf(mass: number): { strokeWidth: number; strokeOpacity: number } {
  const width = WHOLE * mass;
  return { strokeWidth: Math.max(THINNEST, width), strokeOpacity: Math.min(1, Math.max(0.1, width / THINNEST)) };
}

function line(from: number, to: number, top: number, bottom: number): string {
  if (from === to) return `M${from},${top}V${bottom}`;
  const middle = (top + bottom) / 2;
  return `M${from},${top}C${from},${middle} ${to},${middle} ${to},${bottom}`;
}
