import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { step } from './step.mjs';

/** npm writes this as the last step of an installation: what is really there. */
const installedLock = inRoot('node_modules', '.package-lock.json');

/** Runs `npm ci` if the installed packages are not those of package-lock.json. Throws a sentence if that fails. */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  // an installation that is cut short leaves no record, and is made again
  rmSync(installedLock, { force: true });
  const [program, args, options] = npm('ci', '--include=dev', '--no-fund', '--no-audit', '--no-progress');
  if (step('Installing packages', (run) => run(program, args, options))) return;
  throw new Error('The packages could not be installed: npm ci failed; its messages are above.');
}

function packagesAreCurrent() {
  if (!existsSync(installedLock)) return false;
  let installed;
  try {
    installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  } catch {
    return false;
  }
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    // optional packages are those of other platforms
    if (installed[place] === undefined) return optional === true;
    return installed[place].version === version && existsSync(inRoot(place, 'package.json'));
  });
}

/** How to run npm: the one that runs this script, or else the one on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return ['npm', args, { shell: process.platform === 'win32' }];
}
