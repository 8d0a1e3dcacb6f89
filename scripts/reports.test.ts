import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

interface TimedTest {
  readonly name: string;
  readonly seconds: number;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly tests?: readonly TimedTest[];
  readonly remark?: string;
}

interface Reports {
  readonly judge: (exitCode: number, readReport: (() => Counts) | null) => Counts;
  readonly readVitestReport: (file: string) => Counts;
  readonly readPlaywrightReport: (file: string) => Counts;
  readonly slowest: (tests: readonly TimedTest[], count: number) => string[];
}

const { judge, readPlaywrightReport, readVitestReport, slowest } = (await import(
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
    const unloaded = { status: 'failed', assertionResults: [], name: '/src/a.test.ts' };
    const counted = { status: 'failed', assertionResults: [{ status: 'failed' }], name: '/src/b.test.ts' };
    expect(judge(1, () => readVitestReport(vitest(5, 1, [unloaded, counted])))).toMatchObject({ passed: 5, failed: 2 });
    expect(judge(1, () => readPlaywrightReport(playwright(5, 1, 1, [{}])))).toMatchObject({ passed: 5, failed: 3 });
  });

  test('what passed is counted', () => {
    expect(judge(0, () => readVitestReport(vitest(5, 0)))).toMatchObject({ passed: 5, failed: 0 });
    expect(judge(0, () => readPlaywrightReport(playwright(7, 0)))).toMatchObject({ passed: 7, failed: 0 });
  });

  test('the slowest tests are named, of both runners, with the seconds that all their tries took', () => {
    const unit = { name: '/src/a.test.ts', status: 'passed', assertionResults: [{ fullName: 'a', duration: 1500 }] };
    const spec = { file: 'b.spec.ts', title: 'b', tests: [{ results: [{ duration: 2000 }, { duration: 500 }] }] };
    const suites = [{ suites: [{ specs: [spec] }] }];
    const tests = [
      ...readVitestReport(vitest(1, 0, [unit])).tests!,
      ...readPlaywrightReport(file({ stats: { expected: 1, unexpected: 0, flaky: 0 }, errors: [], suites })).tests!,
    ];
    expect(slowest(tests, 1)).toEqual(['    2.5 s  b.spec.ts: b']);
    expect(slowest(tests, 9)).toEqual(['    2.5 s  b.spec.ts: b', '    1.5 s  a.test.ts: a']);
  });
});
