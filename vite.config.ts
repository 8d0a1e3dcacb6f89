import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { codeHash } from './scripts/code-hash.mjs';
import { licences } from './scripts/licences.mjs';

/** What the built page may load: its own files, and nothing from elsewhere. Development needs inline scripts, so not there. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // in a frame of no origin workers come from an address of the page's own making
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self'",
  // a picture that is saved is an image that the page itself made
  "img-src 'self' blob:",
  // the preview of a frame
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
};

/** Records that the page writes say which playground made them. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const shipped = licences();

export default defineConfig({
  // any sub-path of any host
  base: './',
  define: {
    'import.meta.env.PLAYGROUND_VERSION': JSON.stringify(version),
    'import.meta.env.PLAYGROUND_CODE': JSON.stringify(codeHash()),
  },
  plugins: [react(), contentSecurityPolicy, shipped.page],
  worker: {
    format: 'es',
    plugins: () => [shipped.worker()],
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 500,
    rolldownOptions: { input: ['index.html', 'sweeps.html', 'claims.html'] },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // no test changes what modules hold, and to load them for each file took as long as the tests
    isolate: false,
    maxWorkers: '100%',
  },
});
