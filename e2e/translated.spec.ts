import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { ended, openFile, runButton, TINY } from './sweeps-page.ts';
import { expect, test } from './test.ts';

/** Puts every text, and every one that comes, into elements of its own, as a browser that translates does. @param all also what says that it is not to be translated, as some do */
function translate(all: boolean): void {
  const into = (node: Node): void => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts: Text[] = node.nodeType === Node.TEXT_NODE ? [node as Text] : [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const stays = `script, style, textarea, option, svg, font${all ? '' : ', [translate="no"]'}`;
      if (text.data.trim() === '' || text.parentElement === null || text.parentElement.closest(stays)) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(document.createElement('font'));
      font.firstElementChild!.append(text.data);
    }
  };
  const watch = (): void => {
    into(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) into(node);
    }).observe(document.body, { childList: true, subtree: true });
  };
  if (document.readyState === 'complete') watch();
  else addEventListener('load', watch);
}

/** What went wrong on a page: React takes a whole page away where a node is not where it was. */
const faults = (page: Page): string[] => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
};

test('a page that is translated while it is used stays whole', async ({ page }) => {
  // every text is moved again and again
  test.slow();
  const said = faults(page);
  await page.addInitScript(translate, false);
  const playground = new PlaygroundPage(page);
  await playground.open('play=0&k=3');
  await playground.pausedAt(3);
  await expect(page.locator('font').first()).toBeAttached();
  const whole = async (): Promise<void> => {
    await expect(page.locator('.part-failed')).toHaveCount(0);
    await expect(page.getByRole('banner')).toBeVisible();
    expect(said).toEqual([]);
  };
  for (const panel of ['Region', 'Numbers', 'Cost M', 'Flow']) {
    await playground.show(panel);
    await whole();
  }
  for (const key of ['d', 'v', 'p', 'b', 'b', 'b', 'b', 'b', 'b', 'm', 'l', 'l', '?', 'Escape']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
  }
  await whole();
  await page.getByText('own radius', { exact: true }).click();
  await page.getByText('equal', { exact: true }).first().click();
  await whole();
  await playground.openShared();
  await playground.own(2).getByRole('button', { name: 'Remove' }).click();
  await expect(playground.columns).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(playground.columns).toHaveCount(3);
  await whole();
  await playground.column(0).getByRole('combobox', { name: 'Method of column 1' }).selectOption('ppo');
  await playground.pausedAt(3);
  await playground.button('Share').click();
  for (const way of ['File', 'Kept runs', 'Link']) {
    await page.locator('.hand-over').getByText(way, { exact: true }).click();
    await page.waitForTimeout(50);
  }
  await page.keyboard.press('Escape');
  await whole();
  for (const world of ['one-state', 'cart-pole', 'four-rooms']) {
    await playground.world.selectOption(world);
    await expect(playground.root).toHaveAttribute('data-status', /ready|playing/, { timeout: 60_000 });
    await whole();
  }
  await playground.button('Play').click();
  await playground.reaches(3);
  await page.evaluate(() => (location.hash = 'world=mars&gamma=7&run=kl,delta:-1&play=0'));
  await expect(playground.problems.getByRole('listitem')).toHaveCount(3);
  await playground.button('Understood').click();
  await expect(playground.problems).toHaveCount(0);
  await whole();
});

test('so do the pages of claims and of sweeps', async ({ page }) => {
  const said = faults(page);
  await page.addInitScript(translate, true);
  await page.goto('./claims.html');
  await page.locator('.verdict-word').first().waitFor();
  for (const card of (await page.locator('main summary, main button').all()).slice(0, 6)) {
    await card.click({ timeout: 1500 }).catch(() => undefined);
    await page.waitForTimeout(100);
  }
  await expect(page.locator('.part-failed')).toHaveCount(0);
  await page.goto('./sweeps.html');
  await openFile(page, TINY);
  await runButton(page, 'Run').click();
  await ended(page);
  await runButton(page, 'Forget results').click();
  await expect(page.locator('.part-failed')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeVisible();
  expect(said).toEqual([]);
});
