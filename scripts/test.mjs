// npm test: installs what is missing, runs every stage, and prints `N passed, N failed` as its last line.
import './node-version.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { judge, readPlaywrightReport, readVitestReport, slowest } from './reports.mjs';
import { environment, inRoot } from './root.mjs';
import { endRunning, runQuietly } from './run-quietly.mjs';

const unitReport = inRoot('.cache', 'unit.json');
const e2eReport = inRoot('.cache', 'e2e.json');

/** In order, those of a row beside each other: most keep one core busy. Each `script` is one of package.json, and can be run alone. */
const rows = [
  [
    { name: 'format', script: 'test:format' },
    { name: 'types', script: 'test:types' },
  ],
  [
    { name: 'unused', script: 'test:unused' },
    { name: 'lint', script: 'test:lint' },
  ],
  [
    {
      name: 'unit',
      script: 'test:unit',
      options: ` --allowOnly=false --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
      readReport: () => readVitestReport(unitReport),
    },
    { name: 'build', script: 'build' },
  ],
  [{ name: 'size', script: 'test:size' }],
  [
    {
      name: 'e2e',
      script: 'test:e2e',
      options: ' --forbid-only --reporter=list,json',
      readReport: () => readPlaywrightReport(e2eReport),
    },
  ],
];

/** No stage takes this long. */
const SECONDS = 1800;

/** Tests named at the end. */
const SLOWEST = 10;

const total = { passed: 0, failed: 0 };
const timed = [];

async function prepareBrowsers() {
  for (const name of ['chromium-headless-shell', 'firefox']) {
    try {
      await ensureBrowser(name, environment);
    } catch (error) {
      total.failed += 1;
      console.log(error.message);
    }
  }
}

async function runStage({ name, options = '', readReport = null, script }) {
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const began = performance.now();
  const { exitCode, output } = await runQuietly(scripts[script] + options, environment, SECONDS);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const { passed, failed, remark, tests = [] } = judge(exitCode, readReport);
  timed.push(...tests);
  total.passed += passed;
  total.failed += failed;
  const counted = readReport === null ? '' : `  ${passed} passed, ${failed} failed`;
  const why = remark === undefined ? '' : `  (${remark})`;
  console.log(`${name.padEnd(10)}${failed === 0 ? 'ok    ' : 'FAILED'} ${seconds} s${counted}${why}`);
  if (failed > 0) console.log(`\n${output.trim()}\n\n  npm run ${script} runs this alone\n`);
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.once(signal, () => {
    endRunning();
    console.log(`\nInterrupted.\n${total.passed} passed, ${total.failed + 1} failed`);
    process.exit(128 + number);
  });
}

try {
  ensurePackages();
  await prepareBrowsers();
  mkdirSync(inRoot('.cache'), { recursive: true });
  // what an earlier run said is no answer
  for (const report of [unitReport, e2eReport]) rmSync(report, { force: true });
  environment.PLAYWRIGHT_JSON_OUTPUT_FILE = e2eReport;
  for (const row of rows) await Promise.all(row.map(runStage));
} catch (error) {
  total.failed += 1;
  console.log(error.message);
}
if (timed.length > 0) console.log(`\nThe slowest tests:\n${slowest(timed, SLOWEST).join('\n')}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
