import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

const FILE = 'licences.txt';

/** Code of others that is compiled into a package's WebAssembly, which has no file of its own to be found by. */
const WITHIN = {
  '@mujoco/mujoco':
    'Compiled into mujoco.wasm: Emscripten’s runtime (MIT), ccd (BSD 3-Clause, Daniel Fiser), Qhull (Qhull licence, C. B. Barber and The Geometry Center), LodePNG (zlib, Lode Vandevenne), tinyxml2 (zlib, Lee Thomason), tinyobjloader (MIT, Syoyo Fujita), TriangleMeshDistance (MIT, José Antonio Fernández Fernández), MarchingCubeCpp (public domain).',
  '@tensorflow/tfjs-backend-wasm':
    'Compiled into tfjs-backend-wasm*.wasm: Emscripten’s runtime (MIT), XNNPACK (BSD 3-Clause, Facebook and Google), pthreadpool and cpuinfo (BSD 2-Clause, Facebook, Georgia Institute of Technology and Marat Dukhan).',
};

/** What the service worker is made of, which is bundled apart. */
const WORKBOX = [
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  'idb',
];

/** Methods of ours after code whose notice is to be preserved. */
const METHODS = `src/math/ln.ts and src/math/sin-cos.ts follow fdlibm:
Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
Developed at SunSoft, a Sun Microsystems, Inc. business.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.`;

/**
 * Vite plugins that write the licences of everything that ships, licences.txt: one for the page, and one for each of its workers, whose
 * modules are bundled apart. The build fails where a package brings no text and none is known.
 */
export function licences() {
  const folders = new Set(WORKBOX.map((name) => inRoot('node_modules', name)));
  const note = (id) => {
    const folder = packageFolder(id);
    if (folder !== null) folders.add(folder);
  };
  const collect = (bundle) => {
    for (const output of Object.values(bundle)) {
      for (const id of output.moduleIds ?? []) note(id);
      for (const id of output.originalFileNames ?? []) note(inRoot(id));
    }
  };
  return {
    worker: () => ({ name: 'licences-of-a-worker', generateBundle: (_, bundle) => collect(bundle) }),
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        this.emitFile({
          type: 'asset',
          fileName: FILE,
          source: textOf([...folders].toSorted((a, b) => (a < b ? -1 : 1))),
        });
      },
    },
  };
}

/** The folder of the package that a module belongs to; null for our own. */
function packageFolder(id) {
  const at = id.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const rest = id.slice(at + 'node_modules/'.length).split('/');
  const name = rest[0].startsWith('@') ? rest.slice(0, 2) : rest.slice(0, 1);
  const folder = path.join(id.slice(0, at).replace(/^\0/, ''), 'node_modules', ...name);
  return existsSync(path.join(folder, 'package.json')) ? folder : null;
}

function textOf(folders) {
  const packages = folders.map(read);
  const apache = packages.find(({ text }) => text?.includes('TERMS AND CONDITIONS FOR USE, REPRODUCTION'))?.text;
  const shown = new Map();
  const sections = packages.map(({ name, version, licence, author, text, notice }) => {
    const whole = text ?? (licence === 'Apache-2.0' ? apache : undefined);
    if (whole === undefined) throw new Error(`${name} ships, but its licence (${licence}) is not among its files.`);
    const first = shown.get(whole);
    if (first === undefined) shown.set(whole, name);
    const words = first === undefined ? whole : `The text is that of ${first}, above.`;
    const head = [`${name} ${version}`, `Licence: ${licence}`, ...(author === undefined ? [] : [`By: ${author}`])];
    const within = WITHIN[name] === undefined ? [] : [WITHIN[name]];
    return [...head, ...within, '', words, notice ?? ''].join('\n').trimEnd();
  });
  const own = readFileSync(inRoot('LICENSE'), 'utf8').trimEnd();
  return [`Trust Region Playground\n\n${own}\n\n${METHODS}`, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function read(folder) {
  const { name, version, license, author, contributors } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = (pattern) => readdirSync(folder).find((entry) => pattern.test(entry));
  const content = (entry) => entry && readFileSync(path.join(folder, entry), 'utf8').trim();
  const by = author ?? contributors?.[0];
  return {
    name,
    version,
    licence: license,
    author: typeof by === 'object' ? by.name : by,
    text: content(file(/^licen[cs]e(\.|$)/i)),
    notice: content(file(/^notice(\.|$)/i)),
  };
}
