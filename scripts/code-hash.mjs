import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** The floors that make numbers. */
const PLACES = ['math', 'field.ts', 'environments', 'trust-regions', 'methods', 'config', 'training', 'sweeps'];
/** The packages that do. */
const PACKAGES = ['@mujoco/mujoco', '@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-core', 'pure-rand'];

/**
 * The first 12 hexadecimal digits of SHA-256 over all code that makes numbers, tests apart: what was made under another one may be
 * other numbers.
 */
export function codeHash() {
  const hash = createHash('sha256');
  for (const file of PLACES.flatMap((place) => files(path.posix.join('src', place)))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  for (const name of PACKAGES) hash.update(`${name}\0${packages[`node_modules/${name}`].version}\0`);
  return hash.digest('hex').slice(0, 12);
}

function files(place) {
  if (statSync(inRoot(place)).isFile())
    return place.endsWith('.ts') && !/\.test\.ts$|\/testing-/.test(place) ? [place] : [];
  return readdirSync(inRoot(place))
    .toSorted()
    .flatMap((name) => files(path.posix.join(place, name)));
}

/** The first 8 hexadecimal digits of SHA-256 over the files that ship as they are. */
export function publicHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(inRoot('public'), { recursive: true }).toSorted((a, b) => (a < b ? -1 : 1))) {
    const file = inRoot(path.join('public', name));
    if (statSync(file).isFile())
      hash
        .update(`${name.replaceAll('\\', '/')}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 8);
}
