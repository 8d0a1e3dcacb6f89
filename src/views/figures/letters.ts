import { say } from '../../copy/say.ts';

/** How large texts are. */
export interface Letters {
  /** Pixels across, in a font as canvases name it. */
  readonly width: (text: string, font: string) => number;
  /** Pixels from where a baseline of a canvas lies down to that of the letters. */
  readonly drop: (font: string, baseline: CanvasTextBaseline) => number;
}

/** Measures with a canvas of this page. */
export function pageLetters(): Letters {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error(say('This browser gives no 2D canvas.'));
  const ascent = (font: string, baseline: CanvasTextBaseline): number => {
    context.font = font;
    context.textBaseline = baseline;
    return context.measureText('x').actualBoundingBoxAscent;
  };
  return {
    width: (text, font) => {
      context.font = font;
      return context.measureText(text).width;
    },
    drop: (font, baseline) => ascent(font, 'alphabetic') - ascent(font, baseline),
  };
}

/** Breaks a text into lines no wider than there is room; a word that is wider is broken too. */
export function linesOf(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    while (widthOf(word) > room && word.length > 1) {
      let fits = Math.max(1, Math.floor((word.length * room) / widthOf(word)));
      while (fits > 1 && widthOf(word.slice(0, fits)) > room) fits -= 1;
      lines.push(word.slice(0, fits));
      word = word.slice(fits);
    }
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}
