import { inEnglish } from '../../copy/say.ts';
import { fileName } from '../download.ts';
import type { Figure } from './figure.ts';
import { figurePng } from './figure-png.ts';
import { figureSvg } from './figure-svg.ts';
import type { Letters } from './letters.ts';
import { csvOf, latexOf, markdownOf } from './table-text.ts';

/** What a figure can be saved as. */
export type Format = 'svg' | 'png' | 'csv' | 'md' | 'tex';

export const formatNames: Readonly<Record<Format, string>> = {
  svg: 'SVG',
  png: 'PNG, 2×',
  csv: 'CSV',
  md: 'Markdown',
  tex: 'LaTeX',
};

const types: Readonly<Record<Format, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  tex: 'application/x-tex;charset=utf-8',
};

/** What a figure can be had as: a picture where it is one, a table where it is one, numbers always. */
export function formatsOf({ draw, print }: Figure): Format[] {
  return [
    ...(draw === null ? [] : (['svg', 'png'] as const)),
    'csv' as const,
    ...(print === null ? [] : (['md', 'tex'] as const)),
  ];
}

/** A file, by its name. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Blob;
}

/** A figure as a file. */
export async function savedFile(figure: Figure, format: Format, letters: Letters): Promise<SavedFile> {
  const { title, origin, print } = figure;
  const file = (content: string | Blob): SavedFile => {
    return {
      name: `${fileName(title.replaceAll(/\s*\([^)]*\)/g, ''), 'figure')}.${format}`,
      type: types[format],
      content,
    };
  };
  switch (format) {
    case 'svg':
      return file(figureSvg(figure, letters));
    case 'png':
      return file(await figurePng(figure, figureSvg(figure, letters)));
    case 'csv':
      return file(inEnglish(() => csvOf(figure.data(), origin.link)));
    case 'md':
    case 'tex':
      if (print === null) throw new Error('This figure is no table.');
      return file((format === 'md' ? markdownOf : latexOf)(print(), title, origin.link));
  }
}
