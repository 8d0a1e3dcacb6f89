import { symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolTriangle, symbolWye, type SymbolType } from 'd3';
import type { MarkShape } from './palette.ts';

/** How marks are drawn. */
export const symbols: Readonly<Record<MarkShape, SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  cross: symbolCross,
  wye: symbolWye,
};
