import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.m?js)"/g)].map((match) => `dist/${match[1]}`);
if (scripts.length === 0) throw new Error('dist/index.html loads no script.');

/** What a first visit loads before anything runs: the scripts that index.html names, workers not counted. */
export default [{ name: 'first load', path: scripts, limit: '180 kB', gzip: true }];
