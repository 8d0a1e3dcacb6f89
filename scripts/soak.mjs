// npm run soak: drives the page for a chosen time and tells what it holds at the end against the start.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuild } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { environment, root } from './root.mjs';

const HELP = `npm run soak -- [--minutes N]

Drives six columns flat out in real Chromium, through changes of settings, worlds, views and links, for N minutes (5 without the
option), and prints a line for each round and a last one against the first: heap, array buffers, nodes, listeners, workers, and
tasks over 50 ms on the main thread. Exit code 1 where anything has grown that should not.`;

const args = process.argv.slice(2);
const minutes = args.length === 0 ? 5 : args[0] === '--minutes' ? Number(args[1]) : NaN;
try {
  if (args.includes('--help') || args.includes('-h')) console.log(HELP);
  else if (!(minutes > 0 && minutes <= 1440)) {
    console.error(
      `The arguments are ${JSON.stringify(args)}; expected is --minutes and a number from 0 to 1440, or --help.`,
    );
    process.exitCode = 2;
  } else {
    ensurePackages();
    await ensureBrowser('chromium', environment);
    ensureBuild();
    const program = fileURLToPath(new URL('../bench/soak.ts', import.meta.url));
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', program, String(minutes)], {
      cwd: root,
      env: environment,
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
