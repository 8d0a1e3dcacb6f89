import { inkOn } from '../draw/palette.ts';
import type { Drawn, PrintTable } from './figure.ts';
import type { Letters } from './letters.ts';
import { attributes, escaped, FONTS } from './xml.ts';

const ROW = 24;
const NOTE = 14;
const PAD = 8;

/** A table as a picture: columns as wide as they need, rules above, under the head and below. */
export function tablePicture({ head, rows, names }: PrintTable, letters: Letters): Drawn {
  const font = (size: number, bold: boolean): string => `${bold ? '600 ' : ''}${size}px ${FONTS}`;
  const widths = head.map((name, n) =>
    Math.ceil(
      2 * PAD +
        Math.max(
          letters.width(name, font(12, true)),
          ...rows.map((row) =>
            Math.max(
              letters.width(row[n]?.text ?? '', font(13, row[n]?.bold === true)),
              letters.width(row[n]?.note ?? '', font(11, false)),
            ),
          ),
        ),
    ),
  );
  const lefts = widths.map((_, n) => widths.slice(0, n).reduce((sum, width) => sum + width, 0));
  const width = widths.reduce((sum, one) => sum + one, 0);
  const parts: string[] = [];
  const put = (text: string, n: number, y: number, size: number, bold: boolean, fill: string): void => {
    if (text === '') return;
    const [x, anchor] = n < names ? [lefts[n]! + PAD, undefined] : [lefts[n]! + widths[n]! - PAD, 'end'];
    const look = { x, y, 'font-size': size, 'font-weight': bold ? 600 : undefined, 'text-anchor': anchor, fill };
    parts.push(`<text${attributes(look)}>${escaped(text)}</text>`);
  };
  const rule = (y: number, thick: number): void => {
    parts.push(`<path${attributes({ d: `M0,${y}H${width}`, stroke: '#1d242c', 'stroke-width': thick })}/>`);
  };
  rule(1, 1.5);
  head.forEach((name, n) => put(name, n, 17, 12, true, '#1d242c'));
  rule(ROW, 0.75);
  let y = ROW + 2;
  for (const row of rows) {
    const high = ROW + (row.some(({ note = '' }) => note !== '') ? NOTE : 0);
    row.forEach(({ text, fill, bold = false, note = '' }, n) => {
      if (fill !== undefined)
        parts.push(
          `<rect${attributes({ x: lefts[n]! + 1, y: y + 1, width: widths[n]! - 2, height: high - 2, fill })}/>`,
        );
      const ink = fill === undefined ? '#1d242c' : inkOn(fill);
      put(text, n, y + 17, 13, bold, ink);
      put(note, n, y + 17 + NOTE, 11, false, ink);
    });
    y += high;
  }
  rule(y + 1, 1.5);
  return { width, height: y + 3, markup: parts.join('') };
}
