import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { step } from './step.mjs';

const chromium = {
  label: 'Chromium',
  engine: 'chromium',
  variable: 'CHROMIUM_PATH',
  places: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  debianPackage: 'chromium',
};

const browsers = {
  chromium,
  // the same engine without windows of its own: tests take a sixth less time in it
  'chromium-headless-shell': {
    ...chromium,
    places: ['/usr/bin/chromium-headless-shell', ...chromium.places],
    debianPackage: 'chromium-headless-shell',
  },
  firefox: {
    label: 'Firefox',
    engine: 'firefox',
    variable: 'FIREFOX_PATH',
    places: ['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`),
    debianPackage: 'firefox-esr',
  },
};

/**
 * Finds a browser, or installs one: from Debian's packages as root, else Playwright's own. Sets CHROMIUM_PATH or
 * FIREFOX_PATH in `environment`. Throws a sentence if none can be had.
 */
export async function ensureBrowser(name, environment) {
  const { label, engine, variable, places, debianPackage } = browsers[name];
  const given = environment[variable];
  if (given) {
    if (!answers(given))
      throw new Error(`${variable} is ${given}, which does not start; it should name a browser's program.`);
    return;
  }
  const bundled = (await import('@playwright/test'))[engine].executablePath();
  const find = () => [...places, bundled].find(answers);
  let found = find();
  if (found === undefined) {
    step(`Installing ${label}`, (run) => {
      if (isRoot() && existsSync('/usr/bin/apt-get')) installFromDebian(run, debianPackage);
      found = find();
      if (found === undefined) {
        installFromPlaywright(run, engine);
        found = find();
      }
      return found !== undefined;
    });
  }
  if (found === undefined) {
    throw new Error(
      `No ${label} was found and none could be installed: install one and name its program in ${variable}.`,
    );
  }
  environment[variable] = found;
}

/** A distribution may put a note in a browser's place: only one that tells its version counts. */
function answers(program) {
  if (!program || !existsSync(program)) return false;
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function installFromDebian(run, name) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => run('apt-get', ['install', '-y', '-o', 'DPkg::Lock::Timeout=300', name], options);
  if (install()) return;
  run('apt-get', ['update'], options);
  install();
}

function installFromPlaywright(run, engine) {
  const withSystemLibraries = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  run(process.execPath, [
    inRoot('node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    ...withSystemLibraries,
    engine,
  ]);
}

function isRoot() {
  return process.getuid?.() === 0;
}
