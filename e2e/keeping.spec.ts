import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** Opens the dialog that hands a run on, at one of its ways. */
async function handOver(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.locator('.hand-over').getByText(way, { exact: true }).click();
}

/** Drops a file on the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content!], file!, { type: 'application/json' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('a run is saved, and opens again where it was, by button and by drop', async ({ playground, page }) => {
  await playground.open('world=chain&seed=5&play=0&k=9');
  await playground.pausedAt(9);
  const digests = await playground.digests();
  await handOver(page, 'File');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save this run' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('chain-seed-5-update-9.json');
  const file = await saved.path();
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'trust-region-playground run', iteration: 9 });
  await page.goto('about:blank');
  await playground.open('play=0');
  await playground.pausedAt(0);
  await handOver(page, 'File');
  await page
    .getByLabel('File of a run')
    .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await playground.pausedAt(9);
  expect(await playground.digests()).toEqual(digests);
  await expect(page.locator('.note-bar')).toContainText('Reproduced exactly: update 9');
  await page.goto('about:blank');
  await playground.open('play=0');
  await playground.pausedAt(0);
  await drop(page, 'run.json', text.replace('"seed":5', '"seed":5').replace('delta', 'delta'));
  await playground.pausedAt(9);
  await expect(page.locator('.note-bar')).toContainText('Reproduced exactly');
});

test('a damaged or foreign file is refused in a sentence, and nothing is lost', async ({ playground, page }) => {
  await playground.open('world=chain&play=0&k=3');
  await playground.pausedAt(3);
  await drop(page, 'notes.txt', 'not JSON');
  await expect(page.locator('.note-bar')).toContainText(
    'notes.txt: It is not JSON; expected is a run that this page saved.',
  );
  await drop(page, 'sweep.json', '{"sweep":{},"results":[]}');
  await expect(page.locator('.note-bar')).toContainText('sweep.json: It is a sweep; the page of sweeps opens it.');
  await playground.pausedAt(3);
  await expect(playground.world).toHaveValue('chain');
});

test('kept runs stay in grey in all charts, also in another world, and are there after a reload', async ({
  playground,
  page,
}) => {
  await playground.open('world=chain&play=0&k=6&run=kl&run=wasserstein');
  await playground.pausedAt(6);
  await playground.digests();
  await page.keyboard.press('k');
  await expect(page.locator('.note-bar')).toContainText('Kept: “Chain, seed 1, update 6”');
  await playground.world.selectOption('four-rooms');
  await playground.pausedAt(0);
  await playground.charts
    .locator('.chart-canvas')
    .first()
    .hover({ position: { x: 120, y: 60 } });
  await expect(playground.charts.locator('.chart-reading').first()).toContainText('A KL');
  // the address follows a little later
  await expect.poll(() => page.url()).not.toContain('k=6');
  await page.reload();
  await playground.pausedAt(0);
  await handOver(page, 'Kept runs');
  const row = page.locator('.shelf tbody tr');
  const field = row.getByRole('textbox');
  await field.fill('The first one');
  await field.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of “The first one”' })).toBeVisible();
  const renamed = page.getByRole('row').filter({ has: page.getByRole('textbox', { name: /The first one/ }) });
  await renamed.getByRole('button', { name: 'pin' }).click();
  await expect(renamed.getByRole('button', { name: 'pinned' })).toBeVisible();
  await renamed.getByRole('button', { name: 'compare' }).click();
  await expect(renamed.getByRole('button', { name: 'compared: A' })).toHaveAttribute('aria-pressed', 'true');
  await renamed.getByRole('button', { name: 'delete' }).click();
  await expect(page.getByText('“The first one” was deleted.')).toBeVisible();
  await expect(page.getByText('No run is kept in this browser yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await renamed.getByRole('button', { name: 'open' }).click();
  await playground.pausedAt(6);
  await expect(playground.world).toHaveValue('chain');
  await expect(page.locator('.note-bar')).toContainText('Reproduced exactly');
});

test('where nothing may be kept, it is said, and the grey curve is there all the same', async ({
  playground,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    });
  });
  await playground.open('world=chain&play=0&k=6&run=kl');
  await playground.pausedAt(6);
  await page.keyboard.press('k');
  await expect(page.locator('.note-bar')).toContainText('stays in grey until the page is closed');
  await handOver(page, 'Kept runs');
  await expect(page.getByRole('alert').filter({ hasText: 'keeps nothing' })).toContainText(
    'A run can be saved as a file',
  );
});
