import type { BrowserType } from '@playwright/test';
import puppeteer from 'puppeteer-core';

/** Read in the page: the digests of all columns once they are paused, else null. */
function readDigests(): string[] | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const digests = columns.map((column) => column.dataset.digest ?? '');
  return digests.length > 0 && digests.every((digest) => digest !== '') ? digests : null;
}

/** What both drivers have of a page. */
interface DrivenPage {
  readonly goto: (link: string) => Promise<unknown>;
  readonly evaluate: (read: typeof readDigests) => Promise<string[] | null>;
  readonly close: () => Promise<void>;
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
  const browser =
    installed === undefined
      ? await own.launch()
      : await puppeteer.launch({ browser: 'firefox', executablePath: installed, headless: true });
  return {
    digests: async (link) => {
      const page: DrivenPage = await browser.newPage();
      try {
        await page.goto(link);
        return await digestsOf(page, link);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** Milliseconds until the columns must have paused, and between two questions. */
const PATIENCE = 60_000;
const PAUSE = 200;

/**
 * Asks from this side again and again: a driver's own wait compiles text in the page, which the page's policy forbids, and
 * Firefox obeys it.
 */
async function digestsOf(page: DrivenPage, link: string): Promise<string[]> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const digests = await page.evaluate(readDigests);
    if (digests !== null) return digests;
    if (Date.now() > until)
      throw new Error(`Firefox has not paused at the end of ${link} within ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
