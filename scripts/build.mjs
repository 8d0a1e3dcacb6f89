import './node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, inRoot } from './root.mjs';
import { step } from './step.mjs';

/** Everything that the built page is made of. */
const SOURCES = [
  'src',
  'public',
  'index.html',
  'lessons.html',
  'sweeps.html',
  'claims.html',
  'vite.config.ts',
  'package-lock.json',
];

/** Holds the digest of the sources that dist was built from; written last, so half a build counts as none. */
const stamp = inRoot('.cache', 'build');

/** Builds the page into dist. Throws a sentence if that fails. */
export function build() {
  rmSync(stamp, { force: true });
  const digest = sourceDigest();
  const built = step('Building the page', (run) => run('vite build', [], { env: environment, shell: true }));
  if (!built) throw new Error('The page could not be built: vite build failed; its messages are above.');
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** Builds the page if dist is missing or was built from other sources. */
export function ensureBuild() {
  const current = existsSync(inRoot('dist', 'index.html')) && existsSync(stamp);
  if (current && readFileSync(stamp, 'utf8') === sourceDigest()) return;
  build();
}

function sourceDigest() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(files))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

function files(place) {
  if (!existsSync(inRoot(place))) return [];
  if (statSync(inRoot(place)).isFile()) return [place];
  const names = readdirSync(inRoot(place)).toSorted();
  return names.flatMap((name) => (/\.(test|bench)\.tsx?$/.test(name) ? [] : files(path.join(place, name))));
}

// run as a program: builds anew, or with --if-stale only where needed
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (process.argv.includes('--if-stale')) ensureBuild();
    else build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
