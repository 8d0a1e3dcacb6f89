import { symbol } from 'd3';
import type { PictureRow, RowsPanel } from '../../claims/pictures/picture.ts';
import { symbols } from '../draw/symbols.ts';
import { looksOf, type LineLook } from './looks.ts';
import { PanelAxes, PanelText, type PlotBox } from './panel-frame.tsx';
import { pictureScale, widthOf } from './picture-scale.ts';
import type { PanelProps } from './plot-panel.tsx';

const TOP = 4;
const BOTTOM = 32;

const reach = ({ rows, level, bars }: RowsPanel): number[] => [
  ...rows.flatMap(({ value, low, high, marks, reference }) => [
    value,
    low,
    high,
    ...marks,
    ...(reference === null ? [] : [reference.low, reference.high]),
  ]),
  ...(level === null ? [] : [level.value]),
  ...(bars ? [0] : []),
];

/** How high a panel of rows is, so that rows are neither cramped nor far apart. */
export const rowsHeight = ({ rows, level }: RowsPanel, row: number): number =>
  TOP + (level === null ? 0 : 14) + rows.length * row + BOTTOM;

/** A bar or a mark a row, with its interval and its number at the end. */
export function RowsPanelPicture({ panel, width, height, beside, dots, words }: PanelProps<RowsPanel>) {
  const { rows, level, bars } = panel;
  const looks = looksOf(rows);
  const names = Math.min(0.4 * width, 8 + Math.max(...rows.map(({ name }) => widthOf(name))));
  const texts = Math.min(0.3 * width, 8 + Math.max(...rows.map(({ text }) => widthOf(text))));
  const box: PlotBox = {
    left: names,
    right: Math.max(names + 20, width - texts),
    top: TOP + (level === null ? 0 : 14),
    bottom: height - BOTTOM,
  };
  const x = pictureScale(
    panel.x,
    beside.flatMap(reach),
    [box.left + 2, box.right - 6],
    Math.floor((box.right - box.left) / 50),
  );
  const each = (box.bottom - box.top) / Math.max(1, rows.length);
  return (
    <svg
      width={width}
      height={height}
      {...(words === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
    >
      <PanelAxes box={box} width={width} x={x} xLabel={panel.x.label} y={null} />
      {level !== null && (
        <g className="level">
          <line x1={x.place(level.value)} x2={x.place(level.value)} y1={box.top - 2} y2={box.bottom} />
          <PanelText x={x.place(level.value)} y={box.top - 5} room={80} anchor="middle">
            {level.label}
          </PanelText>
        </g>
      )}
      {rows.map((row, n) => {
        const middle = box.top + (n + 0.5) * each;
        const here = dots?.rows.find(({ name }) => name === row.name);
        return (
          <g key={row.name}>
            <PanelText x={names - 6} y={middle + 4} room={names - 6} anchor="end" className="line-name">
              {row.name}
            </PanelText>
            <Row row={row} look={looks[n]!} bars={bars} place={x.place} middle={middle} each={each} left={box.left} />
            {here !== undefined && Number.isFinite(here.value) && (
              <g className="run-dots" stroke={looks[n]!.color} strokeWidth={1.6}>
                <circle cx={x.place(here.value)} cy={middle} r={4} />
              </g>
            )}
            <PanelText x={width - 2} y={middle + 4} room={texts - 4} anchor="end">
              {row.text}
            </PanelText>
          </g>
        );
      })}
    </svg>
  );
}

interface RowProps {
  readonly row: PictureRow;
  readonly look: LineLook;
  readonly bars: boolean;
  readonly place: (value: number) => number;
  readonly middle: number;
  readonly each: number;
  readonly left: number;
}

function Row({ row, look, bars, place, middle, each, left }: RowProps) {
  const { value, low, high, marks, reference } = row;
  const shape = symbol(symbols[look.mark], 40)() ?? '';
  const thick = Math.min(14, 0.6 * each);
  // ours stands above theirs where there are both
  const ours = reference === null ? middle : middle - each / 5;
  const theirs = middle + each / 5;
  return (
    <>
      {bars && Number.isFinite(value) && (
        <rect
          x={left}
          y={middle - thick / 2}
          width={Math.max(1, place(value) - left)}
          height={thick}
          fill={look.color}
          opacity={0.45}
        />
      )}
      <g fill={look.color} stroke={look.color}>
        {marks.map((mark, n) => (
          <circle key={n} cx={place(mark)} cy={middle} r={1.8} stroke="none" />
        ))}
        {high > low && <path d={`M${place(low)},${ours}H${place(high)}`} strokeWidth={2} />}
        {!bars && Number.isFinite(value) && (
          <path d={shape} transform={`translate(${place(value)},${ours})`} stroke="none" />
        )}
      </g>
      {reference !== null && (
        <g className="reference" stroke={look.color} strokeWidth={1.4}>
          <path d={`M${place(reference.low)},${theirs}H${place(reference.high)}`} />
          <path d={shape} transform={`translate(${place(reference.value)},${theirs})`} />
          {reference.doubt && <path d={`M${place(reference.value) - 5},${theirs - 5}l10,10m0,-10l-10,10`} />}
        </g>
      )}
    </>
  );
}
