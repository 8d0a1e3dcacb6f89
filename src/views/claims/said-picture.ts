import type { Level, Panel, Picture, PictureAxis } from '../../claims/pictures/picture.ts';
import { say } from '../../copy/say.ts';

const saidAxis = (axis: PictureAxis): PictureAxis => ({ ...axis, label: say(axis.label) });
const saidLevel = (level: Level | null): Level | null =>
  level === null ? null : { ...level, label: say(level.label) };

/** A panel in the language of the page: files and records have it in English. */
export function saidPanel(panel: Panel): Panel {
  const words = { title: say(panel.title), note: say(panel.note) };
  switch (panel.kind) {
    case 'plot':
      return {
        ...panel,
        ...words,
        x: saidAxis(panel.x),
        y: saidAxis(panel.y),
        ...(panel.ends !== undefined && { ends: [say(panel.ends[0]), say(panel.ends[1])] as const }),
        level: saidLevel(panel.level),
        floor: saidLevel(panel.floor),
        lines: panel.lines.map((line) => ({ ...line, name: say(line.name), end: say(line.end) })),
      };
    case 'rows':
      return {
        ...panel,
        ...words,
        x: saidAxis(panel.x),
        level: saidLevel(panel.level),
        rows: panel.rows.map((row) => ({ ...row, name: say(row.name), text: say(row.text) })),
      };
    case 'dots':
      return {
        ...panel,
        ...words,
        legend: say(panel.legend),
        rows: panel.rows.map((row) => ({ ...row, name: say(row.name) })),
      };
  }
}

/** A picture in the language of the page. */
export function saidPicture({ title, line, words, panels, more }: Picture): Picture {
  return {
    title: say(title),
    line: say(line),
    words: say(words),
    panels: panels.map(saidPanel),
    more: more.map(saidPanel),
  };
}
