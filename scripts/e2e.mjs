// npm run test:e2e: the built page in real browsers; arguments are Playwright's.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { freePort } from './free-port.mjs';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuild } from './build.mjs';
import { environment, inRoot, root } from './root.mjs';

try {
  await ensureBrowser('chromium-headless-shell', environment);
  await ensureBrowser('firefox', environment);
  ensureBuild();
  environment.E2E_PORT ??= String(await freePort());
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' });
  // Ctrl-C reaches the child by itself
  process.on('SIGINT', () => {});
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
