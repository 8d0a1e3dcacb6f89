import { digests, done, downloaded, ended, openFile, runButton, state, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

test('a first visit sees a finished sweep; another one takes its place, and so does the reader’s own', async ({
  playground,
  page,
}) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await expect(page.getByText('On the screen is a finished sweep')).toBeVisible();
  await expect(page.getByRole('img', { name: /against .*λ\./ })).toBeVisible();
  await expect(page.getByText('The editor holds another sweep')).toHaveCount(0);
  await openFile(page, TINY);
  await expect(page.locator('.sweep-results')).toHaveCount(0);
  await expect(page.getByText('On the screen is a finished sweep')).toHaveCount(0);
  await runButton(page, 'Run').click();
  await ended(page);
  await page.reload();
  await expect(page.locator('.sweep-results h2')).toHaveText(TINY.title);
  await expect(page.getByText('On the screen is a finished sweep')).toHaveCount(0);
});

test('runs that failed are done again alone', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  const record = await downloaded(page);
  const whole = record.results.map(({ digest }) => digest);
  // what this browser keeps would be taken too
  await runButton(page, 'Forget results').click();
  await expect(state(page)).toHaveAttribute('data-done', '0');
  // two that failed, one that was never begun
  const results = record.results
    .map((result, n) => (n === 1 || n === 4 ? { ...result, failure: 'The worker stopped.' } : result))
    .filter((_, n) => n !== 7);
  await openFile(page, { ...record, results });
  await expect(page.getByText('7 of 8 runs, 2 failed')).toBeVisible();
  await runButton(page, 'Run the 2 failed again').click();
  await ended(page);
  await expect(page.getByText('7 of 8 runs', { exact: true })).toBeVisible();
  await expect(page.getByText('These are done: Run goes on with the rest.')).toBeVisible();
  expect(await digests(page)).toEqual(whole.slice(0, 7));
  await runButton(page, 'Run').click();
  await expect.poll(() => done(page)).toBe(8);
  expect(await digests(page)).toEqual(whole);
});

test('what repeats another run is counted, and which way is better is said', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto('sweeps.html');
  await openFile(page, { ...TINY, measures: ['gap', 'return'], seeds: 3 });
  // with exact advantages all seeds are one
  await expect(page.locator('.size-line')).toContainText('12 runs');
  await expect(page.locator('.size-line')).toContainText('4 of them are unlike the others; the remaining 8 repeat');
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(page.locator('.sweep-legend')).toContainText('lower is better');
  await expect(page.getByText('is better than one of the column')).toBeVisible();
  await expect(page.getByRole('img', { name: /Performance profile\. share of runs at it or below/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'measure', exact: true }).selectOption('return');
  await expect(page.locator('.sweep-legend')).toContainText('higher is better');
  await expect(page.getByRole('img', { name: /Performance profile\. share of runs above/ })).toBeVisible();
});

test('an axis is picked by its name, or typed, and values are there to begin with', async ({ playground, page }) => {
  expect(playground).toBeDefined();
  await page.goto(`sweeps.html#link=${encodeURIComponent('world=chain&run=kl&run=sinkhorn')}`);
  const varies = page.getByLabel('varies');
  await varies.selectOption({ label: 'discount γ (gamma)' });
  await page.getByRole('button', { name: 'the whole range' }).click();
  await expect(page.getByLabel('values', { exact: true })).toHaveValue(/^0 [\d. ]+ 0\.999$/);
  await expect(page.locator('.size-line')).toContainText('5 combinations');
  await varies.selectOption({ label: 'another, by its key …' });
  await page.getByLabel('key', { exact: true }).fill('run.delta');
  await expect(varies).toHaveValue('');
  await page.getByRole('button', { name: /^around/ }).click();
  await expect(page.locator('.size-line')).toContainText('5 combinations');
});
