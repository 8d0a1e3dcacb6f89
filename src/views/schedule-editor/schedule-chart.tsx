import { line, scaleLinear, scaleLog } from 'd3';
import { useId, useState } from 'react';
import { say } from '../../copy/say.ts';
import type { NumberField } from '../../field.ts';
import type { Settings } from '../../methods/method.ts';
import type { Paced } from '../editors/use-paced.ts';
import { readable } from '../format.ts';
import { clamp } from '../one-state/bandit.ts';
import { Handle } from '../one-state/handle.tsx';
import { afterSwitch, curveOf, decadesOf, lastShown, switchOf, type Scheduled } from './curve.ts';

const HEIGHT = 240;
const INSET = { left: 52, right: 16, top: 30, bottom: 34 };
/** Factor of an arrow key. */
const KEY = 1.05;

/** An update and the number that it was made with. */
export type Made = readonly [number, number];

interface ScheduleChartProps {
  readonly of: Scheduled;
  readonly settings: Settings;
  readonly bounds: Readonly<Record<string, NumberField>>;
  readonly paced: Paced<Settings>;
  readonly iteration: number;
  /** What was, in order. */
  readonly made: readonly Made[];
  readonly width: number;
}

/** A number over the updates: what it was, what it will be, and handles at the beginning, at the end or at a switch. */
export function ScheduleChart({ of, settings, bounds, paced, iteration, made, width }: ScheduleChartProps) {
  const clip = useId();
  const curve = curveOf(of, settings, bounds);
  const turn = switchOf(of, settings);
  const fit = (): Frame => {
    const last = lastShown(iteration, turn?.at ?? 0);
    const ends = curve === null ? [] : [curve.at(0), curve.at(last - 1)];
    const known = [...made, ...plannedOf(curve, turn, made, last)].map(([, value]) => value);
    return { last, decades: decadesOf([...ends, ...known]) };
  };
  // the axes stand still while something is dragged
  const [held, hold] = useState<Frame | null>(null);
  const { last, decades } = held ?? fit();
  const [low, high] = decades;
  const x = scaleLinear([0, last], [INSET.left, width - INSET.right]);
  const y = scaleLog([low, high], [HEIGHT - INSET.bottom, INSET.top]);
  const place = (value: number): number => y(clamp(value, low, high));
  const symbol = of === 'beta' ? 'β' : 'λ';
  const shown = say('update {n}', { n: iteration });
  const half = 3.7 * shown.length;
  const path = line<Made>()
    .defined(([, value]) => value > 0)
    .x(([update]) => x(update))
    .y(([, value]) => y(value));
  const planned = plannedOf(curve, turn, made, last);
  const now = planned.find(([update]) => update === Math.max(1, iteration));
  const grab = (): void => {
    hold({ last, decades });
    paced.grab();
  };
  const release = (): void => {
    hold(null);
    paced.release();
  };
  const shared = { min: low, max: high, reach: [34, 34] as const, onGrab: grab, onRelease: release };
  const valueAt = (py: number): number => y.invert(clamp(py, INSET.top, HEIGHT - INSET.bottom));
  return (
    <svg
      className="schedule"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="group"
      aria-label={spoken(symbol, curve, turn, last)}
    >
      {y
        .ticks()
        .filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9)
        .filter((_, n, all) => n % Math.ceil(all.length / 6) === 0)
        .map((value) => (
          <g key={value} aria-hidden="true">
            <path className="grid-line" d={`M${INSET.left},${y(value)}H${width - INSET.right}`} />
            <text x={INSET.left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {readable(value)}
            </text>
          </g>
        ))}
      <g aria-hidden="true">
        {x.ticks(5).map((update) => (
          <text key={update} x={x(update)} y={HEIGHT - INSET.bottom + 15} textAnchor="middle">
            {update}
          </text>
        ))}
        <text x={(INSET.left + width - INSET.right) / 2} y={HEIGHT - 4} textAnchor="middle">
          {say('update')}
        </text>
        <text x={INSET.left - 6} y={13} textAnchor="end">
          {symbol}
        </text>
        <clipPath id={clip}>
          <rect
            x={INSET.left}
            y={INSET.top - 2}
            width={width - INSET.left - INSET.right}
            height={HEIGHT - INSET.top - INSET.bottom + 4}
          />
        </clipPath>
        <path className="planned" d={path(planned) ?? ''} clipPath={`url(#${clip})`} />
        <path className="past" d={path(made) ?? ''} clipPath={`url(#${clip})`} />
        {made.length === 1 && <circle className="now-dot" cx={x(made[0]![0])} cy={place(made[0]![1])} r={2.5} />}
        <path className="now" d={`M${x(iteration)},${INSET.top}V${HEIGHT - INSET.bottom}`} />
        <text
          className="now-text"
          x={clamp(x(iteration), INSET.left + half, width - INSET.right - half)}
          y={16}
          textAnchor="middle"
        >
          {shown}
        </text>
        {now !== undefined && now[1] > 0 && <circle className="now-dot" cx={x(now[0])} cy={place(now[1])} r={4} />}
      </g>
      {curve !== null && (
        <>
          <Handle
            {...shared}
            x={x(1)}
            y={place(curve.at(0))}
            label={say('{symbol} at the first update', { symbol })}
            text={readable(curve.at(0))}
            value={curve.at(0)}
            onMove={(_, py) => paced.change(curve.from(valueAt(py)))}
            onStep={(right, up) => {
              if (Number.isFinite(up)) paced.put(curve.from(raised(curve.at(0), right + up)));
            }}
          >
            <circle className="handle-dot bench-disc" cx={x(1)} cy={place(curve.at(0))} r={7} />
          </Handle>
          <Handle
            {...shared}
            x={x(last)}
            y={place(curve.at(last - 1))}
            label={say('{symbol} at update {n}', { symbol, n: last })}
            text={
              curve.turns === 'ratio'
                ? say('{value}, ratio {ratio}', {
                    value: readable(curve.at(last - 1)),
                    ratio: readable(Number(settings['ratio'])),
                  })
                : readable(curve.at(last - 1))
            }
            value={curve.at(last - 1)}
            onMove={(_, py) => paced.change(curve.through(last - 1, valueAt(py)))}
            onStep={(right, up) => {
              if (Number.isFinite(up)) paced.put(curve.through(last - 1, raised(curve.at(last - 1), right + up)));
            }}
          >
            <circle className="handle-dot bench-disc" cx={x(last)} cy={place(curve.at(last - 1))} r={7} />
          </Handle>
        </>
      )}
      {turn !== null && (
        <Handle
          {...shared}
          reach={[30, 60]}
          x={x(turn.at + 1)}
          y={HEIGHT / 2}
          label={say('Switch at')}
          text={say('update {n} is the first without the dual', { n: turn.at + 1 })}
          value={turn.at}
          min={1}
          max={last}
          onMove={(px) => paced.change(switchedAt(x.invert(px) - 1, bounds))}
          onStep={(right, up) => {
            if (Number.isFinite(up)) paced.put(switchedAt(turn.at + right + up, bounds));
          }}
        >
          <path className="switch-line" d={`M${x(turn.at + 1)},${INSET.top}V${HEIGHT - INSET.bottom}`} />
          <circle className="handle-dot bench-disc" cx={x(turn.at + 1)} cy={HEIGHT / 2} r={7} />
        </Handle>
      )}
    </svg>
  );
}

/** What the axes hold. */
interface Frame {
  readonly last: number;
  readonly decades: readonly [number, number];
}

function raised(value: number, steps: number): number {
  return value * KEY ** steps;
}

function switchedAt(k: number, bounds: Readonly<Record<string, NumberField>>): Settings {
  const { min, max } = bounds['switchAt']!;
  return { switchAt: clamp(Math.round(k), min, max) };
}

/** What is foreseen: a formula's whole course; after a switch what follows the last optimum, where that is known. */
function plannedOf(
  curve: ReturnType<typeof curveOf>,
  turn: ReturnType<typeof switchOf>,
  made: readonly Made[],
  last: number,
): Made[] {
  const updates = Array.from({ length: last }, (_, k) => k + 1);
  if (curve !== null) return updates.map((update) => [update, curve.at(update - 1)]);
  if (turn === null) return [];
  // β of the last step before the switch, or the last one that is known
  const optimum = made.findLast(([update]) => update <= turn.at);
  if (optimum === undefined) return [];
  return updates
    .filter((update) => update > turn.at)
    .map((update) => [update, afterSwitch(turn.after, optimum[1], turn.at, update - 1)]);
}

function spoken(
  symbol: string,
  curve: ReturnType<typeof curveOf>,
  turn: ReturnType<typeof switchOf>,
  last: number,
): string {
  if (curve !== null)
    return say('{symbol} over the updates: from {first} to {value} at update {n}', {
      symbol,
      first: readable(curve.at(0)),
      value: readable(curve.at(last - 1)),
      n: last,
    });
  if (turn !== null)
    return say(
      turn.after === 'decay'
        ? '{symbol} over the updates: solved for up to update {n}, then it falls'
        : '{symbol} over the updates: solved for up to update {n}, then constant',
      { symbol, n: turn.at },
    );
  return say('{symbol} over the updates: {symbol} is solved for at each update', { symbol });
}
