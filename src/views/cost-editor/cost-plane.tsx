import { scaleLinear } from 'd3';
import { useState } from 'react';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import type { Place } from '../../environments/one-state-text.ts';
import { readable } from '../format.ts';
import { clamp } from '../one-state/bandit.ts';
import { Handle } from '../one-state/handle.tsx';
import { PlaneLinks } from '../one-state/plane-links.tsx';
import { priceField, type CostTable } from './cost-table.ts';
import { aroundCircle, costsFrom, misfit, placedBy, stress } from './placing.ts';
import type { CostInForce } from './use-cost-table.ts';

const SIDE = 154;
const PAD = 19;
const DISC = 11;
/** Digits of a cost that is dragged. */
const DIGITS = 2;

interface CostPlaneProps {
  readonly cost: CostInForce;
  readonly actions: readonly Action[];
}

/** The actions in a plane, as far apart as moves between them cost; a point that is dragged sets its costs. */
export function CostPlane({ cost, actions }: CostPlaneProps) {
  const { table } = cost;
  const [kept, keep] = useState(() => ({ table, places: bestPlaces(table, actions, startOf(table, actions)) }));
  // a point that is dragged is where the pointer is, and the frame stands still
  const [held, hold] = useState<{ readonly places: readonly Place[]; readonly frame: Frame } | null>(null);
  const stale = held === null && kept.table !== table;
  const found = stale
    ? bestPlaces(table, actions, kept.places.length === actions.length ? kept.places : startOf(table, actions))
    : kept.places;
  if (stale) keep({ table, places: found });
  const places = held?.places ?? found;
  const frame = held?.frame ?? frameOf(found);
  const { middle, half } = frame;
  const x = scaleLinear([middle[0] - half, middle[0] + half], [PAD, SIDE - PAD]);
  const y = scaleLinear([middle[1] - half, middle[1] + half], [SIDE - PAD, PAD]);
  const move = (action: number, to: Place): void => {
    const next = places.with(action, to);
    hold({ places: next, frame });
    cost.change(costsFrom(table, next, action, DIGITS));
  };
  const off = misfit(table, places);
  return (
    <figure className="cost-plane">
      <svg className="bench-drawing" viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE}>
        <PlaneLinks points={places.map(([right, up]) => [x(right), y(up)])} side={SIDE} />
        {places.map((place, action) => (
          <Handle
            key={action}
            x={x(place[0])}
            y={y(place[1])}
            label={say('Place of {action}', { action: say(actions[action]!.label) })}
            text={costsOf(table, actions, action)}
            value={Number(place[0].toFixed(2))}
            min={-priceField.max}
            max={priceField.max}
            reach={[28, 28]}
            onGrab={() => {
              hold({ places, frame });
              cost.grab();
            }}
            onMove={(px, py) => move(action, [x.invert(clamp(px, 8, SIDE - 8)), y.invert(clamp(py, 8, SIDE - 8))])}
            onRelease={() => {
              keep({ table, places });
              hold(null);
              cost.release();
            }}
            onStep={(right, up) => {
              if (!Number.isFinite(up)) return;
              const step = half / 40;
              cost.put(
                costsFrom(table, places.with(action, [place[0] + right * step, place[1] + up * step]), action, DIGITS),
              );
            }}
          >
            <circle className="bench-disc" cx={x(place[0])} cy={y(place[1])} r={DISC} />
            <text className="bench-letter" x={x(place[0])} y={y(place[1])} dy="0.35em">
              {actions[action]!.glyph}
            </text>
          </Handle>
        ))}
      </svg>
      <figcaption className="quiet">
        {off < 0.01
          ? say('Distances in the plane are M. Drag a point.')
          : say('The plane comes near to M: distances are off by up to {percent}\u00A0%.', {
              percent: readable(off * 100, 2),
            })}
      </figcaption>
    </figure>
  );
}

/** Where actions stand before anything is known: at their places, or where they lead, as far apart as they cost. */
function startOf(table: CostTable, actions: readonly Action[]): Place[] {
  const circle = aroundCircle(actions.length);
  const mean = table.flat().reduce((sum, price) => sum + price, 0) / Math.max(1, actions.length * (actions.length - 1));
  return actions.map(({ place, direction }, n): Place => {
    if (place !== undefined) return place;
    const [x, y] = direction === null ? circle[n]! : [direction[0], -direction[1]];
    return [(x * mean) / 1.4, (y * mean) / 1.4];
  });
}

/** From where points stand, or from a circle where that comes nearer: points that fell together do not part by themselves. */
function bestPlaces(table: CostTable, actions: readonly Action[], start: readonly Place[]): readonly Place[] {
  const [near, anew] = [placedBy(table, start), placedBy(table, startOf(table, actions))];
  return stress(table, near) <= stress(table, anew) + 1e-6 ? near : anew;
}

/** The part of the plane that is shown. */
interface Frame {
  readonly middle: Place;
  readonly half: number;
}

function frameOf(places: readonly Place[]): Frame {
  const ends = ([0, 1] as const).map((axis) => {
    const all = places.map((place) => place[axis]);
    return [Math.min(...all), Math.max(...all)] as const;
  });
  const [[left, right], [low, high]] = ends as unknown as readonly [
    readonly [number, number],
    readonly [number, number],
  ];
  return { middle: [(left + right) / 2, (low + high) / 2], half: Math.max(right - left, high - low, 0.1) / 2 };
}

/** "1 to east, 2 to south" */
function costsOf(table: CostTable, actions: readonly Action[], action: number): string {
  return actions
    .flatMap(({ label }, other) =>
      other === action
        ? []
        : [say('{cost} to {action}', { cost: readable(table[action]![other]!), action: say(label) })],
    )
    .join(', ');
}
