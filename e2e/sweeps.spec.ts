import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import {
  digests,
  done,
  downloaded,
  ended,
  openFile,
  runButton,
  state,
  TINY,
  type Downloaded,
  type Result,
} from './sweeps-page.ts';
import { expect, test } from './test.ts';

/** Long enough to be caught in the middle. */
const LONGER = {
  ...TINY,
  title: 'A longer sweep',
  // with exact advantages all seeds would be one run
  link: `${TINY.link}&estimator=model&episodes=1`,
  seeds: 16,
  iterations: 150,
  points: 9,
};

/** How many results this browser keeps. */
const kept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('trust-region-sweeps');
        opening.onerror = () => reject(new Error('nothing is kept'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('runs').objectStore('runs').count(IDBKeyRange.lowerBound([]));
          counting.onsuccess = () => {
            resolve(counting.result);
            opening.result.close();
          };
        };
      }),
  );

/** Runs that have begun go on to their end: some are done, most are not. */
async function pauseInTheMiddle(page: Page): Promise<void> {
  await runButton(page, 'Pause').click();
  await expect(state(page)).toHaveAttribute('data-sweep', 'paused');
  await expect.poll(() => done(page), { timeout: 30_000 }).toBeGreaterThan(0);
}

// among the last files: all workers end together
test.describe.configure({ mode: 'parallel' });

test('a sweep runs to its end and shows what came out', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await expect(page.locator('.size-line')).toHaveAttribute('data-runs', '8');
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(page.getByText('8 of 8 runs', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /radius δ = 0.1\. expected return .* over iteration/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /against radius δ\..*KL ends at .*at 0.1/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /Performance profile/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'measure', exact: true }).selectOption('gap');
  await expect(page.getByRole('img', { name: /radius δ = 0.1\. distance to the optimum/ })).toBeVisible();
});

test('the same file gives the same numbers in Node', async ({ playground, page }, info) => {
  expect(playground).toBeDefined();
  const file = info.outputPath('sweep.json');
  await writeFile(file, JSON.stringify(TINY));
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/run.mjs', 'sweep', file]);
  const known = JSON.parse(stdout) as Downloaded;
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  const same = ({ digest, curves }: Result): unknown => ({ digest, curves });
  const own = await downloaded(page);
  expect(own.results.map(same)).toEqual(known.results.map(same));
  expect(own.made.version).toBe(known.made.version);
});

test('a cell leads to its run in the playground', async ({ playground, page }) => {
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  const all = await digests(page);
  await page.getByText('Open a run in the playground').last().click();
  const link = page.getByRole('link', { name: 'WPO, seed 2' }).last();
  await link.focus();
  await page.keyboard.press('Enter');
  await playground.pausedAt(4);
  await expect(playground.columns).toHaveCount(1);
  // the last of all: second value, second column, second seed
  expect(await playground.digests()).toEqual([all.at(-1)]);
});

test('a table over two axes has links too', async ({ playground, page }) => {
  await page.goto('sweeps.html');
  await openFile(page, { ...TINY, seeds: 1, vary: [...TINY.vary, { key: 'gamma', values: [0.9, 0.95] }] });
  await runButton(page, 'Run').click();
  await ended(page);
  const all = await digests(page);
  const table = page.locator('.heat-table').filter({ hasText: 'KL, last value' });
  await table.getByRole('link').nth(1).click();
  await playground.pausedAt(4);
  // first radius, second discount, first column
  expect(await playground.digests()).toEqual([all[2]]);
});

test('a reload in the middle goes on, and ends as if there had been none', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, LONGER);
  await runButton(page, 'Run').click();
  await pauseInTheMiddle(page);
  // a result is there a moment before it is kept
  await expect.poll(() => kept(page)).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByText(/\d+ of 64 runs are here from last time: Run goes on/)).toBeVisible();
  expect(await done(page)).toBeGreaterThan(0);
  expect(await done(page)).toBeLessThan(64);
  await runButton(page, 'Run').click();
  await ended(page);
  const interrupted = await digests(page);
  await runButton(page, 'Forget results').click();
  await expect(state(page)).toHaveAttribute('data-done', '0');
  await runButton(page, 'Run').click();
  await ended(page);
  const whole = await digests(page);
  expect(whole).toHaveLength(64);
  expect(interrupted).toEqual(whole);
});

test('a slow storage does not take away what was opened meanwhile', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  await page.addInitScript(holdStorage);
  await page.reload();
  await openFile(page, { ...TINY, title: 'Opened meanwhile', seeds: 3 });
  await expect(page.locator('.size-line')).toHaveAttribute('data-runs', '12');
  await page.evaluate(() => Object.assign(window, { storageGoes: true }));
  await expect(page.getByText('The results are those of “A tiny sweep”.')).toBeVisible();
  await expect(page.locator('.size-line')).toHaveAttribute('data-runs', '12');
  await expect(page.getByRole('textbox', { name: 'title' })).toHaveValue('Opened meanwhile');
  expect(await done(page)).toBe(8);
});

/** Keeps the storage of sweeps busy until `storageGoes` is set. */
function holdStorage(): void {
  const opening = indexedDB.open('trust-region-sweeps');
  opening.addEventListener('success', () => {
    const sweeps = opening.result.transaction('runs', 'readwrite').objectStore('runs');
    const hold = (): void => {
      if (!('storageGoes' in window)) sweeps.get('nothing').addEventListener('success', hold);
    };
    hold();
  });
}

test('a storage that never answers is said, and the sweep runs all the same', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.addInitScript(() => {
    // a request that is never answered, as when another tab keeps the database from being opened
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto('sweeps.html');
  await expect(page.getByRole('alert')).toContainText('storage does not answer');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(page.locator('[data-sweep] [role="alert"]')).toContainText('storage does not answer');
  expect((await downloaded(page)).results).toHaveLength(8);
});

test('two tabs with two sweeps keep their results apart', async ({ playground, page, context }) => {
  expect(playground).toBeDefined();
  const first = { ...LONGER, title: 'In the first tab', seeds: 6 };
  const second = { ...first, title: 'In the second tab', link: `${first.link}&gamma=0.5` };
  await page.goto('sweeps.html');
  await openFile(page, first);
  await runButton(page, 'Run').click();
  await expect.poll(() => done(page)).toBeGreaterThan(0);
  const other = await context.newPage();
  await other.goto('./sweeps.html');
  await openFile(other, second);
  await runButton(other, 'Run').click();
  await Promise.all([ended(page), ended(other)]);
  await other.reload();
  await expect(other.getByText('24 of 24 runs are here from last time.')).toBeVisible();
  expect(await titleOf(other)).toBe('In the second tab');
  await page.reload();
  await expect(page.getByText('24 of 24 runs are here from last time.')).toBeVisible();
  expect(await titleOf(page)).toBe('In the first tab');
  const [own, others] = [await digests(page), await digests(other)];
  expect(own).toHaveLength(24);
  expect(own.filter((digest) => others.includes(digest))).toEqual([]);
  // the same sweep in both is run once
  await openFile(page, { ...first, seeds: 40 });
  await runButton(page, 'Run').click();
  await expect.poll(() => done(page)).toBeGreaterThan(0);
  await openFile(other, { ...first, seeds: 40 });
  await runButton(other, 'Run').click();
  await expect(other.getByRole('alert')).toContainText('Another tab of this browser runs this very sweep');
});

const titleOf = async (page: Page): Promise<string> => (await page.locator('.sweep-results h2').textContent()) ?? '';

test('is paused, resumed and cancelled', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, { ...LONGER, seeds: 40 });
  await runButton(page, 'Run').click();
  await pauseInTheMiddle(page);
  await runButton(page, 'Resume').click();
  const before = await done(page);
  await expect.poll(() => done(page), { timeout: 30_000 }).toBeGreaterThan(before);
  await runButton(page, 'Cancel').click();
  await expect(state(page)).toHaveAttribute('data-sweep', 'cancelled');
  expect(await done(page)).toBeLessThan(160);
  await expect(page.getByText('Cancelled. Results that are here stay.')).toBeVisible();
});

test('what cannot be read is said in a sentence', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  const alert = page.getByRole('alert');
  await openFile(page, 'title: no', 'radii.yaml');
  await expect(alert).toContainText('radii.yaml is not JSON');
  await openFile(page, { ...TINY, iterations: 'many' });
  await expect(alert).toContainText('The sweep’s iterations is "many"; expected is a whole number from 1 to 100000.');
  await openFile(page, { sweep: TINY, results: [{}], made: { command: '', date: '', version: '' } });
  await expect(alert).toContainText('sweep.json: A result');
  await openFile(page, TINY);
  await expect(alert).toHaveCount(0);
  await page.getByLabel('values', { exact: true }).fill('0.1 -1');
  await expect(alert).toContainText('radius δ = -1');
  await expect(runButton(page, 'Run')).toBeDisabled();
});

test('a link in the address is what is swept', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto(`sweeps.html#link=${encodeURIComponent('world=taxi&run=kl&run=sinkhorn,lambda:8')}`);
  await expect(page.getByRole('textbox', { name: 'link', exact: true })).toHaveValue(
    'world=taxi&run=kl&run=sinkhorn,lambda:8',
  );
  await expect(page.locator('.size-line')).toContainText('2 columns');
});

test('sweeps of the page and of the claims open', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  const list = page.getByLabel('sweep of the page');
  await expect.poll(() => list.locator('option').count()).toBeGreaterThan(10);
  const files = await list.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  for (const file of files.filter((value) => value !== '')) {
    await list.selectOption(file);
    await runButton(page, 'Open').click();
    await expect(page.locator('.size-line')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});
