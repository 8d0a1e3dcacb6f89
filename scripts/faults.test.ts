import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('every fault in the document has a test of that name', () => {
  const document = read('docs/faults.md').replaceAll(/\s+/g, ' ');
  const named = [...document.matchAll(/`([\w/.-]+\.(?:spec|test)\.ts)`: (.*?) ?[|)](?: |$)/g)];
  expect(named.length).toBeGreaterThan(25);
  for (const [, file, title] of named) {
    // a title may stand on a line of its own
    const tests = read(file!).replaceAll(/\(\s+/g, '(');
    expect(tests.includes(`test('${title}',`), `${file}: ${title}`).toBe(true);
  }
});

test('no row of the document is without one', () => {
  const rows = read('docs/faults.md')
    .split('\n')
    .filter((line) => /^\| +\S/.test(line))
    .slice(2);
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toMatch(/`(e2e|src)\/[\w/.-]+`: \S/);
});
