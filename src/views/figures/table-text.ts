import { sourceOf } from './citation.ts';
import type { DataTable, PrintTable } from './figure.ts';

/**
 * Numbers as RFC 4180 has them, with all their digits. A last column says in its first row where they come from and what to cite: readers of CSV stumble over
 * comments, and a second file is lost.
 */
export function csvOf({ columns, rows }: DataTable, link: string): string {
  const lines = [[...columns, 'source'], ...rows.map((row, n) => [...row, n === 0 ? sourceOf(link) : ''])];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** What is no number is empty. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as Markdown, with its caption above and where it comes from below. */
export function markdownOf({ head, rows, names }: PrintTable, title: string, link: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = head.map((_, n) => (n < names ? ':--' : '--:'));
  const body = rows.map((row) => line(row.map(({ text, note = '' }) => (note === '' ? text : `${text} (${note})`))));
  return `${[`**${markdownText(title)}**`, '', line(head), `| ${rule.join(' | ')} |`, ...body, '', `${markdownText(sourceOf(''))} <${link}>`].join('\n')}\n`;
}

function markdownText(text: string): string {
  return text.replaceAll(/[\\|*_`[\]<>#~]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

/** A table as LaTeX, with booktabs; comments say where it comes from. */
export function latexOf({ head, rows, names }: PrintTable, title: string, link: string): string {
  const line = (cells: readonly string[]): string => `    ${cells.map(latexText).join(' & ')} \\\\`;
  return `% ${sourceOf(link).replaceAll(/\s+/g, ' ')}
% needs \\usepackage{booktabs}
\\begin{table}
  \\centering
  \\caption{${latexText(title)}}
  \\begin{tabular}{${head.map((_, n) => (n < names ? 'l' : 'r')).join('')}}
    \\toprule
${line(head)}
    \\midrule
${rows.map((row) => line(row.map(({ text, note = '' }) => (note === '' ? text : `${text} (${note})`)))).join('\n')}
    \\bottomrule
  \\end{tabular}
\\end{table}
`;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'&%$#_{}'].map((sign) => [sign, `\\${sign}`])),
  '−': '$-$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '±': '$\\pm$',
  '∞': '$\\infty$',
  '→': '$\\to$',
  '←': '$\\leftarrow$',
  '↑': '$\\uparrow$',
  '↓': '$\\downarrow$',
  '↘': '$\\searrow$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '‖': '$\\|$',
  '′': '$^{\\prime}$',
  '…': '\\dots{}',
  '–': '--',
  '“': '``',
  '”': "''",
  '’': "'",
  ...Object.fromEntries(
    Object.entries({
      α: 'alpha',
      β: 'beta',
      γ: 'gamma',
      δ: 'delta',
      ε: 'varepsilon',
      θ: 'theta',
      λ: 'lambda',
      μ: 'mu',
      π: 'pi',
      ρ: 'rho',
      σ: 'sigma',
      τ: 'tau',
      χ: 'chi',
      Δ: 'Delta',
      Σ: 'Sigma',
    }).map(([letter, name]) => [letter, `$\\${name}$`]),
  ),
};

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'].map((sign, n) => [sign, '0123456789-'[n]!]),
);

/** A text that LaTeX sets as it stands. */
export function latexText(text: string): string {
  return [...text.replaceAll(/\s+/g, ' ')]
    .map((sign) => LATEX[sign] ?? sign)
    .join('')
    .replaceAll(/(\d)e(\$-\$|-)?(\d+)(?!\w)/g, (_, digit: string, minus: string | undefined, power: string) => {
      return `${digit}$\\cdot 10^{${minus === undefined ? '' : '-'}${power}}$`;
    })
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g, (power) => `$^{${[...power].map((sign) => RAISED[sign]).join('')}}$`);
}
