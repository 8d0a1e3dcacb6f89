// npm run bench: the kernels in Node, then the built page in Chromium.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuild } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { environment, root } from './root.mjs';

const options = { cwd: root, env: environment, stdio: 'inherit' };

try {
  ensurePackages();
  await ensureBrowser('chromium', environment);
  ensureBuild();
  const ends = ['bench/run.ts', 'bench/page.ts'].map((file) =>
    spawnSync(process.execPath, ['--import', 'tsx', file], options),
  );
  process.exitCode = ends.every(({ status }) => status === 0) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
