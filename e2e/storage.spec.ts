import { PlaygroundPage } from './playground-page.ts';
import { ended, openFile, runButton, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

test('where storage is full, what was done stays on the page, and it is said how to save it', async ({
  playground,
  page,
}) => {
  await page.addInitScript(() => {
    const full = (): never => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
  });
  await playground.open('world=chain&play=0&k=6&run=kl');
  await playground.pausedAt(6);
  await page.keyboard.press('k');
  await expect(page.locator('.note-bar')).toContainText('keeps nothing for it. Share, File saves it.');
  await page.getByLabel('speed').selectOption('20');
  await expect(page.getByLabel('speed')).toHaveValue('20');
  await page.goto('./sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  await expect(page.locator('[data-sweep] [role="alert"]')).toContainText('Download them instead');
  await expect(page.locator('[data-sweep]')).toHaveAttribute('data-done', '8');
});

test('where storage is denied, every page opens', async ({ playground, page }) => {
  await page.addInitScript(() => {
    const denied = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: denied });
    }
  });
  await playground.open('play=0&k=2');
  await playground.pausedAt(2);
  for (const file of ['claims.html', 'sweeps.html']) {
    await page.goto(`./${file}`);
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.locator('#root')).not.toHaveAttribute('data-status', /loading|failed/);
    await expect(page.locator('.part-failed')).toHaveCount(0);
  }
});

test('two tabs keep their runs on one shelf, and neither loses one', async ({ playground, page, context }) => {
  const other = new PlaygroundPage(await context.newPage());
  await Promise.all([playground.open('world=chain&play=0&k=3&run=kl'), other.open('world=taxi&play=0&k=2&run=kl')]);
  await Promise.all([playground.pausedAt(3), other.pausedAt(2)]);
  await Promise.all([playground.digests(), other.digests()]);
  await Promise.all([page.keyboard.press('k'), other.page.keyboard.press('k')]);
  await expect(page.locator('.note-bar')).toContainText('Kept');
  await expect(other.page.locator('.note-bar')).toContainText('Kept');
  for (const one of [playground, other]) {
    await one.button('Share').click();
    await one.page.locator('.hand-over').getByText('Kept runs', { exact: true }).click();
    await expect(one.page.locator('.shelf tbody tr')).toHaveCount(2);
  }
});
