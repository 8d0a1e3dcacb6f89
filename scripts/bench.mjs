// npm run bench: every benchmark; npm run bench -- --help says how to run some.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuild } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { environment, root } from './root.mjs';

const HELP = `npm run bench -- [tables | physics [SECTION …] | sweep | page]

tables    kernels against plain C, whole iterations and exact evaluation of tables
physics   SECTION is steps (of the environments), networks (parts of an iteration), columns (one alone and three at once), or
          flatness (tensors and memory over thousands of iterations, exit code 1 if they grow); without one, all of them
sweep     runs of a sweep a second, by number of threads
page      the built page in Chromium

Without a name all run. Times are of this machine as it is: compare ratios within one run.`;

/** In the order in which they run. */
const benchmarks = {
  tables: new URL('../bench/run.ts', import.meta.url),
  physics: new URL('../bench/physics.ts', import.meta.url),
  sweep: new URL('../bench/sweep.ts', import.meta.url),
  page: new URL('../bench/page.ts', import.meta.url),
};

/** Runs one, with what it needs; whether it went well. */
async function run(name, sections) {
  if (name === 'page') {
    await ensureBrowser('chromium', environment);
    ensureBuild();
  }
  const args = ['--import', 'tsx', fileURLToPath(benchmarks[name]), ...sections];
  return spawnSync(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' }).status;
}

const [name, ...sections] = process.argv.slice(2);
try {
  if (name === '--help' || name === '-h') console.log(HELP);
  else if (name !== undefined && !Object.hasOwn(benchmarks, name)) {
    const wanted = Object.keys(benchmarks).join(', ');
    console.error(`There is no benchmark ${JSON.stringify(name)}; expected one of ${wanted}, or --help.`);
    process.exitCode = 2;
  } else {
    ensurePackages();
    const names = name === undefined ? Object.keys(benchmarks) : [name];
    for (const each of names) process.exitCode = (await run(each, sections)) || process.exitCode || 0;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
