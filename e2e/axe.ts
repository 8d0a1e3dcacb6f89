import axe, { type RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const CONTRAST = 'color-contrast';

/** What axe finds wrong in a part of the page, which is given to it once. */
async function violationsOf(page: Page, within: string, options: RunOptions): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, asked]) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(selector, {
        ...asked,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    },
    [within, options] as const,
  );
}

/** Axe finds nothing in a part of the page, whose colours were looked at in the whole. */
export async function isPartAccessible(page: Page, within: string): Promise<void> {
  expect(await violationsOf(page, within, { rules: { [CONTRAST]: { enabled: false } } })).toEqual([]);
}

/**
 * Axe finds nothing on the page as it is, in light and in dark, and nothing is wider than the window.
 * @param within the part that is new, where the rest was looked at or lies behind a dialog
 */
export async function isAccessible(page: Page, within = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // colours are what a theme changes
    const only: RunOptions = colorScheme === 'light' ? {} : { runOnly: { type: 'rule', values: [CONTRAST] } };
    expect(await violationsOf(page, within, only)).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
