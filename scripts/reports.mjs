import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What vitest's JSON report says: counts, and how long each test took. Files that could not be loaded count as one failure each.
 * Throws where there is no whole report.
 */
export function readVitestReport(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => timed(name, fullName, duration ?? 0)),
  );
  return { ...counts(report.numPassedTests, report.numFailedTests + unloaded.length), tests };
}

/** What Playwright's JSON report says, in the same way. Errors outside of tests count as one failure each. */
export function readPlaywrightReport(file) {
  const { stats, errors, suites = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const timesOf = ({ suites: inner = [], specs = [] }) => [
    ...specs.map(({ file: place, title, tests }) =>
      timed(
        place,
        title,
        tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
      ),
    ),
    ...inner.flatMap(timesOf),
  ];
  const tests = suites.flatMap(timesOf);
  return { ...counts(stats.expected, stats.unexpected + stats.flaky + errors.length), tests };
}

function timed(file, title, milliseconds) {
  return { name: `${path.basename(file)}: ${title}`, seconds: milliseconds / 1000 };
}

/** The slowest tests, a line each, the slowest first. */
export function slowest(tests, count) {
  return tests
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}

function counts(passed, failed) {
  for (const count of [passed, failed]) {
    if (!Number.isInteger(count) || count < 0) throw new Error(`A report counts ${count} tests.`);
  }
  return { passed, failed };
}

/**
 * The counts of a stage that ended with an exit code: a static check is one pass or one failure; a runner must have
 * run tests, and must not have failed without naming a failure.
 */
export function judge(exitCode, readReport) {
  if (readReport === null) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let result;
  try {
    result = readReport();
  } catch {
    return { passed: 0, failed: 1, remark: 'the runner left no report' };
  }
  if (result.passed + result.failed === 0) return { passed: 0, failed: 1, remark: 'no tests ran' };
  if (exitCode !== 0 && result.failed === 0)
    return { ...result, failed: 1, remark: `the runner ended with exit code ${exitCode}` };
  return result;
}
