import { area, line, symbol } from 'd3';
import { say } from '../../copy/say.ts';
import type { Level, PictureLine, PlotPanel, Reference } from '../../claims/pictures/picture.ts';
import { symbols } from '../draw/symbols.ts';
import { apartLabels } from './labels.ts';
import { looksOf, type LineLook } from './looks.ts';
import { PanelAxes, PanelText, type PlotBox } from './panel-frame.tsx';
import { pictureScale, widthOf, type PictureScale } from './picture-scale.ts';

export interface PanelProps<Kind> {
  readonly panel: Kind;
  readonly width: number;
  readonly height: number;
  /** Panels that share this one's axes, itself included. */
  readonly beside: readonly Kind[];
  /** Dots of runs made here. */
  readonly dots: Kind | null;
  /** The picture in words; "" where what is around it says them. */
  readonly words: string;
}

const TOP = 20;
const BOTTOM = 32;
/** Between a floor and the axis below it, for the floor's name. */
const CELLAR = 14;
const MOST_MARKS = 10;
const MOST_RINGS = 20;
const LABEL = 13;

const shownLevel = ({ floor }: PlotPanel, value: number): number =>
  floor === null ? value : Math.max(floor.value, value);

/** What the y axis of a panel must hold. */
function heightsOf(panel: PlotPanel): number[] {
  const { lines, level } = panel;
  const values = lines.flatMap(({ points, reference }) => [
    ...points.flatMap(([, ...heights]) => heights),
    ...(reference === undefined || reference === null ? [] : [reference.low, reference.high]),
  ]);
  return [...values, ...(level === null ? [] : [level.value])].map((value) => shownLevel(panel, value));
}

/** Lines or dots of methods on two axes; a line that comes to the floor ends there in a ring. */
export function PlotPanelPicture({ panel, width, height, beside, dots, words }: PanelProps<PlotPanel>) {
  const { lines, joined, level, floor } = panel;
  const looks = looksOf(lines);
  const names = lines.length === 1 && !joined ? [] : lines.map(nameOf);
  const referenced = lines.some(({ reference }) => reference !== undefined && reference !== null);
  const theirRoom = referenced ? 4 + 6 * lines.length : 0;
  const gutter = (names.length === 0 ? 8 : Math.min(0.36 * width, 20 + Math.max(...names.map(widthOf)))) + theirRoom;
  const floored = floor !== null && beside.some((one) => heightsOf(one).includes(floor.value));
  const y0 = pictureScale(
    panel.y,
    beside.flatMap(heightsOf),
    [height - BOTTOM - (floored ? CELLAR : 0), TOP],
    Math.floor((height - 40) / 32),
  );
  const left = 8 + Math.max(...y0.ticks.map(({ label }) => widthOf(label)));
  const box: PlotBox = { left, right: Math.max(left + 20, width - gutter), top: TOP, bottom: height - BOTTOM };
  const across = [...(panel.x.ticks ?? []), ...lines.flatMap(({ points }) => points.map(([at]) => at))];
  const x = pictureScale(panel.x, across, [box.left + 4, box.right - 4], Math.floor((box.right - box.left) / 46));
  const y = (value: number): number => y0.place(shownLevel(panel, value));
  const drawn = lines.flatMap(({ points }) => points.map(([at, value]) => [x.place(at), y(value)] as const));
  const places = lines.map(({ points }) => y(points.at(-1)?.[1] ?? NaN));
  const tops = apartLabels(
    places.map((place) => (Number.isFinite(place) ? place : box.bottom)),
    LABEL,
    TOP + 4,
    box.bottom - 2,
  );
  return (
    <svg
      width={width}
      height={height}
      {...(words === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
    >
      <PanelAxes box={box} width={width} x={x} xLabel={named(panel.x)} y={y0} />
      <PanelText x={2} y={11} room={width - 4} className="axis-name">
        {named(panel.y)}
      </PanelText>
      {level !== null && <LevelLine at={y(level.value)} box={box} />}
      {floored && <LevelLine at={y(floor.value)} box={box} />}
      {lines.map((one, n) => (
        <Marks
          key={one.name}
          line={one}
          look={looks[n]!}
          joined={joined}
          ringed={floor !== null}
          x={x}
          y={y}
          lead={n}
          of={lines.length}
        />
      ))}
      {level !== null && <LevelName level={level} at={y(level.value)} box={box} points={drawn} />}
      {floored && <LevelName level={floor} at={y(floor.value)} box={box} points={drawn} />}
      {lines.map((one, n) => (
        <RunDots
          key={one.name}
          line={dots?.lines.find(({ name }) => name === one.name)}
          look={looks[n]!}
          joined={joined}
          x={x}
          y={y}
        />
      ))}
      {names.map((name, n) => (
        <g key={name}>
          {referenced && (
            <ReferenceMark reference={lines[n]!.reference ?? null} look={looks[n]!} x={box.right + 6 + 6 * n} y={y} />
          )}
          <path
            d={symbol(symbols[looks[n]!.mark], 30)() ?? ''}
            fill={looks[n]!.color}
            transform={`translate(${width - gutter + theirRoom + 8},${tops[n]!})`}
          />
          <PanelText
            x={width - gutter + theirRoom + 15}
            y={tops[n]! + 4}
            room={gutter - theirRoom - 16}
            className="line-name"
          >
            {name}
          </PanelText>
        </g>
      ))}
    </svg>
  );
}

/** A line across, behind all curves. */
function LevelLine({ at, box }: { readonly at: number; readonly box: PlotBox }) {
  return (
    <g className="level">
      <line x1={box.left} x2={box.right} y1={at} y2={at} />
    </g>
  );
}

interface LevelNameProps {
  readonly level: Level;
  readonly at: number;
  readonly box: PlotBox;
  /** Of all curves, where they are drawn. */
  readonly points: readonly (readonly [number, number])[];
}

/** Its name, in front of the curves, below it or above it and at the end where it hides least of them. */
function LevelName({ level, at, box, points }: LevelNameProps) {
  const long = widthOf(level.label);
  const other = level.named === 'left' ? 'right' : 'left';
  const places = [12, -4].flatMap((down) => [level.named, other].map((end) => ({ down, end })));
  const hidden = places.map(({ down, end }) => {
    if (at + down - LABEL < 0) return Infinity;
    const from = end === 'left' ? box.left : box.right - long - 4;
    return points.filter(([x, y]) => x > from - 4 && x < from + long + 8 && y > at + down - LABEL && y < at + down + 4)
      .length;
  });
  const { down, end } = places[hidden.indexOf(Math.min(...hidden))]!;
  return (
    <PanelText
      className="level-name"
      x={end === 'left' ? box.left + 3 : box.right - 2}
      y={at + down}
      room={box.right - box.left - 4}
      anchor={end === 'left' ? 'start' : 'end'}
    >
      {level.label}
    </PanelText>
  );
}

const nameOf = ({ name, points, end }: PictureLine): string =>
  points.length === 0 ? say('{name}: none', { name }) : end === '' ? name : `${name} ✓`;

const named = ({ label, scale }: PlotPanel['x']): string =>
  scale === 'linear' ? label : say('{name} (log)', { name: label });

interface MarksProps {
  readonly line: PictureLine;
  readonly look: LineLook;
  readonly joined: boolean;
  /** Whether a line that came to something ends in a ring: at a floor, where it ends before the axis does. */
  readonly ringed: boolean;
  readonly x: PictureScale;
  readonly y: (value: number) => number;
  /** Place among the lines: where marks of several would cover each other, each has its own points. */
  readonly lead: number;
  readonly of: number;
}

function Marks({ line: { points, end }, look, joined, ringed, x, y, lead, of }: MarksProps) {
  const all = [...points];
  if (!joined)
    return (
      <g fill={look.color} opacity={0.6}>
        {all.map(([at, value], n) => (
          <circle key={n} cx={x.place(at)} cy={y(value)} r={2} />
        ))}
      </g>
    );
  const band = area<(typeof all)[number]>(
    ([at]) => x.place(at),
    ([, , low]) => y(low),
    ([, , , high]) => y(high),
  );
  const path = line<(typeof all)[number]>(
    ([at]) => x.place(at),
    ([, value]) => y(value),
  );
  const every = Math.max(1, Math.ceil(all.length / MOST_MARKS));
  const shape = symbol(symbols[look.mark], 26)() ?? '';
  const last = all.at(-1);
  const wide = all.some(([, , low, high]) => high > low);
  return (
    <g stroke={look.color} fill={look.color}>
      {wide && <path d={band(all) ?? ''} stroke="none" opacity={0.16} />}
      <path d={path(all) ?? ''} fill="none" strokeWidth={1.8} strokeDasharray={look.dash.join(' ')} />
      {all
        .filter((_, n) => every === 1 || n % every === Math.floor((lead * every) / of))
        .map(([at, value]) => (
          <path key={at} d={shape} transform={`translate(${x.place(at)},${y(value)})`} strokeWidth={0.5} />
        ))}
      {last !== undefined && ringed && end !== '' && (
        <circle cx={x.place(last[0])} cy={y(last[1])} r={4 + 2 * lead} className="line-end" strokeWidth={2} />
      )}
    </g>
  );
}

/** Rings of runs made here, over the committed ones. */
function RunDots({
  line: made,
  look,
  joined,
  x,
  y,
}: {
  readonly line: PictureLine | undefined;
  readonly look: LineLook;
  readonly joined: boolean;
  readonly x: PictureScale;
  readonly y: (value: number) => number;
}) {
  const every = joined ? Math.ceil((made?.points.length ?? 0) / MOST_RINGS) : 1;
  return (
    <g className="run-dots" stroke={look.color} strokeWidth={1.6}>
      {made?.points
        .filter((_, n) => n % every === 0 || n === made.points.length - 1)
        .map(([at, value], n) => (
          <circle key={n} cx={x.place(at)} cy={y(value)} r={3.2} />
        ))}
    </g>
  );
}

/** What somebody else measured: an open mark with its spread. */
function ReferenceMark({
  reference,
  look,
  x,
  y,
}: {
  readonly reference: Reference | null;
  readonly look: LineLook;
  readonly x: number;
  readonly y: (value: number) => number;
}) {
  if (reference === null) return null;
  const { value, low, high, doubt } = reference;
  return (
    <g className="reference" stroke={look.color} strokeWidth={1.4}>
      <path d={`M${x},${y(low)}V${y(high)}M${x - 3},${y(low)}h6M${x - 3},${y(high)}h6`} />
      <path d={symbol(symbols[look.mark], 40)() ?? ''} transform={`translate(${x},${y(value)})`} />
      {doubt && <path d={`M${x - 5},${y(value) - 5}l10,10m0,-10l-10,10`} />}
    </g>
  );
}
