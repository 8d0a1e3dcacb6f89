import { say } from '../../copy/say.ts';
import { said } from '../evidence.ts';
import type { Panel, PictureLine } from './picture.ts';

/** A panel for whoever does not see it, in the language of the page. */
export function panelWords(panel: Panel): string {
  switch (panel.kind) {
    case 'plot':
      return say('{title}. {y} over {x}: {lines}.', {
        title: panel.title,
        y: panel.y.label,
        x: panel.x.label,
        lines: panel.lines.map((line) => lineWords(line, panel.joined)).join('; '),
      });
    case 'rows': {
      const told = panel.rows.map(({ name, text, reference }) => {
        if (reference === null) return `${name} ${text}`;
        const values = { name, text, value: said(reference.value) };
        return reference.doubt
          ? say('{name} {text}, the authors’ logs {value}, in doubt', values)
          : say('{name} {text}, the authors’ logs {value}', values);
      });
      return `${panel.title}. ${panel.x.label}: ${told.join('; ')}.`;
    }
    case 'dots': {
      const filledOf = (filled: readonly (boolean | null)[]): string =>
        panel.columns.flatMap(({ name }, n) => (filled[n] === true ? [name] : [])).join(', ') || say('none');
      return `${panel.title}. ${panel.rows.map(({ name, filled }) => `${name}: ${filledOf(filled)}`).join('; ')}.`;
    }
  }
}

function lineWords({ name, points, end, reference }: PictureLine, joined: boolean): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return say('{name} has no value', { name });
  if (!joined) {
    const heights = points.map(([, value]) => value);
    const [low, high] = [said(Math.min(...heights)), said(Math.max(...heights))];
    return say('{name}: {n} dots from {low} to {high}', { name, n: points.length, low, high });
  }
  const values = { name, first: said(first[1]), from: said(first[0]), last: said(last[1]), to: said(last[0]), end };
  const told =
    end === ''
      ? say('{name} goes from {first} at {from} to {last} at {to}', values)
      : say('{name} goes from {first} at {from} to {last} at {to}, {end}', values);
  return reference === undefined || reference === null
    ? told
    : say('{told}; the authors’ logs say {value}', { told, value: said(reference.value) });
}
