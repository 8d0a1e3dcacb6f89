// Serves dist as a host would that has it in a folder: node scripts/serve-subpath.mjs PORT
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { headersOf, readHeaders } from './headers.mjs';
import { inRoot } from './root.mjs';

const PREFIX = '/sub/path/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const dist = inRoot('dist');

/** The file that a request asks for, or null where it asks for none below the prefix. */
function fileOf(url) {
  let pathname;
  try {
    pathname = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!pathname.startsWith(PREFIX) || pathname.includes('\0')) return null;
  const wanted = pathname.slice(PREFIX.length);
  const file = path.resolve(dist, wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted);
  // `..` and absolute paths end outside
  return file.startsWith(dist + path.sep) ? file : null;
}

/** Files that were packed, with what they were packed from. */
const known = new Map();

function packed(file, body) {
  const before = known.get(file);
  if (before?.body.equals(body)) return before.gzip;
  const gzip = gzipSync(body);
  known.set(file, { body, gzip });
  return gzip;
}

async function answer(request, response) {
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(request.url ?? '') : null;
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (body === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  // as hosts do, which is what makes a first visit short
  const packs =
    /\.(css|html|js|json|svg|txt|webmanifest)$/.test(file) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const sent = packs ? packed(file, body) : body;
  response.writeHead(200, {
    // what is recommended to hosts is what is tested
    ...headersOf(rules, `/${path.relative(dist, file).replaceAll(path.sep, '/')}`),
    'Content-Type': type,
    'Content-Length': sent.length,
    ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
    // but that a test sees what is there now
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const port = Number(process.argv[2] ?? 4180);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`The port is ${process.argv[2]}; it should be a whole number from 0 to 65535.`);
  process.exit(2);
}
ensureBuild();
const rules = readHeaders(await readFile(path.join(dist, '_headers'), 'utf8'));
const server = createServer((request, response) => void answer(request, response));
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${PREFIX}`));
