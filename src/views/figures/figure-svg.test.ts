import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { paper, tool } from './citation.ts';
import type { Figure } from './figure.ts';
import { figureSvg } from './figure-svg.ts';
import { linesOf } from './letters.ts';
import { testingLetters } from './testing-letters.ts';

const figure: Figure = {
  key: 'k',
  title: 'A <title> & more',
  words: 'What it shows.',
  origin: { about: ['Cliff walking; seed 1.'], link: `https://a.test/#${'run=kl&'.repeat(60)}end` },
  legend: Array.from({ length: 9 }, (_, n) => ({
    kind: 'line',
    text: `a column with a long name, number ${n}`,
    color: '#0072B2',
    dash: [4, 2],
    mark: 'circle',
  })),
  draw: () => ({ width: 300, height: 100, markup: '<path d="M0,0H300"/>' }),
  data: () => ({ columns: [], rows: [] }),
  print: null,
};

describe('a figure as one file', () => {
  const svg = figureSvg(figure, testingLetters);
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);

  it('holds title, words, settings, the whole link and what to cite, escaped', () => {
    expect(svg).toContain('<title id="figure-title">A &lt;title&gt; &amp; more</title>');
    expect(svg).toContain('What it shows.</desc>');
    expect(svg).toContain(`<dc:source>${figure.origin.link.replaceAll('&', '&amp;')}</dc:source>`);
    expect(svg).toContain('arXiv:2306.14133');
    expect(svg).toContain('Cliff walking; seed 1.</text>');
  });

  it('hangs on nothing else: no styles, no variables, no other files', () => {
    expect(svg).not.toMatch(/style=|class=|var\(|href=|<image|<style|@import/);
    expect(svg).toContain('sans-serif');
  });

  it('lets nothing stand beyond its edges, and no line on another', () => {
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)];
    for (const [, x, y, size, text] of texts) {
      expect(Number(x) + testingLetters.width(text!.replaceAll('&amp;', '&'), `${size}px`)).toBeLessThanOrEqual(
        width! - 2 * 16 + 0.01,
      );
      expect(Number(y)).toBeLessThan(height!);
    }
    const caption = svg.slice(svg.lastIndexOf('<g transform'));
    const rows = [...caption.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y));
    rows.slice(1).forEach((y, n) => expect(y - rows[n]!).toBeGreaterThanOrEqual(13));
  });
});

it('breaks lines at words, and words that are too long', () => {
  const widthOf = (text: string): number => text.length;
  expect(linesOf('one two three', 7, widthOf)).toEqual(['one two', 'three']);
  expect(linesOf('a verylongword', 5, widthOf)).toEqual(['a', 'veryl', 'ongwo', 'rd']);
});

it('cites what CITATION.cff says', () => {
  const cff = parse(readFileSync('CITATION.cff', 'utf8')) as {
    title: string;
    authors: { name: string }[];
    'preferred-citation': Record<'title' | 'journal', string> & {
      year: number;
      authors: Record<'given-names' | 'family-names', string>[];
      identifiers: { value: string }[];
    };
  };
  const cited = cff['preferred-citation'];
  expect(paper).toEqual({
    authors: cited.authors.map((one) => `${one['given-names']} ${one['family-names']}`),
    title: cited.title,
    journal: cited.journal,
    year: cited.year,
    preprint: cited.identifiers[0]!.value,
  });
  expect(tool).toEqual({ title: cff.title, authors: cff.authors[0]!.name });
});
