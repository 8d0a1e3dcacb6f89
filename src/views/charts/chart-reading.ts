import type { ChartContent, ChartLine } from '../chart/chart-content.ts';
import { nearestIndex } from '../chart/labels.ts';
import { readable } from '../format.ts';

/** The lines' values at the point next to x; beyond the end of all that is learned here, of what was recorded alone. */
export function readingAt({ lines, xLabel }: Pick<ChartContent, 'lines' | 'xLabel'>, x: number): string {
  const known = lines.filter(({ length }) => length > 0);
  const named = known.filter(({ label }) => label !== '');
  const recorded = known.filter(({ reading }) => reading !== undefined);
  const end = Math.max(...named.map((line) => line.x(line.length - 1)));
  const leads = x > end && recorded.length > 0 ? recorded : named;
  const first = leads[0] ?? known[0];
  const shown = first === undefined ? x : first.x(nearest(first, x));
  const parts = [...leads, ...recorded.filter((line) => !leads.includes(line))].map(
    (line) => `${line.reading ?? line.label} ${readable(line.y(nearest(line, shown)))}`,
  );
  return `${xLabel} ${readable(shown)}: ${parts.join(' · ')}`;
}

function nearest(line: ChartLine, x: number): number {
  return nearestIndex(line.length, (position) => line.x(position), x);
}

/** The place so many points farther along the longest line, within its ends; 0 where there is no line. @param from in units of x */
export function placeAfter(lines: readonly ChartLine[], from: number, stride: number): number {
  const line = lines.reduce<ChartLine | null>(
    (longest, one) => (one.length > (longest?.length ?? 0) ? one : longest),
    null,
  );
  if (line === null) return 0;
  const at = nearest(line, from) + stride;
  return line.x(Math.min(line.length - 1, Math.max(0, at)));
}
