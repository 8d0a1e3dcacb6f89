import { describe, expect, it } from 'vitest';
import type { PrintTable } from './figure.ts';
import { csvOf, latexOf, latexText, markdownOf } from './table-text.ts';

const LINK = 'https://a.test/#run=kl,delta:0.1&end';

describe('CSV', () => {
  it('has all digits, nothing for what is no number, and line ends as RFC 4180', () => {
    const text = csvOf(
      {
        columns: ['a', 'b (m)'],
        rows: [
          [0.1 + 0.2, NaN],
          [-Infinity, 1e-300],
        ],
      },
      LINK,
    );
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('a,b (m),source');
    expect(lines[1]).toMatch(/^0\.30000000000000004,,/);
    expect(lines[2]).toBe('-Infinity,1e-300,');
    expect(lines[3]).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('quotes commas, quotes and line ends, and doubles quotes', () => {
    const text = csvOf({ columns: ['x'], rows: [['a,b'], ['say "no"'], ['two\nlines'], ['plain']] }, LINK);
    expect(text).toContain('\r\n"say ""no""",\r\n');
    expect(text).toContain('"two\nlines",\r\n');
    expect(text).toContain('\r\n"a,b",');
    expect(text).toContain('\r\nplain,\r\n');
  });

  it('takes the formula out of a text, and leaves numbers alone', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
    const text = csvOf({ columns: ['=bad', 'n'], rows: texts.map((one) => [one, -1]) }, LINK);
    expect(text).toMatch(/^'=bad,n,source\r\n'=1\+1,-1,/);
    for (const one of texts) expect(text).toContain(`'${one}`);
    expect(text).not.toContain("'-1,'");
  });

  it('says once where it comes from and what to cite', () => {
    const text = csvOf({ columns: ['n'], rows: [[1], [2]] }, LINK);
    expect(text.split(LINK)).toHaveLength(2);
    expect(text).toContain('arXiv:2306.14133');
    expect(text).toContain('Trust Region Playground');
  });
});

const table: PrintTable = {
  head: ['rule', 'a|b_c'],
  names: 1,
  rows: [[{ text: 'β*' }, { text: '1.5·10⁻⁵', note: '−1 … 2' }]],
};

describe('Markdown', () => {
  it('keeps signs from meaning anything', () => {
    const lines = markdownOf(table, 'T_1', LINK).split('\n');
    expect(lines[0]).toBe('**T\\_1**');
    expect(lines.slice(2, 5)).toEqual(['| rule | a\\|b\\_c |', '| :-- | --: |', '| β\\* | 1.5·10⁻⁵ (−1 … 2) |']);
    expect(lines.at(-2)).toContain(`<${LINK}>`);
  });
});

describe('LaTeX', () => {
  it('escapes its own signs and sets ours', () => {
    expect(latexText('50 % of $5 & #1_{a} ~ ^ \\')).toBe(
      '50 \\% of \\$5 \\& \\#1\\_\\{a\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}',
    );
    expect(latexText('β −1 · 10⁻⁵')).toBe('$\\beta$ $-$1 $\\cdot$ 10$^{-5}$');
    expect(latexText('1.5e−9')).toBe('1.5$\\cdot 10^{-9}$');
    expect(latexText('the 2nd')).toBe('the 2nd');
  });

  it('has as many columns as it says, and comments with the source', () => {
    const text = latexOf(table, 'Costs of 5 %', LINK);
    expect(text).toContain('\\caption{Costs of 5 \\%}');
    expect(text).toContain('\\begin{tabular}{lr}');
    expect(text).toContain('$\\beta$* & 1.5$\\cdot$10$^{-5}$ ($-$1 \\dots{} 2) \\\\');
    expect(text.split('\n')[0]).toMatch(/^% .*https:\/\/a\.test/);
    // a line that is no comment may not hold a bare percent sign
    for (const line of text.split('\n').slice(2)) expect(line).not.toMatch(/(^|[^\\])%/);
  });
});
