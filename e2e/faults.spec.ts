import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { expect, test } from './test.ts';

// faults write to the console: these tests take the bare page, whose console may say what it likes

test('a part that cannot be fetched is said where it would stand, and can be had when it is there again', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  let missing = true;
  await page.route(/assets\/scene-view-.*\.js/, (route) =>
    missing ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await playground.open('world=pendulum&play=0&run=kl&run=wasserstein');
  const failed = page.locator('.part-failed');
  // that of the recording, and one in each column
  await expect(failed).toHaveCount(3, { timeout: 30_000 });
  await expect(failed.first()).toContainText('the host has a newer version than this page');
  // all else goes on: bar, link, maps, plans
  await expect(playground.button('Play')).toBeEnabled();
  await expect(playground.map(0)).toBeVisible();
  expect(page.url()).toContain('world=pendulum');
  missing = false;
  await failed.first().getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toHaveCount(2);
  await expect(page.locator('.scene canvas').first()).toBeVisible();
  // another world leaves the fault behind
  missing = true;
  await playground.world.selectOption('chain');
  await expect(failed).toHaveCount(0);
  await playground.pausedAt(0);
});

test('engines that cannot be fetched end in a sentence, and the column starts when they are there again', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  let missing = true;
  await page.route(/assets\/network-session-.*\.js/, (route) =>
    missing ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.goto('./#world=cart-pole&play=0&run=kl&width=16');
  const alert = playground.column(0).getByRole('alert');
  await expect(alert).toContainText('A part of the page could not be fetched', { timeout: 30_000 });
  await expect(alert).not.toContainText('The other columns go on');
  await expect(playground.root).toHaveAttribute('data-status', 'failed');
  missing = false;
  await page.getByRole('button', { name: 'Restart this column' }).click();
  await playground.pausedAt(0);
});

for (const [name, file] of [
  ['playground', 'index.html'],
  ['claims', 'claims.html'],
  ['sweeps', 'sweeps.html'],
] as const) {
  test(`a missing script is said on the page of ${name}, which opens when it is there again`, async ({ page }) => {
    await page.route(/assets\/.*\.js/, (route) => route.fulfill({ status: 404 }));
    await page.goto(`./${file}`);
    const root = page.locator('#root');
    await expect(root).toHaveAttribute('data-status', 'failed');
    await expect(root.getByRole('alert')).toContainText('A script of this page could not be loaded');
    await page.unroute(/assets\/.*\.js/);
    await page.reload();
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(root.locator('.opening')).toHaveCount(0);
    await expect(root).not.toHaveAttribute('data-status', /loading|failed/);
  });
}

test('a page that was opened from a disk, or in a frame of no origin, says so', async ({ page }) => {
  await page.goto(pathToFileURL(path.resolve('dist/index.html')).href);
  await expect(page.locator('#root')).toHaveAttribute('data-status', 'failed');
  await expect(page.getByRole('alert')).toContainText('opened from a disk');
  await page.goto('./favicon.svg');
  const here = new URL('./', page.url()).href;
  // a host that lets no other origin read its files
  await page.route(`${here}assets/*.js`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': here.replace(/\/$/, '') };
    await route.fulfill({ response, headers });
  });
  await page.route(`${here}frame.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${here}index.html" width="900" height="600"></iframe>`,
    }),
  );
  await page.goto(`${here}frame.html`);
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('in a frame without an origin');
});

test('two links that alternate leave no row of one in the other', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.addInitScript(() => globalThis.origin !== 'null' && localStorage.setItem('trust-region-speed', '20'));
  const links = ['run=wasserstein&run=sinkhorn&run=ppo&run=wasserstein&run=ppo', 'gamma=0.9'];
  await playground.open(links[0]);
  for (let round = 0; round < 16; round += 1) {
    await page.evaluate((hash) => (location.hash = hash), links[(round + 1) % 2]!);
    await page.waitForTimeout(150 + (round % 3) * 50);
  }
  await page.evaluate((hash) => (location.hash = hash), `${links[1]!}&stop=12`);
  await playground.pausedAt(12);
  const digests = await playground.digests();
  await page.goto('about:blank');
  await playground.open(`${links[1]!}&stop=12`);
  await playground.pausedAt(12);
  expect(digests).toEqual(await playground.digests());
  await expect(page.locator('.part-failed')).toHaveCount(0);
});

test('a worker that hangs is given up with a sentence, and the others go on', async ({ page }) => {
  await page.clock.install();
  const playground = new PlaygroundPage(page);
  await playground.open('play=0');
  await page.workers()[1]!.evaluate(() => {
    // for longer than the page waits
    setTimeout(() => {
      const until = Date.now() + 60_000;
      while (Date.now() < until);
    });
  });
  await playground.button('Play').click();
  const failed = page.getByText('The worker has not answered for 15 seconds.');
  await expect(async () => {
    await page.clock.fastForward(16_000);
    await expect(failed).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('The other columns go on.')).toBeVisible();
  await expect.poll(async () => Math.max(...(await playground.iterations()))).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Restart this column' }).click();
  await expect(failed).toHaveCount(0);
});

test('a browser without workers says so in every column, and claims nothing of others that go on', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  const playground = new PlaygroundPage(page);
  await page.goto('./');
  await expect(playground.root).toHaveAttribute('data-status', 'failed');
  for (const column of await playground.columns.all()) {
    await expect(column.getByRole('alert')).toContainText('This browser has no workers');
  }
  await expect(page.getByText('The other columns go on')).toHaveCount(0);
  await page.goto('./sweeps.html#link=world%3Dchain%26run%3Dkl');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('[data-sweep]')).toHaveAttribute('data-sweep', 'done');
  await expect(page.locator('.sweep-problem')).toContainText('This browser has no workers');
});

test('a clipboard that never answers leaves the link selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => new Promise(() => undefined) } });
  });
  const playground = new PlaygroundPage(page);
  await playground.open('play=0');
  await playground.button('Share').click();
  await playground.button('Copy link').click();
  await expect(page.getByText('This browser does not let the page copy')).toBeVisible();
});

test('canvases are drawn anew when the pixel ratio changes, also while all is paused', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&world=pendulum&run=kl');
  await playground.pausedAt(0);
  const ratios = (): Promise<number[]> =>
    page.locator('canvas').evaluateAll((all) =>
      all.map((one) => {
        const canvas = one as HTMLCanvasElement;
        return Math.round((10 * canvas.width) / canvas.getBoundingClientRect().width) / 10;
      }),
    );
  // what was recorded beforehand may come later than the columns
  await expect.poll(async () => [...new Set(await ratios())]).toEqual([1]);
  const client = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize()!;
  // an emulated screen tells only of its size
  const screen = { width, height: height + 1, deviceScaleFactor: 2, mobile: false };
  await client.send('Emulation.setDeviceMetricsOverride', screen);
  await expect.poll(async () => [...new Set(await ratios())]).toEqual([2]);
});

test('with forced colours what is pressed, and what colour says, can be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const playground = new PlaygroundPage(page);
  await playground.open('stop=2');
  await playground.pausedAt(2);
  await playground.show('Numbers');
  const outline = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(await outline('.switch .on')).toBe('solid');
  expect(await outline('.switch label:not(.on)')).toBe('none');
  for (const data of ['.color-bar-strip', '.swatch', '.matrix tbody td:not(.marginal)']) {
    const adjust = await page
      .locator(data)
      .first()
      .evaluate((one) => getComputedStyle(one).forcedColorAdjust);
    expect(adjust, data).toBe('none');
  }
});

/** All that the page says, as a reader sees it. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document.body.innerText
      .replaceAll(/\s+/g, ' ')
      // how far a run goes is foreseen where that takes no time
      .replaceAll(/Play \d+ updates/g, 'Play')
      .replaceAll(/of \d+( …)?/g, 'of'),
  );

test('a page that is translated goes on to say what is', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&run=kl,rule:fixed&run=wasserstein&run=sinkhorn');
  await playground.pausedAt(0);
  // as translators do: every text in an element of its own
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement?.closest('script, style, textarea, [translate="no"]')) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text.data);
    }
  });
  for (let k = 1; k <= 3; k += 1) {
    await playground.button('Step').click();
    await playground.pausedAt(k);
  }
  await page.keyboard.press('v');
  await playground.map(0).hover();
  await page.mouse.move(5, 5);
  // numbers are written ten times a second at most
  await page.waitForTimeout(700);
  const translated = await textOf(page);
  await expect(page.locator('.part-failed')).toHaveCount(0);
  const [address] = page.url().split('#');
  await page.goto('about:blank');
  await page.goto(`${address!}#run=kl,rule:fixed&run=wasserstein&run=sinkhorn&play=0`);
  await playground.pausedAt(0);
  for (let k = 1; k <= 3; k += 1) {
    await playground.button('Step').click();
    await playground.pausedAt(k);
  }
  await page.keyboard.press('v');
  await playground.map(0).hover();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(700);
  expect(translated).toBe(await textOf(page));
});

test('licences of all that ships are there, and every page leads to them', async ({ page }) => {
  for (const file of ['index.html', 'claims.html', 'sweeps.html']) {
    await page.goto(`./${file}`);
    if (file === 'index.html') await page.getByRole('button', { name: 'Keys and help' }).click();
    await expect(page.getByRole('link', { name: /^licences/ })).toHaveAttribute('href', './licences.txt');
  }
  const text = await (await page.request.get('./licences.txt')).text();
  for (const name of [
    'react',
    'd3-scale',
    '@mujoco/mujoco',
    '@tensorflow/tfjs-core',
    'comlink',
    'zustand',
    'pure-rand',
  ]) {
    expect(text).toContain(`\n${name} `);
  }
  expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  expect(text).toContain('Copyright (C) 1993 by Sun Microsystems');
});
