import { symbol } from 'd3';
import type { MarkShape } from '../../methods/story.ts';
import { symbols } from '../draw/symbols.ts';

/** The mark of a column, as the charts have it. */
export function ColumnMark({ shape }: { readonly shape: MarkShape }) {
  return <path d={symbol(symbols[shape], 130)() ?? ''} fill="var(--method)" />;
}
