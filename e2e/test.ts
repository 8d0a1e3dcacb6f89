import { test as base, type Page } from '@playwright/test';
import { launchFirefox, type FirefoxBrowser } from './firefox.ts';
import { PlaygroundPage } from './playground-page.ts';

/** A browser that has been here: a bare address opens what is prepared, neither a first visit nor where a test was before. */
export async function beenHere(page: Page): Promise<void> {
  await page.addInitScript(() => {
    try {
      localStorage.setItem('trust-region-last', '');
    } catch {
      // about:blank keeps nothing
    }
  });
}

/** A test with the page object, which fails when the page's console says anything wrong, and with Firefox for who asks for it. */
export const test = base.extend<{ playground: PlaygroundPage; phone: PlaygroundPage }, { firefox: FirefoxBrowser }>({
  playground: async ({ page }, use) => {
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // what a visit keeps is kept from tests that are not of it
      if (message.text() !== 'Service Worker registration blocked by Playwright') wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    await beenHere(page);
    // as a reader has chosen it: at the speed of a first visit tests would take minutes
    await page.addInitScript(() => {
      try {
        if (localStorage.getItem('trust-region-speed') === null) localStorage.setItem('trust-region-speed', '5');
      } catch {
        // about:blank keeps nothing
      }
    });
    await use(new PlaygroundPage(page));
    expect(wrong).toEqual([]);
  },
  // a narrow page that is touched
  phone: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({
      baseURL: baseURL!,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const page = await context.newPage();
    await beenHere(page);
    await use(new PlaygroundPage(page));
    await context.close();
  },
  // one for all tests of a worker: it takes long to start
  firefox: [
    async ({ playwright }, use) => {
      const browser = await launchFirefox(playwright.firefox);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

export const { expect } = base;
