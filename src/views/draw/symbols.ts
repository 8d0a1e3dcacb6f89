import {
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3';
import type { MarkShape } from '../../methods/story.ts';

/** A polygon of unit points, scaled to an area about that of d3's own. */
function polygon(points: readonly (readonly [number, number])[]): SymbolType {
  return {
    draw: (context, size) => {
      const radius = Math.sqrt(size / 2.4);
      points.forEach(([x, y], n) => {
        if (n === 0) context.moveTo(x * radius, y * radius);
        else context.lineTo(x * radius, y * radius);
      });
      context.closePath();
    },
  };
}

const regular = (corners: number, turn: number): SymbolType =>
  polygon(
    Array.from({ length: corners }, (_, n) => {
      const angle = (2 * Math.PI * n) / corners + turn;
      return [Math.cos(angle), Math.sin(angle)] as const;
    }),
  );

/** How marks are drawn: all are filled. */
export const symbols: Readonly<Record<MarkShape, SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  cross: symbolCross,
  wye: symbolWye,
  star: symbolStar,
  wedge: regular(3, Math.PI / 2),
  lozenge: polygon([
    [1.3, 0],
    [0, 0.7],
    [-1.3, 0],
    [0, -0.7],
  ]),
  hexagon: regular(6, 0),
  pentagon: regular(5, -Math.PI / 2),
  bar: polygon([
    [-0.45, -1.1],
    [0.45, -1.1],
    [0.45, 1.1],
    [-0.45, 1.1],
  ]),
};
