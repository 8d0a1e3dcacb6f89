import { expectSaid } from './languages.ts';
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
