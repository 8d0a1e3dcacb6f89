import type { BrowserType } from '@playwright/test';
import puppeteer from 'puppeteer-core';

/** Read in the page: the digests of all columns once they are paused, else null. */
function readDigests(): string[] | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const digests = columns.map((column) => column.dataset.digest ?? '');
  return digests.length > 0 && digests.every((digest) => digest !== '') ? digests : null;
}

/** A Firefox that opens links which pause. */
export interface FirefoxBrowser {
  /** What its columns say in the end. */
  readonly digests: (link: string) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** A system Firefox speaks WebDriver BiDi; Playwright's own build its own tongue. */
export async function launchFirefox(own: BrowserType): Promise<FirefoxBrowser> {
  const installed = process.env['FIREFOX_PATH'];
  if (installed === undefined) {
    const browser = await own.launch();
    return {
      digests: async (link) => {
        const page = await browser.newPage();
        await page.goto(link);
        const handle = await page.waitForFunction(readDigests, undefined, { timeout: 60_000 });
        const digests = (await handle.jsonValue()) ?? [];
        await page.close();
        return digests;
      },
      close: () => browser.close(),
    };
  }
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: installed, headless: true });
  return {
    digests: async (link) => {
      const page = await browser.newPage();
      await page.goto(link);
      const handle = await page.waitForFunction(readDigests, { timeout: 60_000, polling: 200 });
      const digests = (await handle.jsonValue()) ?? [];
      await page.close();
      return digests;
    },
    close: () => browser.close(),
  };
}
