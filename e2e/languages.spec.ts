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
