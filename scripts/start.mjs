// npm start: installs and builds what is missing, serves the built page and opens it.
import './node-version.mjs';
import { ensureBuild } from './build.mjs';
import { openBrowser } from './open-browser.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';

try {
  ensurePackages();
  ensureBuild();
  const { preview } = await import('vite');
  // vite takes the next port that is free
  const server = await preview({ root, preview: { port: 4173, strictPort: false, open: false } });
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/';
  console.log(`Trust Region Playground is at ${address} (Ctrl-C ends it)`);
  openBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
