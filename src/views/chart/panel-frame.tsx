import type { ReactNode } from 'react';
import type { PictureScale } from './picture-scale.ts';
import { apart } from './scales.ts';
import { widthOf } from './picture-scale.ts';

/** Where a panel's plot begins and ends in its picture, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PanelAxesProps {
  readonly box: PlotBox;
  readonly width: number;
  readonly x: PictureScale;
  readonly xLabel: string;
  /** Null where rows have names instead. */
  readonly y: PictureScale | null;
}

/** Ticks and names: those of x below, those of y to the left of the plot. */
export function PanelAxes({ box, width, x, xLabel, y }: PanelAxesProps) {
  const widest = Math.max(0, ...x.ticks.map(({ label }) => widthOf(label)));
  const inside = x.ticks.filter(({ value, label }) => {
    const [at, half] = [x.place(value), widthOf(label) / 2];
    return at - half >= 0 && at + half <= width && at >= box.left - 1 && at <= box.right + 1;
  });
  return (
    <g className="axes">
      {y?.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0,${Math.round(y.place(value)) + 0.5})`}>
          <line x1={box.left} x2={box.right} />
          <text x={box.left - 4} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line className="base" x1={box.left} x2={box.right} y1={box.bottom + 0.5} y2={box.bottom + 0.5} />
      {apart(inside, x.place, widest + 8).map(({ value, label }) => (
        <g key={value} transform={`translate(${Math.round(x.place(value)) + 0.5},${box.bottom})`}>
          {y === null ? <line y1={0} y2={box.top - box.bottom} /> : <line y2={4} />}
          <text y={14} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <PanelText x={box.right} y={box.bottom + 28} room={box.right - 2} anchor="end" className="axis-name">
        {xLabel}
      </PanelText>
    </g>
  );
}

interface PanelTextProps {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly anchor?: 'start' | 'end' | 'middle';
  readonly className?: string;
  readonly children: string;
}

/** A text that is narrowed where it would not fit. */
export function PanelText({ x, y, room, anchor = 'start', className, children }: PanelTextProps): ReactNode {
  const narrow = widthOf(children) > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
  return (
    <text x={x} y={y} textAnchor={anchor} className={className} {...narrow}>
      {children}
    </text>
  );
}
