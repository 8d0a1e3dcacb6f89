import { expectSaid } from './languages.ts';
import { ended, openFile, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

test('no sentence of the first screen is left in English', async ({ page, playground }) => {
  await playground.open('lang=qps');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectSaid(page, 'the first screen');
});

for (const name of ['claims', 'sweeps', 'lessons']) {
  test(`no sentence of the page of ${name} is left in English`, async ({ page }) => {
    await page.goto(`./${name}.html#lang=qps`);
    await page.locator('main.page h2').first().waitFor();
    await expectSaid(page, name);
  });
}

test('no sentence of an opened claim, figure or task is left in English', async ({ page }) => {
  test.slow();
  for (const card of ['monotonic', 'baselines', 'paper-methods', 'physics-hopper']) {
    await page.goto(`./claims.html#${card}&lang=qps`);
    await page.locator('.claim-open h4').first().waitFor();
    await page.locator('.reader-picker input').nth(1).check();
    await expect(page.locator('.claim-open table').first()).toBeVisible();
    await expectSaid(page, card);
  }
});

test('no sentence of a sweep that is written and run is left in English', async ({ page }) => {
  await page.goto('./sweeps.html#lang=qps');
  await page.locator('.sources button').last().click();
  await page.locator('.add-axis').click();
  await page.locator('.measures summary').click();
  await expectSaid(page, 'what is written');
  await openFile(page, { ...TINY, title: '1', vary: [...TINY.vary, { key: 'gamma', values: [0.9, 0.95] }] });
  await page.locator('.run-bar button.main').click();
  await ended(page);
  await page.locator('.run-links summary').first().click();
  await expectSaid(page, 'what was run');
});
