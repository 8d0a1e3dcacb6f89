import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { codeHash, publicHash } from './scripts/code-hash.mjs';
import { licences } from './scripts/licences.mjs';
import { momentFrames } from './src/lessons/moment-frames.ts';
import { pagePolicy } from './scripts/page-policy.mjs';

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy }, injectTo: 'head-prepend' },
  ],
};

/** Where a release will stand, for what other sites show of it; they take no relative address. */
const site = process.env['PLAYGROUND_SITE'];

const socialCard: Plugin = {
  name: 'social-card',
  apply: 'build',
  transformIndexHtml: () =>
    site === undefined
      ? []
      : [
          { tag: 'meta', attrs: { property: 'og:image', content: new URL('social.png', site).href } },
          { tag: 'meta', attrs: { property: 'og:url', content: site } },
          { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' } },
        ],
};

/** Names what is kept of a version once it was asked for: its code, and its files. */
const parts = `${codeHash()}-${publicHash()}`;

/**
 * What a visit keeps, so that the next one needs no network: all of the pages at once, and engines, recordings and results once they were asked for. A newer version waits
 * until no page of the older one is open, or until the reader asks for it: parts of two versions never meet.
 */
const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: null,
  filename: 'offline.js',
  manifestFilename: 'playground.webmanifest',
  manifest: {
    name: 'Trust Region Playground',
    short_name: 'Trust regions',
    description: 'See how KL, Wasserstein and Sinkhorn trust regions move a policy, side by side.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f6f7f9',
    theme_color: '#1d242c',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['*.{html,js,css,svg,txt}', 'assets/*.{js,css}', 'claims/*.json', 'sweeps/*.json'],
    globIgnores: ['offline.js', 'social.png'],
    navigateFallback: null,
    cleanupOutdatedCaches: true,
    // a part that failed is asked for again under another address
    ignoreURLParametersMatching: [/^again$/],
    runtimeCaching: [
      {
        urlPattern: ({ url, sameOrigin }) =>
          sameOrigin && /\.wasm$|\/recordings\/|\/claims\/results\//.test(url.pathname),
        handler: 'CacheFirst',
        options: { cacheName: `parts-${parts}`, expiration: { maxEntries: 80, maxAgeSeconds: 60 * 24 * 3600 } },
      },
    ],
  },
});

/** Records that the page writes say which playground made them. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** What the engine makes of the moments that the page of lessons shows: computed when the page is built. */
const lessonFrames: Plugin = {
  name: 'lesson-frames',
  resolveId: (id) => (id === 'virtual:lesson-frames' ? `\0${id}` : null),
  load: (id) =>
    id === '\0virtual:lesson-frames'
      ? `export const frames = JSON.parse(${JSON.stringify(JSON.stringify(momentFrames()))});`
      : null,
};

const shipped = licences();

export default defineConfig({
  // any sub-path of any host
  base: './',
  define: {
    'import.meta.env.PLAYGROUND_VERSION': JSON.stringify(version),
    'import.meta.env.PLAYGROUND_CODE': JSON.stringify(codeHash()),
    'import.meta.env.PLAYGROUND_PARTS': JSON.stringify(parts),
    'import.meta.env.PLAYGROUND_SINGLE': 'false',
  },
  plugins: [react(), contentSecurityPolicy, socialCard, lessonFrames, shipped.page, offline],
  worker: {
    format: 'es',
    plugins: () => [shipped.worker()],
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      input: ['index.html', 'lessons.html', 'sweeps.html', 'claims.html'],
      output: {
        // what the playground begins with and other pages share: one file packs better than ten
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /src\/(config\/|field\.ts|training\/action-costs|playground\/(signal|plan|first-look|most-moved)|views\/(draw\/(cell|map-|marks|chain-arcs|palette)|plan\/(ribbons|action-colors)|use-width|use-playground|explain\/term|page-frame|format|chart\/looks))/,
            },
          ],
        },
      },
    },
    modulePreload: {
      // every browser of the build's target preloads by itself
      polyfill: false,
      // an engine remembers for ever that a script was not there, and a part could not be tried again: its scripts are asked for when it is
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
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
