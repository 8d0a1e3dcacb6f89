import { isAccessible } from './axe.ts';
import { ended, openFile, runButton, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

test('by keyboard alone', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await page.getByLabel('title', { exact: true }).focus();
  const reached: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    reached.push(name);
    if (name === 'Run') break;
  }
  expect(reached.at(-1)).toBe('Run');
  await page.keyboard.press('Enter');
  await ended(page);
  await page.getByText('Open a run in the playground').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'KL, seed 1' }).first()).toBeVisible();
});

test('axe finds nothing, light and dark, and nothing is wider than a phone', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('sweeps.html');
  // the finished sweep that a first visit sees, and a new one with all its controls
  await expect(page.getByRole('img', { name: /against .*λ\./ })).toBeVisible();
  await isAccessible(page);
  await runButton(page, 'Write a new one').click();
  await expect(runButton(page, 'Run')).toBeEnabled();
  await page.getByText('Measures').click();
  await isAccessible(page);
  await openFile(page, { ...TINY, vary: [...TINY.vary, { key: 'gamma', values: [0.9, 0.95, 0.99] }] });
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(page.locator('.heat-table')).toHaveCount(3);
  await isAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await isAccessible(page);
});
