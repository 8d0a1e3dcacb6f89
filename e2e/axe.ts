import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong on the page, or in a part of it. */
async function violationsOf(page: Page, within?: string): Promise<string[]> {
  // the other modes tell in detail what is in order, in a second page, and take five times as long to find the same
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** Axe finds nothing in a part of the page as it is. */
export async function isPartAccessible(page: Page, within: string): Promise<void> {
  expect(await violationsOf(page, within)).toEqual([]);
}

/** Axe finds nothing on the page as it is, in light and in dark, and nothing is wider than the window. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await violationsOf(page)).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
