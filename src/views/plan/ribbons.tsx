import { useId } from 'react';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import type { Move } from '../../methods/story.ts';
import type { StatePlan } from '../../playground/plan.ts';
import { brief, share } from '../format.ts';
import { actionColor } from './action-colors.ts';

interface RibbonsProps {
  readonly plan: StatePlan;
  readonly actions: readonly Action[];
  /** Whether the method itself names the plan; else it is hatched. */
  readonly own: boolean;
  /** Whether the new side says how good each action is, instead of how likely. */
  readonly advantages: boolean;
  /** The new row of the update that would be next; null without one. */
  readonly next: Float64Array | null;
  readonly width: number;
  readonly height: number;
  /** Pixels of its letters. */
  readonly letter: number;
  readonly move: Move | null;
  readonly onChoose: (move: Move | null) => void;
}

const BAR = 9;
/** Mass below which a ribbon is no ribbon. */
const LEAST = 1e-6;

/** The story of the mass: old bars left, new bars right, ribbons as wide as the mass they carry. */
export function Ribbons({ plan, actions, own, advantages, next, width, height, letter, move, onChoose }: RibbonsProps) {
  const hatch = useId();
  const n = plan.actions;
  // where it is narrow, glyphs stand without their numbers
  const numbers = width > 15 * letter;
  const room = (numbers ? 4.6 : 1.8) * letter;
  const [x0, x1] = [room, width - room];
  // a letter's height between bars, so that names of empty bars do not fall on each other
  const gap = Math.max(letter, height / (2.8 * n));
  const scale = height - gap * n;
  const left = stack(plan.before, scale, gap);
  const right = stack(plan.after, scale, gap);
  const ribbons = [];
  const usedLeft = new Float64Array(n);
  const usedRight = new Float64Array(n);
  for (let to = 0; to < n; to += 1) {
    for (let from = 0; from < n; from += 1) {
      const mass = plan.plan[to * n + from]!;
      if (mass < LEAST) continue;
      const thick = mass * scale;
      const y0 = left[from]! + usedLeft[from]!;
      const y1 = right[to]! + usedRight[to]!;
      usedLeft[from] = usedLeft[from]! + thick;
      usedRight[to] = usedRight[to]! + thick;
      const current = move !== null && move.from === from && move.to === to;
      const d = ribbon(x0, x1, y0, y1, thick);
      ribbons.push(
        <g key={`${from}-${to}`} className={from === to ? 'stays' : 'goes'} onMouseEnter={() => onChoose({ from, to })}>
          <path d={d} fill={actionColor(from)} opacity={from === to ? 0.28 : current ? 0.95 : 0.75} />
          {!own && from !== to && <path d={d} fill={`url(#${hatch})`} />}
          <title>{`${say(actions[from]!.label)} → ${say(actions[to]!.label)}: ${mass}`}</title>
        </g>,
      );
    }
  }
  const said = actions
    .map(({ label }, a) =>
      say('{action} {before} to {after}', {
        action: say(label),
        before: share(plan.before[a]!),
        after: share(plan.after[a]!),
      }),
    )
    .join(', ');
  return (
    <svg
      className="ribbons"
      viewBox={`0 0 ${width} ${height}`}
      style={{ fontSize: letter }}
      role="img"
      aria-label={`${say('Old to new policy: {actions}.', { actions: said })}${own ? '' : ` ${say('The plan is derived.')}`}`}
      onMouseLeave={() => onChoose(null)}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch-line" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      {ribbons}
      {actions.map((action, a) => (
        <g key={action.label}>
          <rect
            x={x0 - BAR}
            y={left[a]}
            width={BAR}
            height={Math.max(0.5, plan.before[a]! * scale)}
            fill={actionColor(a)}
          />
          <text x={x0 - BAR - 4} y={left[a]! + (plan.before[a]! * scale) / 2} textAnchor="end">
            {numbers ? `${action.glyph} ${share(plan.before[a]!)}` : action.glyph}
          </text>
          <rect className="new-bar" x={x1} y={right[a]} width={BAR} height={Math.max(0.5, plan.after[a]! * scale)} />
          {next !== null && (
            <rect
              className="next-bar"
              x={x1 - 3}
              y={right[a]! + (plan.after[a]! - next[a]!) * scale * 0.5}
              width={BAR + 6}
              height={Math.max(0.5, next[a]! * scale)}
            />
          )}
          <text x={x1 + BAR + 4} y={right[a]! + (plan.after[a]! * scale) / 2}>
            {advantages
              ? `${brief(plan.advantage[a]!)} ${action.glyph}`
              : numbers
                ? `${share(plan.after[a]!)} ${action.glyph}`
                : action.glyph}
          </text>
        </g>
      ))}
    </svg>
  );
}

function stack(row: Float64Array, scale: number, gap: number): number[] {
  let y = gap / 2;
  return [...row].map((value) => {
    const top = y;
    y += value * scale + gap;
    return top;
  });
}

function ribbon(x0: number, x1: number, y0: number, y1: number, thick: number): string {
  const middle = (x0 + x1) / 2;
  const curve = (a: number, b: number, to: number): string => `C${middle},${a} ${middle},${b} ${to},${b}`;
  return `M${x0},${y0}${curve(y0, y1, x1)}L${x1},${y1 + thick}${curve(y1 + thick, y0 + thick, x0)}Z`;
}
