import { scaleLinear } from 'd3';
import { useState } from 'react';
import { say } from '../../copy/say.ts';
import type { Action } from '../../environments/environment.ts';
import { MOST_PLACE, type Place } from '../../environments/one-state-text.ts';
import { readable } from '../format.ts';
import { apart, clamp, placesOf, planeRange, rounded } from './bandit.ts';
import { Handle } from './handle.tsx';
import { pairsOf } from './pairs-of.ts';
import { PlaneLinks } from './plane-links.tsx';
import type { BenchState } from './use-one-state.ts';

const SIDE = 184;
const PAD = 20;
const DISC = 11;
/** Most actions of which all distances are written at once. */
const FEW = 4;

/** Where the actions stand: their distances are M. */
export function PlacePlane({ bench, actions }: { readonly bench: BenchState; readonly actions: readonly Action[] }) {
  const [looked, look] = useState<number | null>(null);
  const places = placesOf(bench.world);
  const { low, side } = planeRange(placesOf(bench.scaled));
  const x = scaleLinear([low, low + side], [PAD, SIDE - PAD]);
  const y = scaleLinear([low, low + side], [SIDE - PAD, PAD]);
  const step = side / 100;
  const move = (action: number, to: Place): void => {
    const [a, b] = to.map((value) => rounded(clamp(value, -MOST_PLACE, MOST_PLACE), step)) as unknown as Place;
    bench.change({ places: places.with(action, [a, b]) });
  };
  return (
    <svg className="bench-drawing" viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE}>
      <PlaneLinks points={places.map(([right, up]) => [x(right), y(up)])} side={SIDE} looked={looked} />
      {places.map((place, action) => (
        <Handle
          key={action}
          x={x(place[0])}
          y={y(place[1])}
          label={say('Place of {action}', { action: say(actions[action]?.label ?? '') })}
          text={say('{right} to the right, {up} up', { right: readable(place[0]), up: readable(place[1]) })}
          value={place[0]}
          min={-MOST_PLACE}
          max={MOST_PLACE}
          reach={[26, 26]}
          onGrab={bench.grab}
          onMove={(px, py) =>
            move(action, [clamp(x.invert(px), low, low + side), clamp(y.invert(py), low, low + side)])
          }
          onRelease={bench.release}
          onStep={(right, up) => {
            if (Number.isFinite(up)) move(action, [place[0] + right * step, place[1] + up * step]);
          }}
          onLook={(looking) => look(looking ? action : null)}
        >
          <circle className="bench-disc" cx={x(place[0])} cy={y(place[1])} r={DISC} />
          <text className="bench-letter" x={x(place[0])} y={y(place[1])} dy="0.35em">
            {actions[action]?.glyph}
          </text>
        </Handle>
      ))}
      {pairsOf(places)
        .filter(({ i, j }) => (looked === null ? places.length <= FEW : looked === i || looked === j))
        .map(({ from, to, i, j }) => (
          <text key={`${i}-${j}`} className="bench-distance" {...written(from, to, x, y)} dy="0.32em">
            {readable(apart(from, to), 2)}
          </text>
        ))}
    </svg>
  );
}

/** Beside the middle of a line: of a long one over others a little farther off, so that three on a line are told apart. */
function written(
  from: Place,
  to: Place,
  x: (value: number) => number,
  y: (value: number) => number,
): { readonly x: number; readonly y: number } {
  const [dx, dy] = [x(to[0]) - x(from[0]), y(to[1]) - y(from[1])];
  const length = Math.hypot(dx, dy) || 1;
  const aside = 8 + length / 9;
  return {
    x: clamp(x((from[0] + to[0]) / 2) + (dy / length) * aside, 12, SIDE - 12),
    y: clamp(y((from[1] + to[1]) / 2) - (dx / length) * aside, 8, SIDE - 8),
  };
}
