import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly remark?: string;
}

interface Reports {
  readonly judge: (exitCode: number, readReport: (() => Counts) | null) => Counts;
  readonly readVitestReport: (file: string) => Counts;
  readonly readPlaywrightReport: (file: string) => Counts;
}

const { judge, readPlaywrightReport, readVitestReport } = (await import(
  new URL('reports.mjs', import.meta.url).href
)) as Reports;

const folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const name = path.join(folder, 'report.json');
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
  file({ numPassedTests: passed, numFailedTests: failed, testResults });

const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) =>
  file({ stats: { expected, unexpected, flaky, skipped: 0 }, errors });

describe('no green line without proof', () => {
  test('a static check is one pass or one failure', () => {
    expect(judge(0, null)).toEqual({ passed: 1, failed: 0 });
    expect(judge(2, null)).toEqual({ passed: 0, failed: 1 });
  });

  test('a runner that left no report, or half of one, failed', () => {
    expect(judge(0, () => readVitestReport(path.join(folder, 'none.json'))).failed).toBe(1);
    expect(judge(0, () => readVitestReport(file('{"numPassedTests": 3'))).failed).toBe(1);
    expect(judge(0, () => readVitestReport(file({ testResults: [] }))).failed).toBe(1);
    expect(judge(0, () => readPlaywrightReport(file({ errors: [] }))).failed).toBe(1);
  });

  test('a runner that ran no tests failed', () => {
    expect(judge(0, () => readVitestReport(vitest(0, 0)))).toMatchObject({ passed: 0, failed: 1 });
    expect(judge(0, () => readPlaywrightReport(playwright(0, 0)))).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a runner that ended badly without naming a failure failed', () => {
    expect(judge(1, () => readVitestReport(vitest(5, 0)))).toMatchObject({ passed: 5, failed: 1 });
  });

  test('a file that could not be loaded, an error outside of tests and a flaky test are failures', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(judge(1, () => readVitestReport(vitest(5, 1, [unloaded, counted])))).toEqual({ passed: 5, failed: 2 });
    expect(judge(1, () => readPlaywrightReport(playwright(5, 1, 1, [{}])))).toEqual({ passed: 5, failed: 3 });
  });

  test('what passed is counted', () => {
    expect(judge(0, () => readVitestReport(vitest(5, 0)))).toEqual({ passed: 5, failed: 0 });
    expect(judge(0, () => readPlaywrightReport(playwright(7, 0)))).toEqual({ passed: 7, failed: 0 });
  });
});
