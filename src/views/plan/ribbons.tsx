import type { Action } from '../../environments/environment.ts';
import type { Move } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { share } from '../format.ts';
import { actionColor } from './action-colors.ts';

interface RibbonsProps {
  readonly plan: StatePlan;
  readonly actions: readonly Action[];
  readonly lit: string | null;
  readonly onLight: (source: string | null) => void;
  readonly onChoose: (move: Move | null) => void;
}

const WIDTH = 160;
const HEIGHT = 140;
/** Room between bars: a letter's height, so that names of empty bars do not fall on each other. */
const GAP = 11;
const BAR = 8;
const LEFT = 24;
const RIGHT = WIDTH - 24;

/** The story of the mass: old bars left, new bars right, ribbons as wide as the mass they carry. */
export function Ribbons({ plan, actions, lit, onLight, onChoose }: RibbonsProps) {
  const n = plan.actions;
  const scale = HEIGHT - GAP * n;
  const left = stack(plan.before, scale);
  const right = stack(plan.after, scale);
  const ribbons = [];
  const usedLeft = new Float64Array(n);
  const usedRight = new Float64Array(n);
  for (let to = 0; to < n; to += 1) {
    for (let from = 0; from < n; from += 1) {
      const mass = plan.plan[to * n + from]!;
      if (mass < 1e-6) continue;
      const width = mass * scale;
      const y0 = left[from]! + usedLeft[from]!;
      const y1 = right[to]! + usedRight[to]!;
      usedLeft[from] = usedLeft[from]! + width;
      usedRight[to] = usedRight[to]! + width;
      const source = `mass-${from}-${to}`;
      ribbons.push(
        <path
          key={source}
          d={ribbon(y0, y1, width)}
          fill={actionColor(from)}
          className={lit === source ? 'ribbon lit' : 'ribbon'}
          opacity={lit === null || lit === source ? 0.75 : 0.25}
          onMouseEnter={() => {
            onLight(source);
            onChoose({ from, to });
          }}
        >
          <title>{`${actions[from]!.label} → ${actions[to]!.label}: ${mass}`}</title>
        </path>,
      );
    }
  }
  const moved = 1 - plan.before.reduce((sum, _, a) => sum + plan.plan[a * n + a]!, 0);
  return (
    <figure translate="no" className="flows" onMouseLeave={() => onLight(null)}>
      <figcaption>
        <span>{moved > 0 ? `old → new · ${share(moved)} moves` : 'old → new · nothing moves'}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Ribbons from old to new actions; the table beside them has the numbers."
      >
        {ribbons}
        {actions.map((action, a) => (
          <g key={action.label}>
            <rect
              x={LEFT - BAR}
              y={left[a]}
              width={BAR}
              height={Math.max(0.5, plan.before[a]! * scale)}
              fill={actionColor(a)}
            />
            <text x={LEFT - BAR - 4} y={left[a]! + (plan.before[a]! * scale) / 2} textAnchor="end">
              {action.glyph}
            </text>
            <rect
              className="new-bar"
              x={RIGHT}
              y={right[a]}
              width={BAR}
              height={Math.max(0.5, plan.after[a]! * scale)}
            />
            <text x={RIGHT + BAR + 4} y={right[a]! + (plan.after[a]! * scale) / 2}>
              {action.glyph}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

function stack(row: Float64Array, scale: number): number[] {
  let y = GAP / 2;
  return [...row].map((value) => {
    const top = y;
    y += value * scale + GAP;
    return top;
  });
}

function ribbon(y0: number, y1: number, width: number): string {
  const middle = (LEFT + RIGHT) / 2;
  const curve = (a: number, b: number, to: number): string => `C${middle},${a} ${middle},${b} ${to},${b}`;
  return `M${LEFT},${y0}${curve(y0, y1, RIGHT)}L${RIGHT},${y1 + width}${curve(y1 + width, y0 + width, LEFT)}Z`;
}
