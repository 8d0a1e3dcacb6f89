import { scaleLinear } from 'd3';
import { useMemo, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { ActionComponent } from '../../environments/physics.ts';
import { changePosition, stepOf } from '../draw/palette.ts';
import { useCanvasColors } from '../use-theme.ts';
import { ParticleDensity } from './particle-density.tsx';
import { LitFlows, ParticleFlows } from './particle-flows.tsx';
import type { AxisPlan, ClippedGaussian, Flow } from './particle-plan.ts';

/** The particle that is pointed at: the mass that it had, or the mass that it has. */
export interface Lit {
  readonly site: number;
  readonly side: 'old' | 'new';
}

interface ParticleChartProps {
  readonly width: number;
  readonly before: ClippedGaussian;
  readonly after: ClippedGaussian;
  readonly action: ActionComponent;
  readonly title: string;
  /** Null while no step was made. */
  readonly plan: AxisPlan | null;
  readonly flows: readonly Flow[];
  readonly lit: Lit | null;
  readonly summary: string;
  readonly onPoint: (event: PointerEvent, lit: Lit | null) => void;
}

const HEIGHT = 170;
/** Names of the rows stand here, clear of every curve. */
const GUTTER = 74;
const RIGHT = 16;
const OLD = { base: 40, height: 38 };
const TICKS = { top: 41, bottom: 50 };
const CIRCLES = 103;
const NEW = { base: 114, height: 30 };
const AXIS = 146;
/** Before the first step the policy has the picture for itself. */
const ALONE = { base: AXIS, height: 110 };
/** Radius of a circle that holds all mass: areas are in proportion. */
const RADIUS = 11;

/** Old policy above, fitted policy below, and between them the particles' mass on its way; the axis is the action. */
export function ParticleChart(props: ParticleChartProps) {
  const { width, before, after, action, title, plan, flows, lit, summary, onPoint } = props;
  const x = useMemo(() => scaleLinear([-1, 1], [GUTTER, width - RIGHT]), [width]);
  const axis = scaleLinear([action.low, action.high], [GUTTER, width - RIGHT]);
  const peak = plan === null ? before.peak : Math.max(before.peak, after.peak);
  // one scale for both as long as the flatter one can still be seen
  const peakOf = (gaussian: ClippedGaussian): number => Math.min(peak, 2.5 * gaussian.peak);
  const xs = useMemo(() => (plan?.sites ?? []).map(({ at }) => x(at)), [plan, x]);
  const nearest = (event: PointerEvent<SVGSVGElement>): Lit | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const left = event.clientX - box.left;
    if (xs.length === 0 || left < GUTTER - 14) return null;
    const site = xs.reduce((best, at, n) => (Math.abs(at - left) < Math.abs(xs[best]! - left) ? n : best), 0);
    return { site, side: event.clientY - box.top < (TICKS.bottom + CIRCLES) / 2 ? 'old' : 'new' };
  };
  const touching = lit === null ? [] : flows.filter((flow) => flow[lit.side === 'old' ? 'from' : 'to'] === lit.site);
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={summary}
      onPointerMove={(event) => onPoint(event, nearest(event))}
      onPointerDown={(event) => onPoint(event, nearest(event))}
      onPointerLeave={(event) => onPoint(event, null)}
    >
      {plan === null ? (
        <RowName y={ALONE.base - 20} name={say('policy π')} />
      ) : (
        <RowName y={OLD.base - 15} name={say('old\npolicy π')} />
      )}
      <ParticleDensity
        {...(plan === null ? ALONE : OLD)}
        gaussian={before}
        x={x}
        peak={peakOf(before)}
        way={-1}
        kind="old"
      />
      {plan !== null && (
        <>
          <RowName y={CIRCLES - 27} name={say('target\n(moved\nparticles)')} />
          <RowName y={NEW.base + 13} name={say('fitted\npolicy π′')} />
          <ParticleFlows flows={flows} xs={xs} top={TICKS.bottom} bottom={CIRCLES} faded={lit !== null} />
          <LitFlows flows={touching} xs={xs} top={TICKS.bottom} bottom={CIRCLES} />
          <ParticleDensity {...NEW} gaussian={after} x={x} peak={peakOf(after)} way={1} kind="new" />
          <Particles plan={plan} xs={xs} lit={lit} />
        </>
      )}
      <g className="particle-axis">
        <line x1={GUTTER} x2={width - RIGHT} y1={AXIS} y2={AXIS} />
        {axis.ticks(5).map((value) => (
          <g key={value} transform={`translate(${axis(value)},${AXIS})`}>
            <line y2={4} />
            <text y={13} textAnchor="middle">
              {axis.tickFormat(5)(value)}
            </text>
          </g>
        ))}
        <text x={(GUTTER + width - RIGHT) / 2} y={HEIGHT - 1} textAnchor="middle" className="axis-title">
          {title}
        </text>
      </g>
    </svg>
  );
}

/** @param name with its lines apart */
function RowName({ y, name }: { readonly y: number; readonly name: string }) {
  return (
    <text className="row-name" y={y}>
      {name.split('\n').map((text, n) => (
        <tspan key={text} x={0} dy={n === 0 ? 0 : 12}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** Ticks where the old policy's particles are, and under them circles as large as what they hold now. */
function Particles({ plan, xs, lit }: Pick<ParticleChartProps, 'lit'> & { plan: AxisPlan; xs: readonly number[] }) {
  const { change } = useCanvasColors();
  const most = Math.max(...plan.sites.map(({ advantage }) => Math.abs(advantage)));
  const colors = plan.sites.map(({ advantage }) => change[stepOf(changePosition(advantage / (most || 1)))]!);
  const isLit = (site: number, side: Lit['side']): string => (lit?.site === site && lit.side === side ? ' on' : '');
  // small circles over large ones
  const order = [...plan.sites.keys()].sort((a, b) => plan.sites[b]!.after - plan.sites[a]!.after);
  return (
    <g className="particle-marks">
      {plan.sites.map(({ count }, site) => {
        const wide = Math.min(9, 2.5 * Math.sqrt(count));
        return (
          <rect
            key={site}
            className={`particle-tick${isLit(site, 'old')}`}
            x={xs[site]! - wide / 2}
            y={TICKS.top}
            width={wide}
            height={TICKS.bottom - TICKS.top}
            fill={colors[site]}
          />
        );
      })}
      {order.map((site) => (
        <circle
          key={site}
          className={`particle-mass${isLit(site, 'new')}`}
          cx={xs[site]}
          cy={CIRCLES}
          r={Math.max(1, RADIUS * Math.sqrt(plan.sites[site]!.after))}
          fill={colors[site]}
        />
      ))}
    </g>
  );
}
