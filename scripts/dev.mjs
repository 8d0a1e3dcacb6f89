// npm run dev: vite's development server, with hot reload.
import './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';

try {
  ensurePackages();
  const { createServer } = await import('vite');
  const server = await createServer({ root });
  await server.listen();
  server.printUrls();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
