import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersOf, readHeaders } from './headers.mjs';
import { pagePolicy } from './page-policy.mjs';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const rules = readHeaders(read('public/_headers'));
const document = read('docs/hosting.md');

test('the policy in the document is that of the pages', () => {
  expect(document).toContain(`\n\`\`\`\n${pagePolicy}\n\`\`\`\n`);
});

test('every header that hosts are sent is in the document, and no file has one twice', () => {
  for (const [name, value] of rules.flatMap(({ headers }) => headers)) {
    const said = name === 'Cache-Control' ? `\`${value}\`` : `\n${name}: ${value}\n`;
    expect(document).toContain(said);
  }
  const names = rules.flatMap(({ headers }) => headers.map(([name]) => name));
  expect(names).toEqual([...new Set(names)]);
});

test('only files whose names hold a hash are kept, and what workers may do is said with them', () => {
  expect(headersOf(rules, '/assets/a-1.js')).toMatchObject({
    'Cache-Control': expect.stringContaining('immutable') as string,
    'Content-Security-Policy': expect.stringContaining("script-src 'self'") as string,
    'X-Content-Type-Options': 'nosniff',
  });
  for (const file of ['/', '/index.html', '/offline.js', '/claims/verdicts.json']) {
    expect(headersOf(rules, file)).not.toHaveProperty('Cache-Control');
    expect(headersOf(rules, file)).toHaveProperty('Referrer-Policy');
  }
});

test('what is no rule is refused', () => {
  expect(() => readHeaders('  Name: before a path')).toThrow('A line of _headers is "  Name: before a path"');
  expect(() => readHeaders('/*\n  ! Name')).toThrow('"  ! Name"');
});
