import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** A sweep of a second. */
export const TINY = {
  title: 'A tiny sweep',
  link: 'world=chain&run=kl&run=wasserstein',
  vary: [{ key: 'run.delta', values: [0.01, 0.1] }],
  seeds: 2,
  iterations: 4,
  points: 5,
};

export async function openFile(page: Page, content: unknown, name = 'sweep.json'): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page
    .locator('.sources input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

export const state = (page: Page) => page.locator('[data-sweep]');

export const done = async (page: Page): Promise<number> => Number(await state(page).getAttribute('data-done'));

export const runButton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

export async function ended(page: Page): Promise<void> {
  await expect(state(page)).toHaveAttribute('data-sweep', 'done', { timeout: 60_000 });
}

/** A run of a record that was saved. */
export interface Result {
  readonly digest: string;
  readonly curves: unknown;
}

export interface Downloaded {
  readonly results: readonly Result[];
  readonly made: { readonly version: string };
}

/** The record that the page saves. */
export async function downloaded(page: Page): Promise<Downloaded> {
  const coming = page.waitForEvent('download');
  await runButton(page, 'Download result').click();
  return JSON.parse(await readFile(await (await coming).path(), 'utf8')) as Downloaded;
}

export async function digests(page: Page): Promise<string[]> {
  return (await downloaded(page)).results.map(({ digest }) => digest);
}
