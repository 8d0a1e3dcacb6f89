import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot, root } from './root.mjs';

/** npm writes this as the last step of an installation: what is really there. */
const installedLock = inRoot('node_modules', '.package-lock.json');

/** Runs `npm ci` if the installed packages are not those of package-lock.json. Throws a sentence if that fails. */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  console.error('Installing packages…');
  // an installation that is cut short leaves no record, and is made again
  rmSync(installedLock, { force: true });
  const { status } = npm('ci', '--include=dev', '--no-fund', '--no-audit');
  if (status !== 0) throw new Error('The packages could not be installed: npm ci failed; its messages are above.');
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

function npm(...args) {
  // standard output belongs to whoever called
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
