import { line } from 'd3';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import type { StateRegion } from '../../playground/state-region.ts';
import type { DualCurve } from '../../trust-regions/dual-curve.ts';
import { brief, readable } from '../format.ts';
import { dualScales } from './dual-scales.ts';

interface DualPanelProps {
  readonly region: StateRegion;
  readonly width: number;
  readonly height: number;
  /** β under the pointer, here or in any other picture of it. */
  readonly cursor: number | null;
  readonly onCursor: (beta: number | null) => void;
}

const INSET = { left: 22, right: 8, top: 17, bottom: 16 };
/** Steps of an arrow key from end to end of the axis. */
const STEPS = 60;

/** The dual D(β) of one state above, and under it what the step at each β costs: it falls through the level where the dual is least. */
export function DualPanel({ region, width, height, cursor, onCursor }: DualPanelProps) {
  const { dual: curve, level } = region;
  if (curve === null || level === null || width < 80) return null;
  const { betas, dual, cost, optimum } = curve;
  const lowest = Math.min(...dual);
  const scales = dualScales(curve, lowest, level.value, width, height, INSET);
  const { edges } = scales;
  const bottom = edges.cost[1];
  const [first, last] = [betas[0]!, betas.at(-1)!];
  const path = (values: Float64Array, scale: (value: number) => number): string =>
    line<number>()
      .defined((k) => Number.isFinite(values[k]!))
      .x((k) => scales.beta(betas[k]!))
      .y((k) => scale(values[k]!))([...betas.keys()]) ?? '';
  const within = (beta: number | null): beta is number => beta !== null && beta >= first && beta <= last;
  // of what the step itself spent, the step's own β is where the dual is least, and in a flat stretch the one to be marked
  const best = level.kind === 'share' ? (region.point?.beta ?? optimum.beta) : optimum.beta;
  const least = within(best) ? scales.beta(best) : null;
  const shown = within(cursor) ? cursor : null;
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const beta = scales.beta.invert(((event.clientX - box.left) / box.width) * width);
    onCursor(Math.min(last, Math.max(first, beta)));
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key] ?? 0;
    const from = shown ?? (within(best) ? best : Math.sqrt(first * last));
    if (event.key === 'Escape') onCursor(null);
    else if (event.key === 'Home') onCursor(first);
    else if (event.key === 'End') onCursor(last);
    else if (way !== 0) onCursor(Math.min(last, Math.max(first, from * (last / first) ** (way / STEPS))));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const ticks = decades(first, last, width).filter((beta) => scales.beta(beta) < width - INSET.right - 22);
  const at = level.kind === 'radius' ? 'δ' : 'δₛ';
  return (
    <svg
      className="dual"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      tabIndex={0}
      role="slider"
      aria-label={say('Dual D and cost over the price β of this state')}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={shown ?? best}
      aria-valuetext={spoken(curve, shown, best, level.value)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onCursor(null)}
      onKeyDown={onKeyDown}
      onBlur={() => onCursor(null)}
    >
      <title>{say('D(β) in units of advantage, cost in those of the distance, β in advantage per distance')}</title>
      <g aria-hidden="true">
        <path className="dual-axis" d={`M${INSET.left},${edges.dual[1]}H${width - INSET.right}`} />
        <path className="dual-axis" d={`M${INSET.left},${bottom}H${width - INSET.right}`} />
        {ticks.map((beta) => (
          <g key={beta}>
            <path className="dual-axis" d={`M${scales.beta(beta)},${bottom}v3`} />
            <text x={scales.beta(beta)} y={bottom + 12} textAnchor="middle">
              {readable(beta)}
            </text>
          </g>
        ))}
        <text className="dual-name" data-symbol="β" x={width - INSET.right} y={bottom + 12} textAnchor="end">
          β
        </text>
        <text x={INSET.left} y={10}>
          <tspan className="dual-name">D(β)</tspan>{' '}
          {say(optimum.binding === 'infeasible' ? 'falls without end' : 'least {least}', { least: readable(lowest) })}
        </text>
        <text className="dual-name" x={INSET.left} y={edges.cost[0] - 1}>
          {say('cost')}
        </text>
        <path
          className="dual-level"
          d={`M${INSET.left},${scales.cost(level.value)}H${width - INSET.right}`}
          strokeDasharray="3 3"
        />
        <text x={INSET.left - 4} y={scales.cost(level.value) + 4} textAnchor="end">
          {at}
        </text>
        {least !== null && <path className="dual-least" d={`M${least},${INSET.top}V${bottom}`} />}
        <Window edges={edges.dual} width={width}>
          <path className="dual-curve" d={path(dual, scales.dual)} />
        </Window>
        <Window edges={edges.cost} width={width}>
          <path className="dual-curve" d={path(cost, scales.cost)} />
        </Window>
        {least !== null && (
          <>
            <circle className="dual-dot" cx={least} cy={scales.dual(lowest)} r={3.5} />
            <circle className="dual-dot" cx={least} cy={scales.cost(level.value)} r={3.5} />
          </>
        )}
        {shown !== null && <path className="dual-cursor" d={`M${scales.beta(shown)},${INSET.top}V${bottom}`} />}
      </g>
    </svg>
  );
}

/** A part of the picture that what is drawn in it does not leave. */
function Window({ edges: [top, bottom], width, children }: WindowProps) {
  const across = width - INSET.left - INSET.right;
  const box = [INSET.left, top - 1, across, bottom - top + 2] as const;
  return (
    <svg x={box[0]} y={box[1]} width={across} height={box[3]} viewBox={box.join(' ')}>
      {children}
    </svg>
  );
}

interface WindowProps {
  readonly edges: readonly [number, number];
  readonly width: number;
  readonly children: ReactNode;
}

/** Powers of ten between two β, as many as have room; the ends of the axis where there is none. */
function decades(first: number, last: number, width: number): number[] {
  const all: number[] = [];
  for (let power = Math.ceil(Math.log10(first)); power <= Math.floor(Math.log10(last)); power += 1) all.push(power);
  const stride = Math.max(1, Math.ceil(all.length / Math.max(1, Math.floor(width / 40))));
  return all.filter((power) => power % stride === 0).map((power) => Number(`1e${power}`));
}

/** What stands at β, or at the least dual where no β is pointed at. */
function spoken({ betas, dual, cost }: DualCurve, beta: number | null, best: number, level: number): string {
  if (beta === null)
    return say('the dual is least at β {beta}, where the cost is {cost}', { beta: readable(best), cost: brief(level) });
  let nearest = 0;
  while (nearest < betas.length - 1 && betas[nearest]! < beta) nearest += 1;
  return say('β {beta}: dual {dual}, cost {cost}', {
    beta: readable(beta),
    dual: readable(dual[nearest]!),
    cost: readable(cost[nearest]!),
  });
}
