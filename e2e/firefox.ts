import { firefox } from '@playwright/test';
import puppeteer from 'puppeteer-core';

/** Read in the page: the digests of all columns once they are paused, else null. */
function readDigests(): string[] | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const digests = columns.map((column) => column.dataset.digest ?? '');
  return digests.length > 0 && digests.every((digest) => digest !== '') ? digests : null;
}

/** What Firefox shows for a link that pauses. A system Firefox speaks WebDriver BiDi; Playwright's own build its own tongue. */
export async function firefoxDigests(link: string): Promise<string[]> {
  const installed = process.env['FIREFOX_PATH'];
  if (installed === undefined) {
    const browser = await firefox.launch();
    try {
      const page = await browser.newPage();
      await page.goto(link);
      const handle = await page.waitForFunction(readDigests, undefined, { timeout: 60_000 });
      return (await handle.jsonValue()) ?? [];
    } finally {
      await browser.close();
    }
  }
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: installed, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(link);
    const handle = await page.waitForFunction(readDigests, { timeout: 60_000, polling: 200 });
    return (await handle.jsonValue()) ?? [];
  } finally {
    await browser.close();
  }
}
