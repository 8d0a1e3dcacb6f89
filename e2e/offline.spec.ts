import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

test.use({ serviceWorkers: 'allow' });

/** A copy of the built page on a host of its own, which may bring out another version, or be gone. */
let folder: string;
let server: Server;
let address: string;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'playground-'));
  cpSync('dist', folder, { recursive: true });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, pathname.endsWith('/') ? 'index.html' : path.normalize(pathname));
    try {
      response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Waits until the pages of this host are kept. */
const isKept = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));

test('after the first visit the pages open and train without a network', async ({ page, context }) => {
  const playground = new PlaygroundPage(page);
  await page.goto(address);
  await isKept(page);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await context.setOffline(true);
  await page.goto(`${address}#world=taxi&run=kl&run=sinkhorn&play=0&k=5`);
  await page.reload();
  await playground.pausedAt(5);
  await playground.button('Step').click();
  await playground.pausedAt(6);
  await playground.openShared();
  await expect(page.locator('.drawer-column')).toHaveCount(2);
  await page.goto(`${address}claims.html`);
  await expect(page.locator('.verdict-word').first()).toBeVisible();
});

test('a newer version waits until it is wanted, and comes whole', async ({ page }) => {
  await page.goto(address);
  await isKept(page);
  await page.reload();
  await expect(page.locator('#root')).toHaveAttribute('data-status', /ready|playing/);
  await expect(page.locator('.update-note')).toHaveCount(0);
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  writeFileSync(path.join(folder, 'index.html'), html.replace('<title>', '<title>Newer '));
  const worker = readFileSync(path.join(folder, 'offline.js'), 'utf8');
  writeFileSync(path.join(folder, 'offline.js'), worker.replace(/(url:"index\.html",revision:")[^"]+/, '$1newer'));
  await page.reload();
  // the old one stays whole meanwhile
  await expect(page).toHaveTitle('Trust Region Playground');
  await expect(page.locator('.update-note')).toContainText('A newer version of this page is ready.');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Newer Trust Region Playground');
  await expect(page.locator('#root')).toHaveAttribute('data-status', /ready|playing/);
  await expect(page.locator('.update-note')).toHaveCount(0);
});

test('it can be installed', async ({ page }) => {
  await page.goto(address);
  const found = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    const manifest = (await (await fetch(link.href)).json()) as { icons: { src: string; sizes: string }[] };
    const sizes = await Promise.all(
      manifest.icons.map(async ({ src }) => {
        const image = await createImageBitmap(await (await fetch(new URL(src, link.href))).blob());
        return `${image.width}x${image.height}`;
      }),
    );
    return { sizes, said: manifest.icons.map((icon) => icon.sizes) };
  });
  expect(found.sizes).toEqual(found.said);
});
