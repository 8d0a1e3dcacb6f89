import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

const file = path.resolve('dist-single', 'trust-region-playground.html');

test('the playground as one file opens from a disk, loads nothing, and trains the very same bits', async ({ page }) => {
  execFileSync('npm', ['run', '--silent', 'build:single'], { stdio: 'pipe', shell: process.platform === 'win32' });
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const playground = new PlaygroundPage(page);
  const fragment = '#world=four-rooms&run=kl&run=wasserstein&run=sinkhorn&play=0&k=12';
  const address = pathToFileURL(file).href;
  await page.goto(address + fragment);
  await playground.pausedAt(12);
  const digests = await playground.digests();
  await playground.openShared();
  await expect(page.locator('.drawer-column')).toHaveCount(3);
  await playground.button('Keys and help').click();
  await expect(page.getByText('licences of everything in it')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(wrong).toEqual([]);
  expect(asked).toEqual([address]);
  await page.goto('about:blank');
  await playground.open(fragment.slice(1));
  await playground.pausedAt(12);
  expect(await playground.digests()).toEqual(digests);
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('react-dom');
  expect(html.length).toBeLessThan(1_600_000);
});

test('of bodies the one file says what it has not', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.goto(`${pathToFileURL(file).href}#world=pendulum&run=kl&play=0`);
  await expect(playground.column(0).getByRole('alert')).toContainText('physics tasks need the playground on a host');
});
