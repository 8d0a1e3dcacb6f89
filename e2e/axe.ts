import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong. */
async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  // the other modes tell in detail what is in order, in a second page, and take five times as long to find the same
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const CONTRAST = 'color-contrast';

/** Axe finds nothing in a part of the page, whose colours were looked at in the whole. */
export async function isPartAccessible(page: Page, within: string): Promise<void> {
  const options = { resultTypes: ['violations' as const], rules: { [CONTRAST]: { enabled: false } } };
  expect(await violationsOf(new AxeBuilder({ page }).options(options).include(within))).toEqual([]);
}

/** Axe finds nothing on the page as it is, in light and in dark, and nothing is wider than the window. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // colours are what a theme changes
    const only = colorScheme === 'light' ? {} : { runOnly: { type: 'rule' as const, values: [CONTRAST] } };
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], ...only });
    expect(await violationsOf(axe)).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
