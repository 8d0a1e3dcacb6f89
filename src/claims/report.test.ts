import { expect, it } from 'vitest';
import { readAuthors } from './authors.ts';
import { paperFigures } from './paper/paper-figures.ts';
import { claims } from './registry.ts';
import { claimsReport } from './report.ts';
import { committedRecord, readClaimsJson } from './testing-records.ts';

const authors = readAuthors(readClaimsJson('authors'))!;

it('a report has every verdict with its numbers, every figure, and what each was made with', () => {
  const [claim] = claims;
  const records = new Map(
    [...claim!.experiments.map(({ file }) => file), 'paper', '10-geometry'].flatMap((file) =>
      file === 'paper' ? [] : [[file, committedRecord(file)] as const],
    ),
  );
  const report = claimsReport([claim!], records, authors);
  expect(report).toContain('## 1. WPO never lowers performance');
  expect(report).toContain('__holds under conditions: only with exact advantages.__');
  expect(report).toContain('npm run --silent sweep -- public/claims/1-exact.json');
  // what divides cells is escaped in them
  expect(report).toContain('| Taxi | √\\|i−j\\| |');
  for (const { title } of paperFigures) expect(report).toContain(`### ${title}`);
  expect(report).toContain('Not run: 10-methods.json is not there.');
  expect(report).not.toMatch(/NaN|undefined/);
});
