import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { Signal } from '../../playground/signal.ts';
import type { Scales } from '../chart/chart-axes.ts';
import type { ChartContent } from '../chart/chart-content.ts';
import { drawLineChart } from '../chart/line-chart.ts';
import { useDrawing } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { placeAfter, readingAt } from './chart-reading.ts';

export interface ChartProps {
  readonly title: string;
  readonly signal: Signal;
  /** What to draw now, for a width. */
  readonly content: (width: number, height: number) => ChartContent;
  /** The chart in a sentence, for those who do not see it. */
  readonly describe: () => string;
  readonly height: number;
  /** How much larger everything is drawn. */
  readonly zoom?: number;
  /** Where the reader pointed, in units of x. */
  readonly onSeek?: (x: number) => void;
  /** Whether Tab comes to it: to one of several, between which Up and Down go. */
  readonly stop?: boolean;
}

/** Milliseconds between drawings while it trains: a chart of many thousand points need not be drawn sixty times a second. */
const PACE = 80;

/** What keys do: by how many points they go along the curves. */
const STRIDES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

/** A chart on a canvas with a reading under the pointer, or where the arrow keys have come; Enter goes to that update. */
export function Chart({ title, signal, content, describe, height, zoom = 1, onSeek, stop = true }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scales = useRef<Scales | null>(null);
  const width = useWidth(holder);
  const [reading, setReading] = useState<string | null>(null);
  const [walked, setWalked] = useState<{ readonly x: number; readonly left: number } | null>(null);
  useDrawing(
    [signal],
    () => {
      const context = canvas.current?.getContext('2d');
      if (context === null || context === undefined || width === 0) return;
      const ratio = Math.min(3, window.devicePixelRatio || 1);
      if (context.canvas.width !== Math.round(width * ratio) || context.canvas.height !== Math.round(height * ratio)) {
        context.canvas.width = Math.round(width * ratio);
        context.canvas.height = Math.round(height * ratio);
      }
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, 0, 0);
      scales.current = drawLineChart(context, content(width / zoom, height / zoom));
    },
    PACE,
  );
  const at = (event: PointerEvent<HTMLElement>): number | null => {
    const x = (event.clientX - event.currentTarget.getBoundingClientRect().left) / zoom;
    if (scales.current === null || x < scales.current.box.left || x > scales.current.box.right) return null;
    return scales.current.x.invert(x);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const x = at(event);
    if (x === null) setReading(null);
    else read(x);
  };
  const read = (x: number): void => setReading(readingAt(content(width / zoom, height / zoom), x));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stride = STRIDES[event.key];
    if (event.key === 'Enter' && walked !== null) onSeek?.(walked.x);
    else if (stride !== undefined) {
      const { lines, playhead } = content(width / zoom, height / zoom);
      const x = placeAfter(lines, walked?.x ?? playhead ?? 0, walked === null ? 0 : stride);
      setWalked({ x, left: (scales.current?.x(x) ?? 0) * zoom });
      read(x);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="chart">
      <div
        ref={holder}
        className="chart-canvas"
        style={{ height }}
        role="slider"
        tabIndex={stop ? 0 : -1}
        aria-label={`${title}. ${describe()}`}
        aria-valuenow={walked?.x ?? 0}
        aria-valuetext={reading ?? say('not read yet: the arrow keys go along the curves')}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setWalked(null);
          setReading(null);
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setReading(null)}
        onPointerDown={(event) => {
          const x = at(event);
          if (x !== null) onSeek?.(x);
        }}
      >
        <canvas ref={canvas} style={{ width, height }} aria-hidden="true" />
        {walked !== null && <span className="chart-cursor" style={{ left: walked.left }} />}
      </div>
      <p className="chart-reading" aria-hidden="true">
        {reading ?? ' '}
      </p>
    </div>
  );
}
