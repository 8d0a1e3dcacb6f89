import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** Pieces of text and tab stops that are in view; of a group of radio buttons one is a stop. */
const inView = (page: Page) =>
  page.evaluate(() => {
    const seen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return box.width > 1 && box.height > 1 && inside && getComputedStyle(element).visibility !== 'hidden';
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      if (walker.currentNode.textContent!.trim() === '' || element.closest('script, style, option')) continue;
      if (seen(element)) sizes.push(Number.parseFloat(getComputedStyle(element).fontSize));
    }
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ]
      .filter((element) => element.tabIndex >= 0 && !(element as HTMLButtonElement).disabled)
      .filter((element) => (element as HTMLInputElement).type !== 'radio' && seen(element));
    return {
      texts: sizes.length,
      smallest: Math.min(...sizes),
      // a chart is read by keys, and sets nothing
      stops:
        stops.filter((stop) => !stop.matches('.chart-canvas')).length +
        document.querySelectorAll('fieldset.switch').length,
    };
  });

test('the first screen is calm: few words, few controls, none of them small', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open();
  await playground.pausedAt(3);
  const { texts, smallest, stops } = await inView(page);
  expect(texts).toBeLessThanOrEqual(160);
  expect(stops).toBeLessThanOrEqual(40);
  expect(smallest).toBeGreaterThanOrEqual(12);
});

test('in the lecture view no word is under 20 pixels, and a link opens it', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.open();
  // a letter is free where a choice has the focus
  await playground.show('Region');
  await page.keyboard.press('l');
  await expect(playground.root).toHaveAttribute('data-view', 'lecture');
  expect((await inView(page)).smallest).toBeGreaterThanOrEqual(20);
  await expect.poll(() => page.url()).toContain('view=lecture');
  await page.keyboard.press('l');
  await expect(playground.root).toHaveAttribute('data-view', 'explore');
  await page.goto('about:blank');
  await playground.open('view=lecture&play=0');
  await expect(playground.root).toHaveAttribute('data-view', 'lecture');
});

test('nothing moves while it plays, pauses, is pointed at, or shown another way', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node }[] })[]) {
        const who = (entry.sources ?? [])
          .map(({ node }) => `${node?.parentElement?.className}>${node?.textContent?.slice(0, 20)}`)
          .join(' | ');
        (window as unknown as { shifts: string[] }).shifts.push(`${entry.value} ${who}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await playground.open();
  await playground.pausedAt(3);
  await page.waitForTimeout(500);
  // what comes in while the page opens is not under anybody's pointer yet
  await page.evaluate(() => ((window as unknown as { shifts: string[] }).shifts.length = 0));
  await playground.button('Play').click();
  await playground.map(1).hover({ position: { x: 40, y: 40 } });
  await playground.reaches(8);
  await page.getByRole('button', { name: /^Pause/ }).click();
  await page.keyboard.press('d');
  await page.keyboard.press('v');
  await page.keyboard.press('p');
  await page.mouse.move(700, 300, { steps: 20 });
  await page.mouse.move(200, 320, { steps: 20 });
  for (const panel of ['Region', 'Flow']) await playground.show(panel);
  await page.keyboard.press('End');
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
});

test.describe('what a newcomer wants, in as many actions', () => {
  test('where Wasserstein moved most (none), and what the state is (none)', async ({ playground, page }) => {
    await playground.open();
    await playground.pausedAt(3);
    await expect(page.locator('.state-name')).toHaveText(/^row \d, column \d+$/);
    await expect(page.getByLabel('Which state is shown')).toHaveValue('most');
    await expect(page.locator('.cursor')).toHaveCount(3);
    await expect(playground.panel(1).locator('.update-words')).toContainText(/carries \.\d+/);
  });

  test('what λ does: one turn of the slider shows the next update', async ({ playground }) => {
    await playground.open();
    await playground.pausedAt(3);
    const lambda = playground.column(2).getByRole('slider', { name: /λ/ });
    await lambda.fill('200');
    await expect(playground.panel(2).locator('.next-bar').first()).toBeVisible();
    await expect(playground.panel(2).locator('.update-words')).toContainText('next update');
  });

  test('equal steps: none, it opens so; own radii: one', async ({ playground, page }) => {
    await playground.open();
    await expect(page.getByRole('radio', { name: 'equal', exact: true })).toBeChecked();
    await page.getByText('own radius', { exact: true }).click();
    await expect(playground.column(0).getByRole('slider', { name: /radius δ/ })).toBeVisible();
    await expect.poll(() => page.url()).toContain('at=3,0,rule:optimal');
  });

  test('back to an earlier update: one, on the timeline', async ({ playground, page }) => {
    await playground.open();
    await playground.pausedAt(3);
    await page.getByRole('slider', { name: 'timeline' }).fill('1');
    await playground.pausedAt(1);
  });

  test('a price by hand: one; and back: one more', async ({ playground, page }) => {
    await playground.open();
    await playground.pausedAt(3);
    await playground
      .column(1)
      .getByRole('slider', { name: /price β/ })
      .fill('500');
    await expect.poll(() => page.url()).toContain('at=3,1,rule:fixed');
    await playground.column(1).getByRole('button', { name: 'auto' }).click();
    await expect.poll(() => page.url()).not.toContain('rule:fixed');
  });

  test('one update, part by part, by its key', async ({ playground, page }) => {
    await playground.open();
    await playground.pausedAt(3);
    for (const part of ['returns', 'advantages', 'the price', 'mass moves', 'the new policy']) {
      await page.keyboard.press('b');
      await expect(page.locator('.walk')).toContainText(part);
    }
    await page.keyboard.press('b');
    await expect(page.locator('.walk')).toHaveText('walk through it');
  });

  test('the plan of a state in each method, on a phone: a tap', async ({ phone: playground }) => {
    const { page } = playground;
    await playground.open();
    await playground.pausedAt(3);
    await playground.map(0).tap({ position: { x: 40, y: 40 } });
    await expect(page.getByLabel('Which state is shown')).toHaveValue('pinned');
    for (const index of [0, 1, 2]) await expect(playground.panel(index).locator('.ribbons')).toBeVisible();
  });
});

test('the trust region is drawn in every column, with words for who does not see it', async ({ playground, page }) => {
  await playground.open();
  await playground.pausedAt(3);
  await playground.show('Region');
  for (const index of [0, 1, 2]) {
    await expect(playground.panel(index).getByRole('img').first()).toHaveAccessibleName(/β/);
    await expect(playground.panel(index).locator('canvas').first()).toBeVisible();
  }
  await page.getByRole('slider', { name: 'timeline' }).fill('2');
  await playground.pausedAt(2);
});

test('one state: what is dragged is what is learned from', async ({ playground, page }) => {
  await playground.open('world=one-state&play=0&stop=1');
  await playground.pausedAt(1);
  const before = await playground.digests();
  const bar = page.getByRole('slider', { name: 'Reward of A' }).first();
  await bar.focus();
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.url()).toContain('world.rewards=');
  await playground.button('Step').click();
  await playground.pausedAt(1);
  expect(await playground.digests()).not.toEqual(before);
});

test('one update is held against another, by two keys', async ({ playground, page }) => {
  await playground.open();
  await playground.pausedAt(3);
  const three = await playground.digests();
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'hold: 3' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await playground.pausedAt(5);
  await page.keyboard.down('c');
  await playground.pausedAt(3);
  expect(await playground.digests()).toEqual(three);
  await page.keyboard.up('c');
  await playground.pausedAt(5);
  // and what an update came to is said
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.announcement')).toHaveText(/^Update 4: KL −?-?[\d.]+, WPO .*, SPO .*\. Looked at: row/);
});
