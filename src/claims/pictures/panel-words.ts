import { said } from '../evidence.ts';
import type { Panel } from './picture.ts';

/** A panel for whoever does not see it. */
export function panelWords(panel: Panel): string {
  switch (panel.kind) {
    case 'plot': {
      const told = panel.lines.map(({ name, points, end, reference }) => {
        const [first, last] = [points[0], points.at(-1)];
        if (first === undefined || last === undefined) return `${name} has no value`;
        if (!panel.joined) {
          const heights = points.map(([, value]) => value);
          return `${name}: ${points.length} dots from ${said(Math.min(...heights))} to ${said(Math.max(...heights))}`;
        }
        const theirs =
          reference === undefined || reference === null ? '' : `; the authors’ logs say ${said(reference.value)}`;
        return `${name} goes from ${said(first[1])} at ${said(first[0])} to ${said(last[1])} at ${said(last[0])}${end === '' ? '' : `, ${end}`}${theirs}`;
      });
      return `${panel.title}. ${panel.y.label} over ${panel.x.label}: ${told.join('; ')}.`;
    }
    case 'rows':
      return `${panel.title}. ${panel.x.label}: ${panel.rows.map(({ name, text, reference }) => `${name} ${text}${reference === null ? '' : `, the authors’ logs ${said(reference.value)}${reference.doubt ? ', in doubt' : ''}`}`).join('; ')}.`;
    case 'dots':
      return `${panel.title}. ${panel.rows.map(({ name, filled }) => `${name}: ${panel.columns.flatMap((column, n) => (filled[n] === true ? [column.name] : [])).join(', ') || 'none'}`).join('; ')}.`;
  }
}
