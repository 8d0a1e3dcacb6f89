import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a button of a figure and gives what was saved. */
export async function saved(page: Page, acts: Locator, format: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await acts.getByRole('button', { name: format, exact: true }).click();
  const file = await coming;
  // a browser lets go of downloads that come too fast
  await page.waitForTimeout(120);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

interface Parsed {
  readonly problem: string;
  readonly title: string;
  readonly words: string;
  readonly link: string;
  readonly citation: string;
  readonly width: number;
  readonly height: number;
  /** What would need a style sheet, a script or another file. */
  readonly foreign: readonly string[];
  readonly beyond: number;
}

/** An SVG as the browser's own parser reads it. */
async function parsedSvg(page: Page, bytes: Buffer): Promise<Parsed> {
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml');
    const svg = root.documentElement;
    const said = (selector: string): string => svg.querySelector(selector)?.textContent ?? '';
    const foreign: string[] = [];
    for (const element of svg.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const plain =
          !/^(style|class|href|xlink:href|on\w+)$/.test(name) && !/var\(|url\((?!#)|NaN|undefined/.test(value);
        if (!plain) foreign.push(`${element.tagName} ${name}=${value}`);
        const id = /url\(#([^)]*)\)/.exec(value)?.[1];
        if (id !== undefined && svg.querySelector(`[id="${id}"]`) === null)
          foreign.push(`${name}=${value} leads nowhere`);
      }
      if (/^(style|script|image|foreignObject|use)$/.test(element.tagName)) foreign.push(element.tagName);
    }
    // laid out, to see whether anything stands beyond the edges
    document.body.append(svg);
    const frame = svg.getBoundingClientRect();
    const letters = [...svg.querySelectorAll('text')].filter((one) => one.closest('[clip-path]') === null);
    const rights = letters.map((one) => one.getBoundingClientRect().right - frame.right);
    svg.remove();
    return {
      problem: said('parsererror'),
      title: said('title'),
      words: said('desc'),
      link: svg.getElementsByTagName('dc:source')[0]?.textContent ?? '',
      citation: svg.getElementsByTagName('dcterms:bibliographicCitation')[0]?.textContent ?? '',
      width: Number(svg.getAttribute('width')),
      height: Number(svg.getAttribute('height')),
      foreign,
      beyond: Math.max(0, ...rights),
    };
  }, bytes.toString('utf8'));
}

/** Whether an SVG is one that stands alone, and says what it is and what to cite. */
export async function standsAlone(page: Page, bytes: Buffer): Promise<Parsed> {
  const parsed = await parsedSvg(page, bytes);
  expect(parsed.problem).toBe('');
  expect(parsed.foreign).toEqual([]);
  expect(parsed.beyond).toBeLessThanOrEqual(1);
  expect(parsed.title).not.toBe('');
  expect(parsed.words.length).toBeGreaterThan(10);
  expect(parsed.link).toMatch(/^http.*(#|claims\.html)/);
  expect(parsed.citation).toContain('arXiv:2306.14133');
  return parsed;
}

/** Width and height of a PNG, and the texts in it. */
export function parsedPng(bytes: Buffer): { width: number; height: number; texts: string } {
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    texts: bytes.subarray(33, 4000).toString('utf8'),
  };
}

/** Rows of a CSV; all have as many cells as the first. */
export function parsedCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  // after the last line end there is nothing
  expect(rows.pop()).toEqual(['']);
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
  return rows;
}
