import { area, line, symbol } from 'd3';
import type { PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import type { MarkShape } from '../../methods/story.ts';
import { readable } from '../format.ts';
import { apart, scaleOver, ticksOf, type Scale, type Tick } from './scales.ts';
import { endLabels, EndLabels } from './end-labels.tsx';
import { symbols } from '../draw/symbols.ts';
import { nearestIndex } from './labels.ts';
import { widthOf } from './picture-scale.ts';

/** A line with an interval around it; arrays are of one length, what is not finite leaves a gap. */
export interface CurveSeries {
  readonly name: string;
  readonly color: string;
  readonly dash: readonly number[];
  readonly mark?: MarkShape;
  readonly at: readonly number[];
  readonly middle: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Where the name at the line's end leads. */
  readonly href?: string | undefined;
}

export interface CurveChartProps {
  readonly title: string;
  /** With its unit. */
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly CurveSeries[];
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** Where the y axis begins and ends; without it, where the values do. */
  readonly yDomain?: readonly [number, number];
  /** Instead of round numbers. */
  readonly xTicks?: readonly Tick[];
  /** How intervals are drawn; bars come with marks. */
  readonly intervals?: 'band' | 'bars';
  /** Whether a line joins the points; it does where nothing is said. */
  readonly joined?: boolean;
  /** In CSS pixels; as wide as there is room where it is not given. */
  readonly width?: number;
  readonly height?: number;
}

const TOP = 20;
const BOTTOM = 36;
/** At least; labels that are wider have the room that they need. */
const LEFT = 48;
/** Of a chart's labels to those that a width is known of: 12 pixels to 11. */
const LETTERS = 12 / 11;
const MOST_MARKS = 12;

interface CurvePictureProps extends CurveChartProps {
  readonly width: number;
  /** Called with what stands under the pointer, in words; "" where it left. */
  readonly onRead?: (reading: string) => void;
}

/** Lines with intervals on two named axes, and their names at their ends. */
export function CurvePicture(props: CurvePictureProps) {
  const { title, xLabel, yLabel, series, width, logX = false, logY = false, intervals = 'band', joined = true } = props;
  const { height = 220, onRead } = props;
  const names = series.map(({ name }) => name.length);
  const right = Math.min(0.36 * width, 38 + 7 * Math.max(0, ...names));
  const bottom = height - BOTTOM;
  const given = props.xTicks?.map(({ value }) => value) ?? [];
  const inset = intervals === 'bars' ? 10 : 0;
  const y = scaleOver(
    props.yDomain ?? series.flatMap(({ middle, low, high }) => [...middle, ...low, ...high]),
    [bottom, TOP + 4],
    logY,
  );
  const widest = Math.max(...ticksOf(y, 4, logY).map(({ label }) => LETTERS * widthOf(label)));
  const left = Math.max(LEFT, Math.ceil(8 + widest));
  const x = scaleOver(
    [...given, ...series.flatMap(({ at }) => at)],
    [left + inset, Math.max(left + inset + 1, width - right - inset)],
    logX,
  );
  const labels = endLabels(series, y, TOP + 6, bottom);
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    onRead?.(readAt(series, x.invert(place), xLabel, props.xTicks));
  };
  return (
    <div className="curve-holder" translate="no" style={{ height }}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${title}. ${curveWords(props)}`}
        onPointerMove={onPointerMove}
        onPointerLeave={() => onRead?.('')}
      >
        <Axes
          {...{ x, y, xLabel, yLabel, logX, logY, bottom, left, right, width, height }}
          xTicks={props.xTicks}
          wholeX={series.every(({ at }) => at.every(Number.isInteger))}
        />
        {series.map((one) => (
          <Curve key={one.name} series={one} x={x} y={y} logY={logY} intervals={intervals} joined={joined} />
        ))}
        {series.length === 0 && (
          <text x={(left + width - right) / 2} y={height / 2} textAnchor="middle" className="axis-name">
            {say('nothing yet')}
          </text>
        )}
      </svg>
      <EndLabels labels={labels} left={width - right + 10} room={right - 10} />
    </div>
  );
}

interface CurveProps {
  readonly series: CurveSeries;
  readonly x: Scale;
  readonly y: Scale;
  readonly logY: boolean;
  readonly intervals: 'band' | 'bars';
  readonly joined: boolean;
}

function Curve({ series, x, y, logY, intervals, joined }: CurveProps) {
  const { at, middle, low, high, color, dash } = series;
  const shown = (value: number | undefined): boolean =>
    value !== undefined && Number.isFinite(value) && (!logY || value > 0);
  const points = at.map((_, n) => n);
  const place = (n: number): number => x(at[n]!);
  const path = line<number>(place, (n) => y(middle[n]!)).defined((n) => shown(at[n]) && shown(middle[n]));
  // an interval that reaches to 0 goes on to the edge of a log axis
  const band = area<number>(
    place,
    (n) => (logY && low[n]! <= 0 ? y.range()[0]! : y(low[n]!)),
    (n) => y(high[n]!),
  ).defined((n) => shown(at[n]) && Number.isFinite(low[n]) && shown(high[n]) && low[n] !== high[n]);
  const seen = points.filter((n) => shown(at[n]) && shown(middle[n]));
  // a log axis has no 0: a line that comes to it ends there, in a ring on the axis
  const last = seen.at(-1);
  const nothing = logY && last !== undefined ? points.find((n) => n > last && middle[n] === 0) : undefined;
  const every = Math.max(1, Math.ceil(seen.length / MOST_MARKS));
  const shape =
    series.mark === undefined
      ? undefined
      : (symbol(symbols[series.mark], intervals === 'bars' ? 42 : 22)() ?? undefined);
  return (
    <g stroke={color} fill={color}>
      {intervals === 'band' ? (
        <path d={band(points) ?? ''} stroke="none" opacity={0.17} />
      ) : (
        seen
          .filter((n) => shown(high[n]) && Number.isFinite(low[n]) && low[n] !== high[n])
          .map((n) => {
            const from = logY && low[n]! <= 0 ? y.range()[0]! : y(low[n]!);
            const to = y(high[n]!);
            return <path key={n} d={`M${place(n) - 4},${to}h8M${place(n)},${to}V${from}M${place(n) - 4},${from}h8`} />;
          })
      )}
      {joined && <path d={path(points) ?? ''} fill="none" strokeWidth={1.8} strokeDasharray={dash.join(' ')} />}
      {nothing !== undefined && (
        <g fill="none">
          {joined && (
            <path
              d={`M${place(last!)},${y(middle[last!]!)}L${place(nothing)},${y.range()[0]}`}
              strokeWidth={1.8}
              strokeDasharray={dash.join(' ')}
            />
          )}
          <circle cx={place(nothing)} cy={y.range()[0]} r={4.5} strokeWidth={2} />
        </g>
      )}
      {shape !== undefined &&
        seen
          .filter((_, n) => intervals === 'bars' || n % every === 0)
          .map((n) => (
            <path key={n} d={shape} transform={`translate(${place(n)},${y(middle[n]!)})`} strokeWidth={0.5} />
          ))}
    </g>
  );
}

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logX: boolean;
  readonly logY: boolean;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
  readonly xTicks: readonly Tick[] | undefined;
  readonly wholeX: boolean;
}

function Axes({ x, y, xLabel, yLabel, logX, logY, bottom, left, right, width, height, xTicks, wholeX }: AxesProps) {
  const round = ticksOf(x, Math.max(2, Math.floor(width / 80)), logX);
  // there is no half of an iteration
  const wanted = xTicks ?? (wholeX ? round.filter(({ value }) => Number.isInteger(value)) : round);
  const widest = Math.max(0, ...wanted.map(({ label }) => label.length));
  const across = apart(wanted, x, Math.max(24, 6 * widest + 6));
  return (
    <g className="axes">
      {ticksOf(y, 4, logY).map(({ value, label }) => (
        <g key={value} transform={`translate(0,${Math.round(y(value)) + 0.5})`}>
          <line x1={left} x2={width - right} />
          <text x={left - 5} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {across.map(({ value, label }) => (
        <g key={value} transform={`translate(${Math.round(x(value)) + 0.5},${bottom})`}>
          <line y2={4} />
          <text y={15} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <AxisName
        name={logX ? say('{name} (log)', { name: xLabel }) : xLabel}
        room={width}
        x={Math.min(width - 4, width - right)}
        y={height - 6}
        end
      />
      <AxisName name={logY ? say('{name} (log)', { name: yLabel }) : yLabel} room={width} x={2} y={10} />
    </g>
  );
}

interface AxisNameProps {
  readonly name: string;
  readonly room: number;
  readonly x: number;
  readonly y: number;
  readonly end?: boolean;
}

/** A name that is narrowed where it would not fit; the y axis has it above, where it can be read. */
function AxisName({ name, room, x, y, end = false }: AxisNameProps) {
  const width = 6.1 * name.length;
  const most = end ? x - 2 : room - x;
  const narrow = width > most ? { textLength: most, lengthAdjust: 'spacingAndGlyphs' } : {};
  return (
    <text className="axis-name" x={x} y={y} textAnchor={end ? 'end' : 'start'} {...narrow}>
      {name}
    </text>
  );
}

/** What every line has at the place next to x. */
function readAt(series: readonly CurveSeries[], x: number, name: string, ticks?: readonly Tick[]): string {
  const nearest = (at: readonly number[]): number => nearestIndex(at.length, (n) => at[n]!, x);
  const [first] = series.filter(({ at }) => at.length > 0);
  if (first === undefined) return '';
  const at = first.at[nearest(first.at)]!;
  const parts = series.map(({ name: of, at: places, middle, low, high }) => {
    const n = nearest(places);
    return `${of} ${valueWords(middle[n] ?? NaN, low[n], high[n])}`;
  });
  return `${name} ${placeName(at, ticks)}: ${parts.join(' · ')}`;
}

/** What a place on the axis is called: the tick next to it where ticks were given. */
function placeName(at: number, ticks: readonly Tick[] | undefined): string {
  if (ticks === undefined || ticks.length === 0) return readable(at);
  return ticks.reduce((best, tick) => (Math.abs(tick.value - at) < Math.abs(best.value - at) ? tick : best)).label;
}

/** A value, with its interval where it has one. */
function valueWords(middle: number, low: number | undefined, high: number | undefined): string {
  const value = readable(middle);
  if (low === undefined || high === undefined || !(high > low)) return value;
  return say('{value} ({low} to {high})', { value, low: readable(low), high: readable(high) });
}

/** The chart in words. */
export function curveWords({ series, xLabel, yLabel, xTicks }: CurveChartProps): string {
  if (series.length === 0) return say('Nothing to show yet.');
  const ends = series.map(({ name, at, middle, low, high }) => {
    const last = middle.findLastIndex((value) => Number.isFinite(value));
    if (last < 0) return say('{name} has no value', { name });
    return say('{name} ends at {value}, at {place}', {
      name,
      value: valueWords(middle[last]!, low[last], high[last]),
      place: placeName(at[last]!, xTicks),
    });
  });
  return say('{y} over {x}: {ends}.', { y: yLabel, x: xLabel, ends: ends.join('; ') });
}
