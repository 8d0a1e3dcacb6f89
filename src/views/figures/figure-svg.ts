import { symbol } from 'd3';
import { say } from '../../copy/say.ts';
import { symbols } from '../draw/symbols.ts';
import { madeWith, paperCitation, toolCitation } from './citation.ts';
import type { Drawn, Figure, LegendEntry } from './figure.ts';
import { linesOf, type Letters } from './letters.ts';
import { attributes, escaped, FONTS } from './xml.ts';

/** Where a picture lies in its file, in pixels of the page. */
const PLACE = { left: 16, top: 16 };
const LEAST_WIDTH = 440;
const INK = '#1d242c';
const QUIET = '#55606d';
/** Letters of the address at the most: the whole one is in the file's metadata. */
const MOST_LINK = 240;

/** A figure as one SVG file: its picture, its legend, and in words what it is, where it comes from and what to cite. */
export function figureSvg(figure: Figure, letters: Letters): string {
  if (figure.draw === null) throw new Error('There is no picture to save.');
  const picture = figure.draw();
  const width = Math.ceil(Math.max(LEAST_WIDTH, picture.width + 2 * PLACE.left));
  const room = width - 2 * PLACE.left;
  const left = PLACE.left + Math.max(0, (room - picture.width) / 2);
  const legend = drawnLegend(figure.legend, room, letters);
  const legendTop = PLACE.top + picture.height + 10;
  const caption = drawnCaption(figure, room, letters);
  const captionTop = legendTop + legend.height + (legend.height > 0 ? 8 : 0);
  const height = Math.ceil(captionTop + caption.height + PLACE.top - 4);
  const at = (x: number, y: number, { markup }: Drawn): string =>
    `<g${attributes({ transform: `translate(${x} ${y})` })}>${markup}</g>\n`;
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONTS,
    'font-size': 12,
    role: 'img',
    'aria-labelledby': 'figure-title figure-description',
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg${root}>
<title id="figure-title">${escaped(figure.title)}</title>
<desc id="figure-description">${escaped(figure.words)}</desc>
${metadata(figure)}
<rect${attributes({ width, height, fill: '#ffffff' })}/>
${at(Math.round(left), PLACE.top, picture)}${at(PLACE.left, legendTop, legend)}${at(PLACE.left, captionTop, caption)}</svg>
`;
}

/** A figure's picture alone, on white. */
export function pictureSvg({ draw }: Figure): string {
  if (draw === null) throw new Error('There is no picture to show.');
  const { width, height, markup } = draw();
  const viewBox = `-4 -4 ${width + 8} ${height + 8}`;
  const root = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, 'font-family': FONTS, 'font-size': 12 };
  return `<svg${attributes(root)}>${markup}</svg>`;
}

/** Dublin Core, as drawing programs read it. */
function metadata({ title, words, origin }: Figure): string {
  const says = Object.entries({
    'dc:title': title,
    'dc:description': [words, ...origin.about].join(' '),
    'dc:source': origin.link,
    'dc:creator': madeWith(),
    'dcterms:bibliographicCitation': `${paperCitation} ${toolCitation}`,
  });
  const spaces =
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
  return `<metadata><rdf:RDF ${spaces}><rdf:Description rdf:about="">${says
    .map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
    .join('')}</rdf:Description></rdf:RDF></metadata>`;
}

/** Title, settings, link and citations, one under the other. */
function drawnCaption({ title, origin }: Figure, room: number, letters: Letters): Drawn {
  const link =
    origin.link.length > MOST_LINK
      ? say('{link}… (whole in the file’s metadata)', { link: origin.link.slice(0, MOST_LINK) })
      : origin.link;
  const blocks = [
    { text: title, size: 14, weight: 600, color: INK },
    ...origin.about.map((text) => ({ text, size: 12, weight: 400, color: INK })),
    { text: `${madeWith()} ${link}`, size: 10.5, weight: 400, color: QUIET },
    { text: say('Cite the methods: {citation}', { citation: paperCitation }), size: 10.5, weight: 400, color: QUIET },
    { text: say('Cite the tool: {citation}', { citation: toolCitation }), size: 10.5, weight: 400, color: QUIET },
  ];
  let y = 0;
  const lines: string[] = [];
  for (const { text, size, weight, color } of blocks) {
    const font = `${weight} ${size}px ${FONTS}`;
    for (const line of linesOf(text, room, (part) => letters.width(part, font))) {
      y += Math.round(1.35 * size);
      const look = { x: 0, y, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, fill: color };
      lines.push(`<text${attributes(look)}>${escaped(line)}</text>`);
    }
  }
  return { width: room, height: y, markup: lines.join('') };
}

const ROW = 20;
const BAR = 120;

/** Entries side by side, in as many rows as they need. */
function drawnLegend(entries: readonly LegendEntry[], room: number, letters: Letters): Drawn {
  const font = `12px ${FONTS}`;
  let [x, y, high] = [0, 0, ROW];
  const parts: string[] = [];
  for (const entry of entries) {
    const sample = sampleOf(entry);
    const text = { x: sample.width + 6, y: 14, 'font-size': 12, fill: INK };
    const lines = linesOf(entry.text, room - sample.width - 6, (part) => letters.width(part, font));
    const across = sample.width + 6 + Math.max(0, ...lines.map((line) => letters.width(line, font)));
    if (x > 0 && x + across > room) [x, y, high] = [0, y + high, ROW];
    const words = lines.map((line, n) => `<text${attributes({ ...text, y: 14 + 16 * n })}>${escaped(line)}</text>`);
    parts.push(`<g transform="translate(${x} ${y})">${sample.markup}${words.join('')}</g>`);
    high = Math.max(high, sample.height, ROW + 16 * (lines.length - 1));
    x += Math.ceil(across) + 18;
  }
  return { width: room, height: entries.length === 0 ? 0 : y + high, markup: parts.join('') };
}

function sampleOf(entry: LegendEntry): Drawn {
  switch (entry.kind) {
    case 'line': {
      const line = attributes({
        d: 'M0,10H30',
        stroke: entry.color,
        'stroke-width': 2,
        'stroke-dasharray': entry.dash.join(' ') || undefined,
      });
      const mark =
        entry.mark === undefined
          ? ''
          : `<path${attributes({ d: symbol(symbols[entry.mark], 34)() ?? '', transform: 'translate(15 10)', fill: entry.color })}/>`;
      return { width: 30, height: ROW, markup: `<path${line}/>${mark}` };
    }
    case 'mark': {
      const d = symbol(symbols[entry.mark], 60)() ?? '';
      return {
        width: 12,
        height: ROW,
        markup: `<path${attributes({ d, transform: 'translate(6 10)', fill: entry.color })}/>`,
      };
    }
    case 'area':
      return {
        width: 18,
        height: ROW,
        markup: `<rect${attributes({ y: 4, width: 18, height: 12, fill: entry.color, 'fill-opacity': entry.opacity, stroke: entry.color })}/>`,
      };
    case 'bar':
      return { width: BAR, height: 36, markup: drawnBar(entry.table, entry.ticks) };
    case 'words':
      return { width: -6, height: ROW, markup: '' };
  }
}

/** Colours in steps, since a gradient is lost in some programs; its ticks are under it. */
function drawnBar(table: readonly string[], ticks: readonly (readonly [number, string])[]): string {
  const steps = 48;
  const colors = Array.from({ length: steps }, (_, n) => {
    const fill = table[Math.round((n / (steps - 1)) * (table.length - 1))]!;
    return `<rect${attributes({ x: (n * BAR) / steps, y: 4, width: BAR / steps + 0.3, height: 10, fill })}/>`;
  });
  const labels = ticks.map(([at, text]) => {
    const anchor = at < 0.1 ? 'start' : at > 0.9 ? 'end' : 'middle';
    return `<text${attributes({ x: at * BAR, y: 26, 'font-size': 10.5, 'text-anchor': anchor, fill: QUIET })}>${escaped(text)}</text>`;
  });
  return colors.join('') + labels.join('');
}
