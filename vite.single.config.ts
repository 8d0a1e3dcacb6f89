import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import { codeHash } from './scripts/code-hash.mjs';
import { licences } from './scripts/licences.mjs';

/** Where a module of networks is asked for, the file has a sentence instead: it is for tables alone. */
const NETWORKS = /\/(engine-files|network-session|backend)\.ts$|^@mujoco\/mujoco$/;

const STUB = `const no = () => {
  throw new Error('This file is for finite worlds: physics tasks need the playground on a host.');
};
export default no;
export const engineFiles = no;
export const prepareBackend = no;
export const NetworkSession = { open: no };`;

const define = {
  'import.meta.env.PLAYGROUND_VERSION': JSON.stringify(
    (JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }).version,
  ),
  'import.meta.env.PLAYGROUND_CODE': JSON.stringify(codeHash()),
  'import.meta.env.PLAYGROUND_PARTS': JSON.stringify('single'),
  'import.meta.env.PLAYGROUND_SINGLE': 'true',
};

const withoutNetworks: Plugin = {
  name: 'without-networks',
  enforce: 'pre',
  resolveId: (id) => (NETWORKS.test(id) ? '\0networks' : null),
  load: (id) => (id === '\0networks' ? STUB : null),
};

/** A worker's module as one script, at an address that the page itself makes of it. */
const workersWithin: Plugin = {
  name: 'workers-within',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('?worker&url')) return null;
    const bundle = (await build({
      configFile: false,
      logLevel: 'error',
      define,
      plugins: [withoutNetworks, shipped.worker()],
      build: {
        write: false,
        target: 'es2023',
        lib: { entry: id.replace(/\?.*$/, ''), formats: ['iife'], name: 'worker', fileName: 'worker' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    })) as Rolldown.RolldownOutput[];
    const [script] = bundle[0]!.output;
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(script.code)}], { type: 'text/javascript' }));`;
  },
};

const shipped = licences();

const OUT = 'dist-single';
const NAME = 'trust-region-playground.html';

/** Puts scripts and styles into the page, which then loads nothing; the policy names its script by its hash. */
const within: Plugin = {
  name: 'within',
  writeBundle(_, bundle) {
    const folder = path.join(import.meta.dirname, OUT);
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    const scripts = Object.values(bundle).filter((part) => part.type === 'chunk');
    if (scripts.length !== 1) throw new Error(`The page has ${scripts.length} scripts; expected is one.`);
    const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
    const svg = readFileSync(path.join(import.meta.dirname, 'public', 'favicon.svg'), 'base64');
    const icon = `data:image/svg+xml;base64,${svg}`;
    const code = read(scripts[0]!.fileName).replaceAll('./favicon.svg', icon).replaceAll('</script', '<\\/script');
    const hash = createHash('sha256').update(code).digest('base64');
    const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:`;
    const html = read('index.html')
      .replaceAll('./favicon.svg', icon)
      .replaceAll(/<script[^>]*><\/script>|<link[^>]*>/g, '')
      .replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}" />`)
      .replace(
        '</head>',
        () => `<link rel="icon" href="${icon}" /><style>${styles.map(read).join('\n')}</style></head>`,
      )
      .replace('</body>', () => `<script type="module">${code}</script></body>`)
      .concat(`<!--\n${read('licences.txt').replaceAll('--', '‐‐')}\n-->\n`);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(path.join(folder, NAME), html);
  },
};

/** The playground as one file, for finite worlds: it opens from a disk or a stick. */
export default defineConfig({
  base: './',
  define,
  plugins: [react(), withoutNetworks, workersWithin, shipped.page, within],
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: OUT,
    cssCodeSplit: false,
    assetsInlineLimit: 1e9,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { input: ['index.html'], output: { codeSplitting: false } },
  },
});
