import type { Page } from '@playwright/test';
import { isAccessible } from './axe.ts';
import { ClaimsPage } from './claims-page.ts';
import { parsedCsv, parsedPng, saved, standsAlone } from './figures-page.ts';
import { PlaygroundPage } from './playground-page.ts';
import { openFile, ended, runButton, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

const SMALL = 'width=16&iterationSteps=256&environments=8';
const acts = (page: Page) => page.getByRole('dialog').locator('.figure-acts');

async function openFigures(page: Page): Promise<void> {
  await page.keyboard.press('Shift+S');
  await expect(acts(page).first()).toBeVisible();
}

for (const [world, link, updates, least] of [
  ['a table', 'run=kl&run=sinkhorn&stop=3', 3, 16],
  ['networks of a few actions', `world=cart-pole&${SMALL}&run=kl&stop=2`, 2, 9],
  ['continuous actions', `world=pendulum&${SMALL}&warmup=200&minibatch=32&run=wasserstein&stop=2`, 2, 7],
  ['a chain', 'world=chain&run=kl&stop=2', 2, 9],
  ['one state', 'world=one-state&run=wasserstein&stop=1', 1, 8],
] as const) {
  test(`every figure of ${world} is saved, stands alone and is parsed`, async ({ playground, page }) => {
    // dark, so that what is saved is seen to be light all the same
    await page.emulateMedia({ colorScheme: 'dark' });
    await playground.open(link);
    await playground.pausedAt(updates);
    await openFigures(page);
    const all = await acts(page).all();
    expect(all.length).toBeGreaterThanOrEqual(least);
    for (const [place, one] of all.entries()) {
      const csv = parsedCsv((await saved(page, one, 'CSV')).bytes);
      expect(csv.length).toBeGreaterThan(1);
      expect(csv[0]!.at(-1)).toBe('source');
      expect(csv[1]!.at(-1)).toContain('arXiv:2306.14133');
      if ((await one.getByRole('button', { name: 'SVG', exact: true }).count()) === 0) continue;
      const { bytes } = await saved(page, one, 'SVG');
      const { width, height, link: shown } = await standsAlone(page, bytes);
      expect(shown).toMatch(/#v=2&.*end$/);
      // nothing of the dark theme
      expect(bytes.toString('utf8')).not.toMatch(/#161b22|#e4e9ef|rgb\(228, 233, 239\)|rgb\(22, 27, 34\)/);
      // a PNG is made of the SVG, whichever it is
      if (place % 3 !== 0) continue;
      const png = parsedPng((await saved(page, one, 'PNG, 2×')).bytes);
      expect([png.width, png.height]).toEqual([2 * width, 2 * height]);
      expect(png.texts).toContain(shown);
    }
  });
}

test('tables are saved as Markdown and LaTeX, and copied', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open('stop=3');
  await playground.pausedAt(3);
  await openFigures(page);
  const plan = page.getByRole('group', { name: /^WPO: plan/ });
  const md = await saved(page, plan, 'Markdown');
  expect(md.name).toMatch(/^wpo-plan.*\.md$/);
  const lines = md.bytes.toString('utf8').split('\n');
  // a head, a rule, advantages, an action a row, the new row
  expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(8);
  const tex = (await saved(page, plan, 'LaTeX')).bytes.toString('utf8');
  expect(tex).toContain('\\begin{tabular}{lrrrrr}');
  expect(tex.match(/ \\\\$/gm)).toHaveLength(7);
  await page.getByRole('radio', { name: 'copy' }).check();
  await plan.getByRole('button', { name: 'LaTeX' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tex);
});

test('the measures are those of the charts, and the plan that of the state', async ({ playground, page }) => {
  await playground.open('stop=3');
  await playground.pausedAt(3);
  await openFigures(page);
  const measures = parsedCsv((await saved(page, page.getByRole('group', { name: 'All measures' }), 'CSV')).bytes);
  // three columns, updates 0 to 3
  expect(measures).toHaveLength(1 + 3 * 4);
  const gap = measures[0]!.indexOf('distance to the optimum (discounted reward)');
  expect(Number(measures[4]![gap])).toBeLessThan(Number(measures[1]![gap]));
  const plan = parsedCsv((await saved(page, page.getByRole('group', { name: /^SPO: plan/ }), 'CSV')).bytes);
  const mass = plan[0]!.indexOf('mass (probability)');
  const total = plan.slice(1).reduce((sum, row) => sum + Number(row[mass]), 0);
  expect(total).toBeCloseTo(1, 9);
});

test('the link of a saved picture shows it again', async ({ playground, page }) => {
  await playground.open('world=frozen-lake&seed=5&stop=4');
  await playground.pausedAt(4);
  const digests = await playground.digests();
  await openFigures(page);
  const { bytes } = await saved(page, acts(page).nth(2), 'SVG');
  const { link } = await standsAlone(page, bytes);
  await page.goto('about:blank');
  await page.goto(link);
  await playground.pausedAt(4);
  expect(await playground.digests()).toEqual(digests);
});

test('a saved map has the pixels of the screen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, deviceScaleFactor: 2, colorScheme: 'light' });
  const page = await context.newPage();
  const playground = new PlaygroundPage(page);
  await playground.open('run=wasserstein&run=sinkhorn&stop=3');
  await playground.pausedAt(3);
  const canvas = playground.map(0).locator('canvas');
  const CELL = 39;
  const cellNow = async (): Promise<number> =>
    (await canvas.evaluate((element) => Number.parseFloat(element.style.height) - 2)) / 4;
  // a width at which cells are as large on the screen as in the file
  for (let width = 1100; width < 2000 && (await cellNow()) !== CELL; width += 10) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(60);
  }
  expect(await cellNow()).toBe(CELL);
  await page.waitForTimeout(300);
  // the pointer's cursor is no part of the canvas
  const screen = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
  await openFigures(page);
  const { bytes } = await saved(page, page.getByRole('group', { name: /^WPO: policy on the map/ }), 'PNG, 2×');
  const difference = await page.evaluate(
    async ([own, other, cell]) => {
      const read = async (address: string): Promise<ImageData> => {
        const blob = await (async () => {
          const [, data] = address.split(',');
          return new Blob([Uint8Array.from(atob(data!), (letter) => letter.charCodeAt(0))], { type: 'image/png' });
        })();
        const bitmap = await createImageBitmap(blob);
        const surface = new OffscreenCanvas(bitmap.width, bitmap.height);
        const paper = surface.getContext('2d')!;
        paper.drawImage(bitmap, 0, 0);
        return paper.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = [await read(own), await read(other)];
      const [across, down] = [12 * cell * 2, 4 * cell * 2];
      // the map's cells, in the middle of the canvas, and in the file's picture of 480 pixels at 16, 16
      const from = { x: 2 * Math.floor((a.width / 2 - 12 * cell) / 2), y: 2 };
      const to = { x: 2 * (16 + Math.floor((480 - 12 * cell) / 2)), y: 2 * (16 + 1) };
      let sum = 0;
      let apart = 0;
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          const p = 4 * ((from.y + y) * a.width + from.x + x);
          const q = 4 * ((to.y + y) * b.width + to.x + x);
          const most = Math.max(...[0, 1, 2].map((c) => Math.abs(a.data[p + c]! - b.data[q + c]!)));
          sum += most;
          if (most > 64) apart += 1;
        }
      }
      return { mean: sum / (across * down), apart: apart / (across * down) };
    },
    [screen, `data:image/png;base64,${bytes.toString('base64')}`, CELL] as const,
  );
  // edges may lie between pixels a little differently
  expect(difference.apart).toBeLessThan(0.005);
  expect(difference.mean).toBeLessThan(1.5);
  await context.close();
});

test('by keyboard alone, and from the settings', async ({ playground, page }) => {
  await playground.open('stop=3');
  await playground.pausedAt(3);
  await page.keyboard.press('Shift+S');
  await expect(page.getByRole('dialog')).toContainText('Save pictures and numbers');
  const csv = page.getByRole('group', { name: 'All measures' }).getByRole('button', { name: 'CSV' });
  await expect(csv).toBeVisible();
  for (let n = 0; n < 12 && !(await csv.evaluate((element) => element === document.activeElement)); n += 1)
    await page.keyboard.press('Tab');
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe('all-measures-of-all-columns.csv');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await playground.openShared();
  await playground.button('Save pictures and numbers…').click();
  await expect(acts(page).first()).toBeVisible();
  // it pauses, so that all is of one moment
  await page.keyboard.press('Escape');
  await playground.button('Play').click();
  await page.keyboard.press('Shift+S');
  await expect(playground.root).toHaveAttribute('data-status', 'ready');
});

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['narrow', 390, 844],
] as const) {
  test(`axe finds nothing in the dialogs, light and dark, ${name}`, async ({ playground, page }) => {
    await page.setViewportSize({ width, height });
    await playground.open('stop=3');
    await playground.pausedAt(3);
    await openFigures(page);
    await expect(page.locator('.figure-thumb img').first()).toBeVisible();
    await isAccessible(page, 'dialog[open]');
    await page.goto('sweeps.html');
    await page
      .getByRole('button', { name: /^Save: / })
      .first()
      .click();
    await expect(page.locator('.figure-thumb img').first()).toBeVisible();
    await isAccessible(page, 'dialog[open]');
  });
}

test('charts and tables of a sweep are saved', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('sweeps.html');
  await openFile(page, { ...TINY, seeds: 1, vary: [...TINY.vary, { key: 'gamma', values: [0.9, 0.95] }] });
  await runButton(page, 'Run').click();
  await ended(page);
  const buttons = page.getByRole('button', { name: /^Save: / });
  // four charts, a table for each column, means, comparison, profile
  await expect(buttons).toHaveCount(9);
  for (const button of await buttons.all()) {
    await button.click();
    const one = acts(page);
    expect(parsedCsv((await saved(page, one, 'CSV')).bytes).length).toBeGreaterThan(1);
    const { link, width } = await standsAlone(page, (await saved(page, one, 'SVG')).bytes);
    expect(link).toContain('sweeps.html#sweep=');
    expect(parsedPng((await saved(page, one, 'PNG, 2×')).bytes).width).toBe(2 * width);
    if ((await one.getByRole('button', { name: 'LaTeX' }).count()) > 0) {
      expect((await saved(page, one, 'LaTeX')).bytes.toString('utf8')).toContain('\\toprule');
      expect((await saved(page, one, 'Markdown')).bytes.toString('utf8')).toContain('| --: |');
    }
    await page.keyboard.press('Escape');
  }
  // the link of a picture opens the whole sweep
  await buttons.first().click();
  const { link } = await standsAlone(page, (await saved(page, acts(page), 'SVG')).bytes);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('.size-line')).toHaveAttribute('data-runs', '8');
  await expect(page.getByRole('textbox', { name: 'title' })).toHaveValue(TINY.title);
});

test('charts and tables of a claim are saved', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  const claims = new ClaimsPage(page);
  await claims.goto();
  const section = await claims.open('monotonic');
  const buttons = section.getByRole('button', { name: /^Save: / });
  await expect.poll(() => buttons.count()).toBeGreaterThan(0);
  for (const button of await buttons.all()) {
    await button.click();
    const one = acts(page);
    expect(parsedCsv((await saved(page, one, 'CSV')).bytes).length).toBeGreaterThan(1);
    const { link } = await standsAlone(page, (await saved(page, one, 'SVG')).bytes);
    expect(link).toMatch(/sweeps\.html#file=|claims\.html(#\w+)?$/);
    await page.keyboard.press('Escape');
  }
});
